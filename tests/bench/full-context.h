/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"

G_BEGIN_DECLS

/* A plan of 15 segments, 200 frictions, 500 content items, of which 400 are left, and 200 remarks.
 */
QhContext *full_context_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"

G_BEGIN_DECLS

/* Everything that a segment can be linked to, as a menu of "segment.link" with a submenu each for
 * words, frictions, promises and content; empty when there is nothing. (transfer full) */
GMenuModel *qh_link_menu_new (const QhContext *context);

G_END_DECLS

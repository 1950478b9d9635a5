/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The clients who have been given nothing scarce for the longest time (never comes first); a click
 * opens the client.
 *
 * Property "store". */
#define QH_TYPE_UNSERVED (qh_unserved_get_type ())
G_DECLARE_FINAL_TYPE (QhUnserved, qh_unserved, QH, UNSERVED, AdwBin)

G_END_DECLS

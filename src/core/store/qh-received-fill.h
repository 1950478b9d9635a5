/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-sqlite.h"

G_BEGIN_DECLS

/* Fills in what the queue of received plans is sorted by where it is missing: from the bytes that
 * came. An earlier version kept the bytes alone, and what it did can be redone. */
gboolean qh_received_fill (sqlite3 *db, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Everything qh_store_verify looks at, on any connection: adds a line for people to @problems for
 * whatever is wrong. FALSE only when looking itself failed. The search index's texts are compared
 * only where @db can be written. */
gboolean qh_verify (sqlite3 *db, GPtrArray *problems, GError **error);

/* As above, where one sound answer is wanted: QH_ERROR_DAMAGED with the first problem. */
gboolean qh_verify_sound (sqlite3 *db, GError **error);

G_END_DECLS

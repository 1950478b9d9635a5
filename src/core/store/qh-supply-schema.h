/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What the Content page is filtered by, kept in step by triggers, so that nothing is counted when
 * it opens: `supply_short` (content), the items that are running out, and `served` (client, at),
 * when a client was last given something scarce that he still has, NULL where never. With them the
 * indexes of the page's lists. */

/* Makes the tables and triggers, and fills them. */
gboolean qh_supply_schema_install (sqlite3 *db, GError **error);
gboolean qh_supply_schema_drop (sqlite3 *db, GError **error);

/* Lines for people about items and clients of which the tables say something else than the ledger.
 */
gboolean qh_supply_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS

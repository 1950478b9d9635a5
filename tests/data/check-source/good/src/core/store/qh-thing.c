/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-thing.h"
#include "design/qh-context.h"
#include <sqlite3.h>

void
qh_thing_do (sqlite3 *db)
{
  g_autofree char *text = g_strdup_printf ("The update of %s was set aside", name);
  g_autofree char *names = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", column, table);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", VERSION);

  sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  show (_ ("Type !2 for how bad it is"));
}

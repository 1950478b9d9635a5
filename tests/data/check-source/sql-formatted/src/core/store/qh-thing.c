/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM client WHERE name = '%s'", name);

  sqlite3_exec (db, sqlite3_mprintf ("DELETE FROM client WHERE id = %Q", id), NULL, NULL, NULL);
}

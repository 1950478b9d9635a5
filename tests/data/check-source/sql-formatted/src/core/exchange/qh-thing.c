/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  g_string_append_printf (sql, " WHERE %s = ?1", column);
}

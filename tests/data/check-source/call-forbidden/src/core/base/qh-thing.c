/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  system ("ls");
  sprintf (buffer, "%d", 1);
  g_spawn_command_line_sync ("ls", NULL, NULL, NULL, NULL);
  strcpy (buffer, "x");
}

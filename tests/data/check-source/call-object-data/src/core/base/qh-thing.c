/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  g_object_set_data (object, "state", state);
}

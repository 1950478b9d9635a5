/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  show (_ ("Saved!"));
  show (ngettext ("%" G_GINT64_FORMAT " copy", "%" G_GINT64_FORMAT " copies", n));
}

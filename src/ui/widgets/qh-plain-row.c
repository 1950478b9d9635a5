/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-plain-row.h"

void
qh_plain_row_set_text (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (title);

  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = g_markup_escape_text (subtitle ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  adw_action_row_set_subtitle (row, plain_subtitle);
}

GtkWidget *
qh_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  qh_plain_row_set_text (ADW_ACTION_ROW (row), title, subtitle);
  return row;
}

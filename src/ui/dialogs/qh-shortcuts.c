/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-shortcuts.h"

void
qh_shortcuts_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/quarterhour/Quarterhour/ui/dialogs/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_present (window);
}

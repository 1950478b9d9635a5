/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-size.h"
#include "store/qh-settings.h"

void
qh_window_size_restore (GtkWindow *window, QhStore *store)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (QH_IS_STORE (store));

  QhWindowState state = qh_settings_get_window (store);

  if (state.width > 0 && state.height > 0)
    gtk_window_set_default_size (window, state.width, state.height);
  if (state.maximized)
    gtk_window_maximize (window);
}

void
qh_window_size_keep (GtkWindow *window, QhStore *store)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (QH_IS_STORE (store));

  QhWindowState state = { .maximized = gtk_window_is_maximized (window) };

  gtk_window_get_default_size (window, &state.width, &state.height);
  qh_settings_set_window (store, state, NULL);
}

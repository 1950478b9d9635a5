/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-style.h"

#define SHEET "/io/github/quarterhour/Quarterhour/style.css"
#define DARK_SHEET "/io/github/quarterhour/Quarterhour/style-dark.css"

static void
add_provider (GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
remove_provider (GtkCssProvider *provider)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

static void
on_dark_changed (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *dark)
{
  if (adw_style_manager_get_dark (manager))
    add_provider (dark);
  else
    remove_provider (dark);
}

static void
drop_provider (gpointer provider, GClosure *closure)
{
  g_object_unref (provider);
}

static void
load_sheets (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) light = gtk_css_provider_new ();
  GtkCssProvider *dark = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (light, SHEET);
  gtk_css_provider_load_from_resource (dark, DARK_SHEET);
  add_provider (light);
  g_signal_connect_data (manager, "notify::dark", G_CALLBACK (on_dark_changed), dark, drop_provider,
                         0);
  on_dark_changed (manager, NULL, dark);
}

void
qh_style_start (GApplication *application)
{
  g_return_if_fail (G_IS_APPLICATION (application));

  adw_init ();
  g_application_set_resource_base_path (application, NULL);
  load_sheets ();
}

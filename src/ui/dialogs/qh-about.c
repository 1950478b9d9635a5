/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-about.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
qh_about_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  adw_show_about_window (
      parent, "application-name", _ ("Quarterhour"), "application-icon", QH_APPLICATION_ID,
      "version", QH_VERSION, "developer-name", _ ("The Quarterhour developers"), "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Design the fifteen minutes that a client is willing to give. Everything stays on this "
         "computer."),
      /* Translators: put your names here, one a line */
      "translator-credits", _ ("translator-credits"), NULL);
}

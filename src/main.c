/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The app: all else is in the library that it shares with the tests. */
#include "qh-application.h"
#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  /* Where the translations of a build are that is not installed. */
  const char *folder = g_getenv ("QH_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (QhApplication) application = qh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-severity-choices.h"
#include "design/qh-cost.h"
#include <glib/gi18n-lib.h>

void
qh_severity_choices_fill (GtkWidget *choices, const char *any)
{
  g_return_if_fail (GTK_IS_WIDGET (choices));

  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  if (any)
    gtk_string_list_append (list, any);
  for (int severity = 1; severity <= QH_SEVERITIES; severity++)
    /* Translators: a severity from 1 to 4, and what it does: "3: stops work" */
    gtk_string_list_take (list,
                          g_strdup_printf (_ ("%d: %s"), severity, qh_severity_label (severity)));
  g_object_set (choices, "model", list, NULL);
}

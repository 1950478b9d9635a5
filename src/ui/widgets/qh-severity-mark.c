/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-severity-mark.h"
#include "design/qh-cost.h"
#include <glib/gi18n-lib.h>

struct _QhSeverityMark {
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (QhSeverityMark, qh_severity_mark, ADW_TYPE_BIN)

static void
qh_severity_mark_class_init (QhSeverityMarkClass *klass)
{
}

static void
qh_severity_mark_init (QhSeverityMark *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
qh_severity_mark_set (QhSeverityMark *self, gint64 severity)
{
  g_return_if_fail (QH_IS_SEVERITY_MARK (self));

  g_autofree char *number = g_strdup_printf ("%d", (int)severity);
  g_autofree char *shape = g_strdup_printf ("severity-%d", (int)severity);
  const char *classes[] = { "qh-severity", "numeric", shape, NULL };
  g_autofree char *tip =
      g_strdup_printf (_ ("Severity %d: %s"), (int)severity, qh_severity_label (severity));

  gtk_label_set_label (self->label, number);
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-export-dialog.h"
#include <glib/gi18n-lib.h>

struct _QhExportDialog {
  AdwWindow parent_instance;

  AdwComboRow *format;
  AdwComboRow *edition;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (QhExportDialog, qh_export_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

const char *
qh_edition_description (int edition)
{
  switch (edition) {
  case QH_EDITION_FULL:
    return _ ("Everything about this meeting, your notes included");
  case QH_EDITION_CLIENT:
    return _ ("What you will do together and how long it takes; no scores, no findings");
  case QH_EDITION_MANAGER:
  default:
    return _ ("For review: plan, words, findings and score; without your notes");
  }
}

static void
on_edition_selected (QhExportDialog *self)
{
  int edition = (int)adw_combo_row_get_selected (self->edition) + 1;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->edition), qh_edition_description (edition));
}

static void
on_export_clicked (QhExportDialog *self)
{
  int format = (int)adw_combo_row_get_selected (self->format);
  int edition = (int)adw_combo_row_get_selected (self->edition) + 1;
  g_autoptr (QhExportDialog) kept = g_object_ref (self);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, format, edition);
}

static void
fill_choices (QhExportDialog *self)
{
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) editions = gtk_string_list_new (NULL);

  for (int i = 0; i < QH_N_FORMATS; i++)
    gtk_string_list_append (formats, qh_format_label (i));
  for (int i = 1; qh_enum_label (qh_edition_values, i) != NULL; i++)
    gtk_string_list_append (editions, qh_enum_label (qh_edition_values, i));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (formats));
  adw_combo_row_set_model (self->edition, G_LIST_MODEL (editions));
}

static void
qh_export_dialog_class_init (QhExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QhExportDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, QhExportDialog, export);
  gtk_widget_class_bind_template_callback (widget_class, on_edition_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qh_export_dialog_init (QhExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export);
}

GtkWidget *
qh_export_dialog_new (GtkWindow *parent, QhFormat format, int edition)
{
  QhExportDialog *self = g_object_new (QH_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  adw_combo_row_set_selected (self->format, format);
  adw_combo_row_set_selected (self->edition, (guint)edition - 1);
  on_edition_selected (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contact-log/qh-upgrade-dialog.h"
#include "contact-log/qh-contact-log-deeds.h"
#include "contact-log/qh-contact-log-text.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

struct _QhUpgradeDialog {
  AdwWindow parent_instance;

  GtkLabel *about;
  GtkLabel *whom;
  GtkEditable *answer;
  GtkEditable *change;
  GtkEditable *told;
  GtkLabel *problem;

  QhStore *store;
  QhContactLog *entry;
};

G_DEFINE_FINAL_TYPE (QhUpgradeDialog, qh_upgrade_dialog, ADW_TYPE_WINDOW)

static void
on_changed (QhUpgradeDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhUpgradeDialog *self = QH_UPGRADE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!qh_contact_log_answer (self->store, self->entry, gtk_editable_get_text (self->answer),
                              gtk_editable_get_text (self->change),
                              gtk_editable_get_text (self->told), &error)) {
    gtk_label_set_label (self->problem, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    return;
  }
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), _ ("Upgrade answered"),
             TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_entry (QhUpgradeDialog *self)
{
  g_autofree char *headline = qh_contact_log_headline (self->entry);
  /* Translators: whom a contact went up to */
  g_autofree char *whom = g_strdup_printf (
      _ ("Went up to %s"), self->entry->upgraded_to ? self->entry->upgraded_to : "");
  const char *texts[] = { self->entry->upgrade_answer, self->entry->upgrade_change,
                          self->entry->upgrade_told };
  GtkEditable *entries[] = { self->answer, self->change, self->told };

  gtk_label_set_label (self->about, headline);
  gtk_label_set_label (self->whom, whom);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_editable_set_text (entries[i], texts[i] ? texts[i] : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
}

static void
qh_upgrade_dialog_dispose (GObject *object)
{
  QhUpgradeDialog *self = QH_UPGRADE_DIALOG (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_upgrade_dialog_parent_class)->dispose (object);
}

static void
qh_upgrade_dialog_class_init (QhUpgradeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_upgrade_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/contact-log/upgrade-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, whom);
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, answer);
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, change);
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, told);
  gtk_widget_class_bind_template_child (widget_class, QhUpgradeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_upgrade_dialog_init (QhUpgradeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_upgrade_dialog_new (GtkWindow *parent, QhStore *store, QhContactLog *entry)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTACT_LOG (entry), NULL);

  QhUpgradeDialog *self = g_object_new (QH_TYPE_UPGRADE_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->entry = g_object_ref (entry);
  show_entry (self);
  return GTK_WINDOW (self);
}

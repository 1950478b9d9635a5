/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "persons/qh-erase-dialog.h"
#include "store/qh-erase.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhEraseDialog {
  AdwWindow parent_instance;

  GtkStack *buttons; /* ask, done */
  GtkLabel *about;
  GtkListBox *lines;
  GtkWidget *backups_list;
  GtkSwitch *backups;
  GtkLabel *problem;

  QhStore *store;
  QhContact *contact; /* NULL: he is gone */
  char *receipt;
};

G_DEFINE_FINAL_TYPE (QhEraseDialog, qh_erase_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhEraseDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
add_lines (QhEraseDialog *self, GPtrArray *lines, GString *receipt)
{
  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    GtkWidget *row = qh_plain_row_new (line, NULL);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_list_box_append (self->lines, row);
    g_string_append_printf (receipt, "%s\n", line);
  }
  g_ptr_array_unref (lines);
}

static GPtrArray *
list_backups (const QhErasure *erasure)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < erasure->backups->len; i++)
    g_ptr_array_add (lines,
                     g_strdup_printf (_ ("Not reached: the backup %s"),
                                      (const char *)g_ptr_array_index (erasure->backups, i)));
  return lines;
}

static void
show_erasure (QhEraseDialog *self, const QhErasure *erasure, gboolean with_backups)
{
  g_autoptr (GString) receipt = g_string_new (NULL);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_free);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->lines, 0)))
    gtk_list_box_remove (self->lines, GTK_WIDGET (row));
  add_lines (self, qh_erasure_list_gone (erasure), receipt);
  add_lines (self, qh_erasure_list_left (erasure), receipt);
  if (with_backups)
    add_lines (self, list_backups (erasure), receipt);
  g_ptr_array_add (
      others,
      g_strdup (_ ("Not looked at: attached files, backups elsewhere, other people’s stores.")));
  add_lines (self, others, receipt);
  g_free (self->receipt);
  self->receipt = g_strdup (receipt->str);
}

static void
show_preview (QhEraseDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhErasure) erasure = qh_erase_preview (self->store, self->contact, &error);
  g_autofree char *about = g_strdup_printf (
      _ ("%s, what he said, where he is named, and every step of undo that holds any of it go for "
         "good. What happened stays, without him. This cannot be undone."),
      self->contact->name);

  gtk_label_set_label (self->about, about);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act", erasure != NULL);
  if (!erasure) {
    show_problem (self, error);
    return;
  }
  show_erasure (self, erasure, FALSE);
  gtk_widget_set_visible (self->backups_list, erasure->backups->len > 0);
}

static void
erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhEraseDialog *self = QH_ERASE_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhErasure) erasure =
      qh_erase_contact (self->store, self->contact, gtk_switch_get_active (self->backups), &error);

  if (!erasure) {
    show_problem (self, error);
    return;
  }
  g_clear_object (&self->contact);
  show_erasure (self, erasure, TRUE);
  gtk_label_set_label (self->about, _ ("Erased. This is what was done, and what was not."));
  gtk_widget_set_visible (self->backups_list, FALSE);
  gtk_stack_set_visible_child_name (self->buttons, "done");
  gtk_widget_child_focus (GTK_WIDGET (self->buttons), GTK_DIR_TAB_FORWARD);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), QH_ERASE_DIALOG (widget)->receipt);
}

static void
qh_erase_dialog_dispose (GObject *object)
{
  QhEraseDialog *self = QH_ERASE_DIALOG (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->store);
  g_clear_pointer (&self->receipt, g_free);

  G_OBJECT_CLASS (qh_erase_dialog_parent_class)->dispose (object);
}

static void
qh_erase_dialog_class_init (QhEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_erase_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, erase);
  gtk_widget_class_install_action (widget_class, "dialog.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/persons/erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, backups_list);
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, backups);
  gtk_widget_class_bind_template_child (widget_class, QhEraseDialog, problem);
}

static void
qh_erase_dialog_init (QhEraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_erase_dialog_new (GtkWindow *parent, QhStore *store, QhContact *contact)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTACT (contact), NULL);

  QhEraseDialog *self = g_object_new (QH_TYPE_ERASE_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->contact = g_object_ref (contact);
  show_preview (self);
  return GTK_WINDOW (self);
}

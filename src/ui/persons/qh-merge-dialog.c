/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "persons/qh-merge-dialog.h"
#include "persons/qh-merge-text.h"
#include "qh-report.h"
#include "store/qh-merge.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

#define CANDIDATES_MAX 4

struct _QhMergeDialog {
  AdwWindow parent_instance;

  GtkLabel *about;
  GtkEditable *entry;
  GtkListBox *candidates;
  AdwPreferencesGroup *outcome;
  GtkListBox *lines;
  GtkLabel *problem;

  QhStore *store;
  QhRecord *keep;
  QhRecord *other; /* NULL: not chosen yet */
  GPtrArray *found; /* records, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (QhMergeDialog, qh_merge_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhMergeDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* --- What it comes to */

static void
add_line (QhMergeDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->lines, row);
}

static void
show_outcome (QhMergeDialog *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *along = NULL;

  clear (self->lines);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), self->other != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act", self->other != NULL);
  if (!self->other)
    return;
  lines = qh_merge_text_list (self->keep, self->other);
  for (guint i = 0; i < lines->len; i++) {
    const QhMergeLine *line = g_ptr_array_index (lines, i);
    add_line (self, line->value, line->about);
  }
  along = qh_store_describe_dependants (self->store, self->other);
  if (along)
    add_line (self, along, _ ("Come along"));
  else if (lines->len == 0)
    add_line (self, _ ("Nothing that is not there already"), NULL);
}

/* --- Choosing */

static char *
describe_candidate (QhMergeDialog *self, QhRecord *record)
{
  g_autoptr (QhRecord) client = NULL;

  if (QH_IS_CLIENT (record))
    return g_strdup (QH_CLIENT (record)->industry);
  client = qh_store_get (self->store, &qh_client_entity, QH_CONTACT (record)->client, NULL);
  if (client && QH_CONTACT (record)->email)
    return g_strdup_printf ("%s · %s", QH_CLIENT (client)->name, QH_CONTACT (record)->email);
  return g_strdup (client ? QH_CLIENT (client)->name : NULL);
}

static void
add_candidate (QhMergeDialog *self, QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *subtitle = describe_candidate (self, record);
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->candidates, row);
}

static void
on_search (QhMergeDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  g_clear_object (&self->other);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  clear (self->candidates);
  self->found = qh_merge_list_candidates (self->store, self->keep, text, CANDIDATES_MAX, NULL);
  for (guint i = 0; self->found && i < self->found->len; i++)
    add_candidate (self, g_ptr_array_index (self->found, i));
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), self->found && self->found->len > 0);
  show_problem (self, NULL);
  show_outcome (self);
}

static void
on_candidate_selected (QhMergeDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->candidates);
  int index = row ? gtk_list_box_row_get_index (row) : -1;

  if (index < 0 || !self->found || (guint)index >= self->found->len)
    return;
  g_set_object (&self->other, g_ptr_array_index (self->found, index));
  show_problem (self, NULL);
  show_outcome (self);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhMergeDialog *self = QH_MERGE_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *title = qh_record_title (self->other);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  if (!qh_store_merge (self->store, self->keep, self->other, &error)) {
    show_problem (self, error);
    return;
  }
  /* Translators: the one that is no more by himself */
  told = g_strdup_printf (_ ("Merged with “%s”"), title);
  qh_report (GTK_WIDGET (parent), told, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_merge_dialog_dispose (GObject *object)
{
  QhMergeDialog *self = QH_MERGE_DIALOG (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->other);
  g_clear_object (&self->keep);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_merge_dialog_parent_class)->dispose (object);
}

static void
qh_merge_dialog_class_init (QhMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_merge_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, merge);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.act",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/persons/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, QhMergeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_candidate_selected);
}

static void
qh_merge_dialog_init (QhMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_merge_dialog_new (GtkWindow *parent, QhStore *store, QhRecord *keep)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CLIENT (keep) || QH_IS_CONTACT (keep), NULL);

  QhMergeDialog *self = g_object_new (QH_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = qh_record_title (keep);
  g_autofree char *about = g_strdup_printf (
      _ ("“%s” stays, and takes over all that the other one has and knows. The other one goes."),
      title);

  self->store = g_object_ref (store);
  self->keep = g_object_ref (keep);
  gtk_label_set_label (self->about, about);
  on_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self);
}

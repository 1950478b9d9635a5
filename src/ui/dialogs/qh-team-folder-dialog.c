/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-team-folder-dialog.h"
#include "dialogs/qh-file-dialog.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* So many files of no use are shown. */
#define LEFT_MAX 100

struct _QhTeamFolderDialog {
  AdwWindow parent_instance;

  AdwActionRow *place;
  GtkLabel *problem;
  GtkWidget *left_group;
  GtkListBox *left;

  QhStore *store;
  QhTeamWatch *watch;
};

G_DEFINE_FINAL_TYPE (QhTeamFolderDialog, qh_team_folder_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhTeamFolderDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- What is there */

static char *
describe_state (QhTeamFolderDialog *self, GPtrArray *left)
{
  if (!qh_team_watch_get_folder (self->watch))
    return g_strdup (_ ("Plans and reviews go out and come in as single files"));
  if (qh_team_watch_get_problem (self->watch))
    return g_strdup (_ ("It is tried again by itself"));
  if (!left)
    return g_strdup (_ ("It is being looked at"));
  if (left->len == 0)
    return g_strdup (_ ("All that lies in it was taken in"));
  return g_strdup_printf (
      ngettext ("%u file in it is of no use", "%u files in it are of no use", left->len),
      left->len);
}

static void
append (QhTeamFolderDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_list_box_append (self->left, row);
}

static void
show_left (QhTeamFolderDialog *self, GPtrArray *left)
{
  GtkListBoxRow *row;
  guint n = left ? left->len : 0;

  while ((row = gtk_list_box_get_row_at_index (self->left, 0)))
    gtk_list_box_remove (self->left, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (n, LEFT_MAX); i++) {
    const QhFolderFile *file = left->pdata[i];
    append (self, file->path, file->reason);
  }
  if (n > LEFT_MAX) {
    g_autofree char *more =
        g_strdup_printf (ngettext ("%u more", "%u more", n - LEFT_MAX), n - LEFT_MAX);
    append (self, more, NULL);
  }
  gtk_widget_set_visible (self->left_group, n > 0);
}

static void
show (QhTeamFolderDialog *self)
{
  const char *folder = qh_team_watch_get_folder (self->watch);
  GPtrArray *left = qh_team_watch_get_left (self->watch);
  g_autofree char *name = folder ? g_filename_display_name (folder) : NULL;
  g_autofree char *state = describe_state (self, left);

  qh_plain_row_set_text (self->place, name ? name : _ ("None chosen"), state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "folder.leave", folder != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "folder.again", folder != NULL);
  show_problem (self, qh_team_watch_get_problem (self->watch));
  show_left (self, left);
}

/* --- What can be done */

static void
set_folder (QhTeamFolderDialog *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (!qh_team_folder_set (self->store, folder, &error))
    show_problem (self, error->message);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QhTeamFolderDialog *self = QH_TEAM_FOLDER_DIALOG (source);
  g_autoptr (GFile) file = qh_file_dialog_finish (result);

  if (!file || !self->store)
    return;
  if (g_file_peek_path (file))
    set_folder (self, g_file_peek_path (file));
  else
    show_problem (self, _ ("Only a folder on this computer can be the team folder"));
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Choose the Team Folder"), _ ("_Choose"), NULL, NULL };

  qh_file_dialog_folder (widget, &dialog, on_chosen, NULL);
}

static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_folder (QH_TEAM_FOLDER_DIALOG (widget), NULL);
}

static void
look_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_team_watch_look (QH_TEAM_FOLDER_DIALOG (widget)->watch, TRUE);
}

static void
qh_team_folder_dialog_dispose (GObject *object)
{
  QhTeamFolderDialog *self = QH_TEAM_FOLDER_DIALOG (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_team_folder_dialog_parent_class)->dispose (object);
}

static void
qh_team_folder_dialog_class_init (QhTeamFolderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_team_folder_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "folder.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "folder.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "folder.again", NULL, look_again);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/dialogs/team-folder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTeamFolderDialog, place);
  gtk_widget_class_bind_template_child (widget_class, QhTeamFolderDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QhTeamFolderDialog, left_group);
  gtk_widget_class_bind_template_child (widget_class, QhTeamFolderDialog, left);
}

static void
qh_team_folder_dialog_init (QhTeamFolderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_team_folder_dialog_new (GtkWindow *parent, QhStore *store, QhTeamWatch *watch)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_TEAM_WATCH (watch), NULL);

  QhTeamFolderDialog *self =
      g_object_new (QH_TYPE_TEAM_FOLDER_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WINDOW (self);
}

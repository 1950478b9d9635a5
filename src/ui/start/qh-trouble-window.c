/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/qh-trouble-window.h"
#include "base/qh-error.h"
#include "qh-report.h"
#include "store/qh-backup.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many backups are offered. */
#define BACKUPS_OFFERED 5

struct _QhTroubleWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwStatusPage *page;
  AdwPreferencesGroup *backups;
  GtkWidget *salvage;
  GtkWidget *start_empty;
};

G_DEFINE_FINAL_TYPE (QhTroubleWindow, qh_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_error (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhTroubleWindow *self = QH_TROUBLE_WINDOW (widget);
  g_autofree char *text = NULL;
  const char *message;
  int code;

  g_variant_get (parameter, "(i&s)", &code, &message);
  text = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
qh_trouble_window_class_init (QhTroubleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.error", "(is)", show_error);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/start/trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTroubleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QhTroubleWindow, page);
  gtk_widget_class_bind_template_child (widget_class, QhTroubleWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, QhTroubleWindow, salvage);
  gtk_widget_class_bind_template_child (widget_class, QhTroubleWindow, start_empty);
}

static void
qh_trouble_window_init (QhTroubleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
name_trouble (int code)
{
  switch (code) {
  case QH_ERROR_DAMAGED:
    return _ ("Your Data Is Damaged");
  case QH_ERROR_NEWER:
    return _ ("Your Data Is Newer Than This App");
  case QH_ERROR_FULL:
    return _ ("The Disk Is Full");
  case QH_ERROR_READ_ONLY:
    return _ ("Your Data Cannot Be Written");
  default:
    return _ ("Your Data Cannot Be Opened");
  }
}

/* What is wrong, and where; the ways out stand below. (transfer full) */
static char *
describe_trouble (const char *store_path, const GError *error)
{
  switch (error->code) {
  case QH_ERROR_DAMAGED:
    return g_strdup_printf (_ ("%s It lies in “%s”, and nothing in it has been changed."),
                            error->message, store_path);
  case QH_ERROR_NEWER:
    return g_strdup_printf (_ ("%s Update Quarterhour to open it."), error->message);
  default:
    return g_strdup (error->message);
  }
}

/* When the backup was made, in the words of the file system. */
static char *
describe_backup (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) made = info ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = made ? g_date_time_to_local (made) : NULL;

  return local ? g_date_time_format (local, "%c") : g_path_get_basename (path);
}

static void
add_backup (QhTroubleWindow *self, const char *path, gboolean is_newest)
{
  g_autofree char *when = describe_backup (path);
  g_autofree char *name = g_path_get_basename (path);
  GtkWidget *row = qh_plain_row_new (when, name);
  GtkWidget *button = gtk_button_new_with_mnemonic (is_newest ? _ ("_Restore") : _ ("Restore"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.restore");
  if (is_newest)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->backups, row);
}

static void
offer_backups (QhTroubleWindow *self, const char *store_path)
{
  g_autoptr (GPtrArray) paths = qh_backup_list (store_path);

  for (guint i = 0; paths && i < MIN (paths->len, BACKUPS_OFFERED); i++)
    add_backup (self, g_ptr_array_index (paths, i), i == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), paths && paths->len > 0);
}

GtkWindow *
qh_trouble_window_new (GtkApplication *application, const char *store_path, const GError *error)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (store_path, NULL);
  g_return_val_if_fail (error, NULL);

  QhTroubleWindow *self = g_object_new (QH_TYPE_TROUBLE_WINDOW, "application", application, NULL);
  gboolean is_damaged = g_error_matches (error, QH_ERROR, QH_ERROR_DAMAGED);
  g_autofree char *text = describe_trouble (store_path, error);
  g_autofree char *description = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->page, name_trouble (error->code));
  adw_status_page_set_description (self->page, description);
  gtk_widget_set_visible (self->salvage, is_damaged);
  gtk_widget_set_visible (self->start_empty, is_damaged);
  if (is_damaged)
    offer_backups (self, store_path);
  /* One way out is the first: a backup, and without one what can be read. */
  if (is_damaged && !gtk_widget_get_visible (GTK_WIDGET (self->backups)))
    gtk_widget_add_css_class (self->salvage, "suggested-action");
  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-commands.h"
#include "dialogs/qh-about.h"
#include "dialogs/qh-export-store-dialog.h"
#include "dialogs/qh-file-dialog.h"
#include "dialogs/qh-message-dialog.h"
#include "dialogs/qh-new-client-dialog.h"
#include "dialogs/qh-new-item-dialog.h"
#include "dialogs/qh-new-meeting-dialog.h"
#include "dialogs/qh-preferences-window.h"
#include "dialogs/qh-shortcuts.h"
#include "friction/qh-new-friction-dialog.h"
#include "log/qh-log-window.h"
#include "promises/qh-new-promise-dialog.h"
#include "qh-file-import.h"
#include "qh-report.h"
#include "qh-window.h"
#include "search/qh-search-window.h"
#include "store/qh-backup.h"
#include <glib/gi18n-lib.h>

static QhStore *
get_store (GtkWidget *widget)
{
  return qh_window_get_store (QH_WINDOW (widget));
}

/* --- New meetings and clients */

static void
ask_for_meeting (GtkWidget *widget, QhClient *client, QhMeeting *copied)
{
  qh_report_flush (widget);
  gtk_window_present (
      qh_new_meeting_dialog_new (GTK_WINDOW (widget), get_store (widget), client, copied));
}

static void
new_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_for_meeting (widget, NULL, NULL);
}

static void
new_meeting_with (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) client = qh_store_get (get_store (widget), &qh_client_entity, id, &error);

  if (client)
    ask_for_meeting (widget, QH_CLIENT (client), NULL);
  else
    qh_report_error (widget, error);
}

static void
copy_meeting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhStore *store = get_store (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) meeting = qh_store_get (store, &qh_meeting_entity, id, &error);
  g_autoptr (QhRecord) client =
      meeting ? qh_store_get (store, &qh_client_entity, QH_MEETING (meeting)->client, &error)
              : NULL;

  if (client)
    ask_for_meeting (widget, QH_CLIENT (client), QH_MEETING (meeting));
  else
    qh_report_error (widget, error);
}

static void
new_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  gtk_window_present (qh_new_client_dialog_new (GTK_WINDOW (widget), get_store (widget)));
}

static void
new_item (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  gtk_window_present (qh_new_item_dialog_new (GTK_WINDOW (widget), get_store (widget)));
}

static void
new_friction (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  gtk_window_present (qh_new_friction_dialog_new (GTK_WINDOW (widget), get_store (widget)));
}

static void
new_promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  gtk_window_present (qh_new_promise_dialog_new (GTK_WINDOW (widget), get_store (widget)));
}

/* --- Windows */

static void
search_for (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *window = QH_WINDOW (widget);
  g_autofree const char **recent = qh_window_list_recent (window);
  GtkWindow *palette = NULL;

  qh_report_flush (widget);
  palette = qh_search_window_new (GTK_WINDOW (widget), get_store (widget),
                                  qh_window_get_page (window), recent);
  if (parameter)
    qh_search_window_ask (QH_SEARCH_WINDOW (palette), g_variant_get_string (parameter, NULL));
  gtk_window_present (palette);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  search_for (widget, action, NULL);
}

static void
log_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *client = g_variant_get_string (parameter, NULL);

  qh_report_flush (widget);
  qh_log_window_present (GTK_WINDOW (widget), get_store (widget), *client ? client : NULL);
}

static void
log_contact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  qh_log_window_present_with (GTK_WINDOW (widget), get_store (widget), "c ");
}

static void
show_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (qh_preferences_window_new (GTK_WINDOW (widget), get_store (widget)));
}

static void
show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_shortcuts_present (GTK_WINDOW (widget));
}

static void
show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_about_present (GTK_WINDOW (widget));
}

/* --- Files */

static void
on_import_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = qh_file_dialog_finish (result);

  if (file)
    qh_file_import (GTK_WIDGET (source), get_store (GTK_WIDGET (source)), file);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Import a File"), _ ("_Import"),
                                _ ("Plans, contacts, calendars"),
                                "*.qh* *.csv *.CSV *.vcf *.VCF *.ics *.ICS *.json" };

  qh_report_flush (widget);
  qh_file_dialog_open (widget, &dialog, on_import_chosen, NULL);
}

static void
export_store (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_report_flush (widget);
  gtk_window_present (qh_export_store_dialog_new (GTK_WINDOW (widget), get_store (widget), NULL));
}

static void
export_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) client = NULL;

  qh_report_flush (widget);
  client = qh_store_get (get_store (widget), &qh_client_entity, id, &error);
  if (client)
    gtk_window_present (
        qh_export_store_dialog_new (GTK_WINDOW (widget), get_store (widget), QH_CLIENT (client)));
  else
    qh_report_error (widget, error);
}

static void
on_backup_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!file)
    return;
  if (!qh_store_backup (get_store (widget), g_file_peek_path (file), NULL, &error)) {
    qh_report_error (widget, error);
    return;
  }
  name = g_file_get_basename (file);
  text = g_strdup_printf (_ ("Backed up to %s"), name);
  qh_report (widget, text, FALSE);
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Back Up"), _ ("_Back Up"), NULL, NULL };
  g_autofree char *today = qh_clock_today (qh_store_get_clock (get_store (widget)));
  g_autofree char *name = g_strdup_printf ("quarterhour-%s.db", today);

  qh_report_flush (widget);
  qh_file_dialog_save (widget, &dialog, name, on_backup_chosen, NULL);
}

static void
on_restore_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *path = user_data;

  if (qh_message_dialog_finish (result))
    gtk_widget_activate_action (GTK_WIDGET (source), "app.restore", "s", path);
}

/* Asked first: undo does not reach behind a restored store. */
static void
on_restore_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autofree char *body = NULL;

  if (!file)
    return;
  body = g_strdup_printf (_ ("What you have now is kept as another backup, and “%s” takes its "
                             "place."),
                          name);
  const QhMessageDialog dialog = { _ ("Restore This Backup?"), body, _ ("_Restore"), FALSE };
  qh_message_dialog_ask (GTK_WIDGET (source), &dialog, on_restore_answered, g_file_get_path (file));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Restore a Backup"), _ ("_Restore"), _ ("Backups"), "*.db" };

  qh_report_flush (widget);
  qh_file_dialog_open (widget, &dialog, on_restore_chosen, NULL);
}

void
qh_window_commands_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-meeting", NULL, new_meeting);
  gtk_widget_class_install_action (klass, "win.new-meeting-with", "s", new_meeting_with);
  gtk_widget_class_install_action (klass, "win.copy-meeting", "s", copy_meeting);
  gtk_widget_class_install_action (klass, "win.new-client", NULL, new_client);
  gtk_widget_class_install_action (klass, "win.new-item", NULL, new_item);
  gtk_widget_class_install_action (klass, "win.new-friction", NULL, new_friction);
  gtk_widget_class_install_action (klass, "win.new-promise", NULL, new_promise);
  gtk_widget_class_install_action (klass, "win.search", NULL, search);
  gtk_widget_class_install_action (klass, "win.search-for", "s", search_for);
  gtk_widget_class_install_action (klass, "win.log-about", "s", log_about);
  gtk_widget_class_install_action (klass, "win.log-contact", NULL, log_contact);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (klass, "win.about", NULL, show_about);
  gtk_widget_class_install_action (klass, "win.import", NULL, import);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_store);
  gtk_widget_class_install_action (klass, "win.export-client", "s", export_client);
  gtk_widget_class_install_action (klass, "win.backup", NULL, back_up);
  gtk_widget_class_install_action (klass, "win.restore", NULL, restore);
}

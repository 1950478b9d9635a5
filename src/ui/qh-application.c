/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the store. Where it cannot be opened, a window with the ways out stands in the place of the
 * window; when another store takes its place, the window is made anew. */
#include "qh-application.h"
#include "base/qh-id.h"
#include "qh-closures.h"
#include "qh-commands.h"
#include "qh-file-import.h"
#include "qh-places.h"
#include "qh-reminders.h"
#include "qh-report.h"
#include "qh-style.h"
#include "qh-window.h"
#include "search/qh-search-provider.h"
#include "start/qh-migration-window.h"
#include "start/qh-opening.h"
#include "start/qh-trouble-window.h"
#include "store/qh-backup.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>

/* How long it stays, started by the desktop for a search, in milliseconds. */
#define STAY 12000

struct _QhApplication {
  AdwApplication parent_instance;

  char *store_path;
  QhOpening *opening; /* the store, while the toolkit comes up; NULL once that was waited for */
  GPtrArray *waiting; /* what the command line asked for while it is brought up to date */
  QhStore *store;
  QhReminders *reminders; /* while there is a store */
  QhStore *looking; /* for the desktop's search while there is no window; NULL: not asked yet */
  QhSearchDoor door;
  guint provider;
};

G_DEFINE_FINAL_TYPE (QhApplication, qh_application, ADW_TYPE_APPLICATION)

/* What the command line may say, beside files. */
static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open another store"), N_ ("FILE") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a page: meetings, clients, content"),
    N_ ("NAME") },
  { "meeting", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a meeting"), N_ ("ID") },
  { "debrief", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a meeting’s debrief"), N_ ("ID") },
  { "client", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a client"), N_ ("ID") },
  { "item", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a content item"), N_ ("ID") },
  { "friction", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a friction"), N_ ("ID") },
  { "promise", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a promise"), N_ ("ID") },
  { "do", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Do something: new-meeting, log"), N_ ("NAME") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

/* --- The store */

static void
apply_color_scheme (QhApplication *self)
{
  static const AdwColorScheme schemes[] = {
    [QH_COLOR_SCHEME_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
    [QH_COLOR_SCHEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [QH_COLOR_SCHEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager, schemes[qh_settings_get_color_scheme (self->store)]);
}

/* The store, or the error that kept it from being opened, once there is one or the other. Begun at
 * startup; what takes another store's place is opened from here. FALSE: it is being brought up to
 * date. */
static gboolean
ensure_store (QhApplication *self, GError **error)
{
  if (self->store)
    return TRUE;
  if (!self->opening)
    self->opening = qh_opening_new (self->store_path);
  if (!qh_opening_wait (self->opening))
    return FALSE;
  self->store = qh_opening_finish (g_steal_pointer (&self->opening), error);
  return TRUE;
}

/* --- Reminders */

static void
on_meeting_due (QhApplication *self, QhMeeting *meeting)
{
  g_autoptr (QhRecord) client =
      qh_store_get (self->store, &qh_client_entity, meeting->client, NULL);
  g_autofree char *when = qh_closure_when (NULL, meeting->start, meeting->zone,
                                           qh_clock_now (qh_store_get_clock (self->store)));
  g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);
  g_autofree char *body = qh_closure_join (NULL, when, aim);
  g_autoptr (GNotification) notification =
      g_notification_new (client ? QH_CLIENT (client)->name : _ ("Meeting"));

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-meeting", "s",
                                                QH_RECORD (meeting)->id);
  g_application_send_notification (G_APPLICATION (self), QH_RECORD (meeting)->id, notification);
}

static void
on_meeting_past (QhApplication *self, const char *meeting)
{
  g_application_withdraw_notification (G_APPLICATION (self), meeting);
}

static void
start_reminders (QhApplication *self)
{
  if (self->reminders)
    return;
  self->reminders = qh_reminders_new (self->store);
  g_signal_connect_object (self->reminders, "due", G_CALLBACK (on_meeting_due), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "past", G_CALLBACK (on_meeting_past), self,
                           G_CONNECT_SWAPPED);
}

static void on_migrated (QhApplication *self, QhMigrationWindow *waiting);

static GtkWindow *
build_waiting_window (QhApplication *self)
{
  QhMigrationWindow *window = qh_migration_window_new (GTK_APPLICATION (self), self->opening);

  g_signal_connect_object (window, "over", G_CALLBACK (on_migrated), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (window);
}

static GtkWindow *
build_window (QhApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  if (!ensure_store (self, &error))
    return build_waiting_window (self);
  if (!self->store && g_error_matches (error, QH_ERROR, QH_ERROR_CANCELLED))
    return NULL;
  if (!self->store)
    return qh_trouble_window_new (application, self->store_path, error);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (apply_color_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  start_reminders (self);
  window = GTK_WINDOW (qh_window_new (application, self->store));
  if (error)
    qh_report_error (GTK_WIDGET (window), error);
  return window;
}

static GtkWindow *
ensure_window (QhApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l; l = l->next)
    if (QH_IS_WINDOW (l->data) || QH_IS_TROUBLE_WINDOW (l->data) ||
        QH_IS_MIGRATION_WINDOW (l->data))
      return l->data;
  return build_window (self);
}

static gpointer
hold (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer)window);
}

/* Held: a window may take others with it when it goes. */
static GList *
list_windows (QhApplication *self)
{
  return g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), hold, NULL);
}

/* Lets go of the store, and of everything that looks at it. */
static void
close_store (QhApplication *self)
{
  g_autolist (GtkWindow) windows = list_windows (self);

  for (GList *l = windows; l; l = l->next)
    gtk_window_destroy (l->data);
  g_clear_object (&self->reminders);
  g_clear_object (&self->looking);
  g_clear_object (&self->store);
}

/* What takes the store's place while it is closed. */
typedef gboolean (*Replace) (QhApplication *self, const char *argument, GError **error);

static void
replace_store (QhApplication *self, Replace replace, const char *argument)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_application_hold (G_APPLICATION (self));
  close_store (self);
  replace (self, argument, &error);
  window = build_window (self);
  gtk_window_present (window);
  if (error)
    qh_report_error (GTK_WIDGET (window), error);
  g_application_release (G_APPLICATION (self));
}

static gboolean
put_backup (QhApplication *self, const char *backup, GError **error)
{
  QhClock clock = qh_clock_system ();

  return qh_backup_restore (self->store_path, backup, &clock, NULL, error);
}

static gboolean
set_aside (QhApplication *self, const char *argument, GError **error)
{
  QhClock clock = qh_clock_system ();

  return qh_backup_set_aside (self->store_path, &clock, NULL, error);
}

static gboolean
salvage (QhApplication *self, const char *argument, GError **error)
{
  QhClock clock = qh_clock_system ();
  g_autofree char *aside = NULL;

  return qh_backup_set_aside (self->store_path, &clock, &aside, error) &&
         qh_backup_salvage (aside, self->store_path, &clock, NULL, error);
}

static gboolean
change_nothing (QhApplication *self, const char *argument, GError **error)
{
  return TRUE;
}

/* --- Actions */

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *path = g_variant_dup_string (parameter, NULL);

  replace_store (user_data, put_backup, path);
}

static void
on_salvage (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  replace_store (user_data, salvage, NULL);
}

static void
on_start_empty (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  replace_store (user_data, set_aside, NULL);
}

static void
on_retry (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  replace_store (user_data, change_nothing, NULL);
}

static gboolean
close_windows (gpointer user_data)
{
  g_autolist (GtkWindow) windows = list_windows (QH_APPLICATION (user_data));

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
  return G_SOURCE_REMOVE;
}

/* Of a notification. */
static void
on_open_meeting (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = ensure_window (user_data);

  gtk_window_present (window);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.open-meeting", parameter);
}

/* The control that has the focus is held for as long as its key is handled: it would outlive what
 * it is bound to, and GTK complains of that. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_windows, g_object_ref (user_data), g_object_unref);
}

static void
add_actions (QhApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "restore", .activate = on_restore, .parameter_type = "s" },
    { .name = "salvage", .activate = on_salvage },
    { .name = "start-empty", .activate = on_start_empty },
    { .name = "retry", .activate = on_retry },
    { .name = "open-meeting", .activate = on_open_meeting, .parameter_type = "s" },
    { .name = "quit", .activate = on_quit },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
add_shortcuts (QhApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);

  for (const QhCommand *command = qh_commands (); command->title; command++)
    if (command->keys && qh_command_is_of_window (command)) {
      g_auto (GStrv) keys = g_strsplit (command->keys, " ", -1);
      gtk_application_set_accels_for_action (application, command->action,
                                             (const char *const *)keys);
    }
  for (const QhPlace *place = qh_places (); place->name; place++) {
    g_autofree char *action = g_strdup_printf ("win.page::%s", place->name);
    const char *keys[] = { place->key, NULL };
    gtk_application_set_accels_for_action (application, action, keys);
  }
}

/* --- Launchers, and the desktop's search */

/* What can be asked for from outside, by the name of the launcher's action. */
static const struct {
  const char *name;
  const char *action;
} errands[] = {
  { "new-meeting", "win.new-meeting" },
  { "log", "win.log" },
  { "today", "win.page::today" },
};

static const char *
find_errand (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (errands); i++)
    if (g_str_equal (errands[i].name, name))
      return errands[i].action;
  return NULL;
}

/* A window that shows something else than the store (it cannot be opened, it is being brought up to
 * date) has no such action, and is only shown. */
static void
do_in_window (QhApplication *self, const char *detailed)
{
  GtkWindow *window = ensure_window (self);
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!window)
    return;
  gtk_window_present (window);
  if (QH_IS_WINDOW (window) && g_action_parse_detailed_name (detailed, &action, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target);
}

static void
on_errand (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_in_window (user_data, find_errand (g_action_get_name (G_ACTION (action))));
}

static void
add_errands (QhApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (errands); i++) {
    g_autoptr (GSimpleAction) action = g_simple_action_new (errands[i].name, NULL);
    g_signal_connect_object (action, "activate", G_CALLBACK (on_errand), self, 0);
    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  }
}

/* Never makes a store, brings none up to date, and does not wait for one that is being opened. */
static QhStore *
look_at_store (gpointer user_data)
{
  QhApplication *self = user_data;
  QhClock clock = qh_clock_system ();

  g_application_hold (G_APPLICATION (self)); /* begins to stay anew */
  g_application_release (G_APPLICATION (self));
  if (self->store || self->opening) {
    g_clear_object (&self->looking);
    return self->store;
  }
  if (!self->looking && g_file_test (self->store_path, G_FILE_TEST_EXISTS))
    self->looking = qh_store_open (self->store_path, QH_STORE_READ_ONLY, &clock, NULL);
  else if (self->looking)
    qh_store_poll (self->looking);
  return self->looking;
}

static void
open_result (const char *action, guint32 time, gpointer user_data)
{
  do_in_window (user_data, action);
}

static void
ask_for_words (const char *words, guint32 time, gpointer user_data)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (words));
  g_autofree char *action = g_action_print_detailed_name ("win.search-for", target);

  do_in_window (user_data, action);
}

static gboolean
qh_application_dbus_register (GApplication *application, GDBusConnection *connection,
                              const char *object_path, GError **error)
{
  QhApplication *self = QH_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (qh_application_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->door = (QhSearchDoor){ look_at_store, open_result, ask_for_words, self };
  self->provider = qh_search_provider_export (connection, path, &self->door, error);
  return self->provider != 0;
}

static void
qh_application_dbus_unregister (GApplication *application, GDBusConnection *connection,
                                const char *object_path)
{
  QhApplication *self = QH_APPLICATION (application);

  if (self->provider != 0)
    g_dbus_connection_unregister_object (connection, self->provider);
  self->provider = 0;

  G_APPLICATION_CLASS (qh_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

/* --- The command line */

/* What is wrong with the options; NULL when nothing is. */
static char *
check_options (GVariantDict *dict)
{
  const char *value;

  if (g_variant_dict_lookup (dict, "page", "&s", &value) && !qh_place_find (value)) {
    g_autofree char *names = qh_place_names ();
    return g_strdup_printf (_ ("--page: there is no page “%s”; there are: %s"), value, names);
  }
  if (g_variant_dict_lookup (dict, "do", "&s", &value) && !find_errand (value))
    return g_strdup_printf (_ ("--do: there is nothing called “%s”; there are: %s"), value,
                            "new-meeting, log, today");
  if (g_variant_dict_lookup (dict, "meeting", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--meeting: “%s” is not the id of a meeting"), value);
  if (g_variant_dict_lookup (dict, "debrief", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--debrief: “%s” is not the id of a meeting"), value);
  if (g_variant_dict_lookup (dict, "client", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--client: “%s” is not the id of a client"), value);
  if (g_variant_dict_lookup (dict, "item", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--item: “%s” is not the id of a content item"), value);
  if (g_variant_dict_lookup (dict, "friction", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--friction: “%s” is not the id of a friction"), value);
  if (g_variant_dict_lookup (dict, "promise", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--promise: “%s” is not the id of a promise"), value);
  return NULL;
}

/* A store of its own is an instance of its own: the second start with the same store finds it. */
static void
name_store (QhApplication *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *digest = NULL;
  g_autofree char *id = NULL;

  g_free (self->store_path);
  self->store_path = g_file_get_path (file);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->store_path, -1);
  id = g_strdup_printf ("%s.Store%.16s", QH_APPLICATION_ID, digest);
  g_application_set_application_id (G_APPLICATION (self), id);
}

static void
open_place (GtkWindow *window, GVariantDict *dict, const char *option, const char *action)
{
  const char *value;

  if (g_variant_dict_lookup (dict, option, "&s", &value))
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", value);
}

static void
import_files (QhApplication *self, GtkWindow *window, GApplicationCommandLine *line,
              GVariantDict *dict)
{
  g_autofree const char **names = NULL;

  if (!self->store || !g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names))
    return;
  for (guint i = 0; names[i]; i++) {
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);
    qh_file_import (GTK_WIDGET (window), self->store, file);
  }
}

static int
qh_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  g_autofree char *problem = NULL;
  const char *path;

  if (g_variant_dict_contains (dict, "version")) {
    g_print ("Quarterhour %s\n", QH_VERSION);
    return 0;
  }
  problem = check_options (dict);
  if (problem) {
    g_printerr ("%s\n", problem);
    return 2;
  }
  if (g_variant_dict_lookup (dict, "store", "^&ay", &path))
    name_store (QH_APPLICATION (application), path);
  return -1;
}

static void
show_places (QhApplication *self, GtkWindow *window, GApplicationCommandLine *line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  const char *errand;

  open_place (window, dict, "page", "win.page");
  open_place (window, dict, "client", "win.open-client");
  open_place (window, dict, "meeting", "win.open-meeting");
  open_place (window, dict, "debrief", "win.debrief");
  open_place (window, dict, "item", "win.open-item");
  open_place (window, dict, "friction", "win.open-friction");
  open_place (window, dict, "promise", "win.open-promise");
  gtk_window_present (window);
  if (g_variant_dict_lookup (dict, "do", "&s", &errand))
    do_in_window (self, find_errand (errand));
  import_files (self, window, line, dict);
}

/* What was asked for meanwhile comes when the store has been brought up to date. */
static int
qh_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  QhApplication *self = QH_APPLICATION (application);
  GtkWindow *window = ensure_window (self);

  if (QH_IS_MIGRATION_WINDOW (window)) {
    g_ptr_array_add (self->waiting, g_object_ref (line));
    gtk_window_present (window);
    return 0;
  }
  show_places (self, window, line);
  return self->store ? 0 : 3;
}

/* The window comes, or the one of a store that cannot be opened; where it was stopped, nothing
 * does, and the app ends with its last window. */
static void
on_migrated (QhApplication *self, QhMigrationWindow *waiting)
{
  g_autoptr (GPtrArray) lines = g_steal_pointer (&self->waiting);
  GtkWindow *window = build_window (self);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; window && i < lines->len; i++)
    show_places (self, window, lines->pdata[i]);
  if (window)
    gtk_window_present (window);
  gtk_window_destroy (GTK_WINDOW (waiting));
}

static void
qh_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  QhApplication *self = QH_APPLICATION (application);
  GtkWindow *window = ensure_window (self);

  gtk_window_present (window);
  for (int i = 0; self->store && i < n_files; i++)
    qh_file_import (GTK_WIDGET (window), self->store, files[i]);
}

/* One window of a store looks after it: where that goes, another one does. */
static void
qh_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (qh_application_parent_class)->window_removed (application, window);

  QhWindow *next = NULL;

  for (GList *l = gtk_application_get_windows (application); l; l = l->next) {
    if (!QH_IS_WINDOW (l->data) || gtk_widget_in_destruction (l->data))
      continue;
    if (qh_window_keeps_store (l->data))
      return;
    next = next ? next : l->data;
  }
  if (next)
    qh_window_keep_store (next);
}

static void
qh_application_activate (GApplication *application)
{
  gtk_window_present (ensure_window (QH_APPLICATION (application)));
}

static void
qh_application_startup (GApplication *application)
{
  QhApplication *self = QH_APPLICATION (application);

  if (!self->store_path)
    self->store_path = qh_store_default_path ();
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    self->opening = qh_opening_new (self->store_path);
  else
    g_application_set_inactivity_timeout (application, STAY); /* it may only be asked something */
  qh_style_start (application);
  G_APPLICATION_CLASS (qh_application_parent_class)->startup (application);

  add_actions (self);
  add_errands (self);
  add_shortcuts (self);
}

static void
qh_application_shutdown (GApplication *application)
{
  QhApplication *self = QH_APPLICATION (application);

  if (self->opening) {
    qh_opening_cancel (self->opening);
    self->store = qh_opening_finish (g_steal_pointer (&self->opening), NULL);
  }
  g_ptr_array_set_size (self->waiting, 0);
  g_clear_object (&self->looking);
  close_store (self);

  G_APPLICATION_CLASS (qh_application_parent_class)->shutdown (application);
}

static void
qh_application_finalize (GObject *object)
{
  g_free (QH_APPLICATION (object)->store_path);
  g_ptr_array_unref (QH_APPLICATION (object)->waiting);

  G_OBJECT_CLASS (qh_application_parent_class)->finalize (object);
}

static void
qh_application_class_init (QhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_application_finalize;
  application_class->handle_local_options = qh_application_handle_local_options;
  application_class->command_line = qh_application_command_line;
  application_class->open = qh_application_open;
  application_class->activate = qh_application_activate;
  GTK_APPLICATION_CLASS (klass)->window_removed = qh_application_window_removed;
  application_class->dbus_register = qh_application_dbus_register;
  application_class->dbus_unregister = qh_application_dbus_unregister;
  application_class->startup = qh_application_startup;
  application_class->shutdown = qh_application_shutdown;

  qh_ui_register_resource ();
}

static void
qh_application_init (QhApplication *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

QhApplication *
qh_application_new (void)
{
  return g_object_new (QH_TYPE_APPLICATION, "application-id", QH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}

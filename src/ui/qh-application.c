/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-application.h"
#include "base/qh-id.h"
#include "qh-window.h"
#include <glib/gi18n-lib.h>

void qh_ui_register_resource (void);

struct _QhApplication {
  AdwApplication parent_instance;

  char *store_path; /* as named with --store; NULL: the app's own */
  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhApplication, qh_application, ADW_TYPE_APPLICATION)

/* What the command line may say, beside files. */
static const GOptionEntry options[] = {
  { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open another store"), N_ ("FILE") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a page: meetings, clients"),
    N_ ("NAME") },
  { "meeting", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a meeting"), N_ ("ID") },
  { "client", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open at a client"), N_ ("ID") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

typedef struct {
  const char *action;
  const char *keys[4];
} Shortcut;

/* Actions of the window, so that a shortcut means the same on every page. What a page alone can do
 * has its shortcut on the page. */
static const Shortcut shortcuts[] = {
  { "win.new-meeting", { "<Control>n" } },
  { "win.search", { "<Control>k", "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.back", { "<Alt>Left" } },
  { "win.import", { "<Control>o" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.page::meetings", { "<Alt>1" } },
  { "win.page::clients", { "<Alt>2" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

/* The window; NULL when there is none because the store could not be opened. */
static GtkWindow *
ensure_window (QhApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  QhClock clock = qh_clock_system ();

  if (window)
    return window;
  path = self->store_path ? g_strdup (self->store_path) : qh_store_default_path ();
  if (!self->store)
    self->store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);
  if (!self->store) {
    g_printerr ("%s\n", error->message);
    return NULL;
  }
  return GTK_WINDOW (qh_window_new (GTK_APPLICATION (self), self->store));
}

static void
open_place (GtkWindow *window, GVariantDict *dict, const char *option, const char *action)
{
  const char *value;

  if (g_variant_dict_lookup (dict, option, "&s", &value))
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", value);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

/* What is wrong with the options; NULL when nothing is. */
static char *
check_options (GVariantDict *dict)
{
  const char *value;

  if (g_variant_dict_lookup (dict, "page", "&s", &value) && !qh_window_has_page (value))
    return g_strdup_printf (_ ("--page: there is no page “%s”; there are: meetings, clients"),
                            value);
  if (g_variant_dict_lookup (dict, "meeting", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--meeting: “%s” is not the id of a meeting"), value);
  if (g_variant_dict_lookup (dict, "client", "&s", &value) && !qh_id_is_valid (value))
    return g_strdup_printf (_ ("--client: “%s” is not the id of a client"), value);
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

static int
qh_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  QhApplication *self = QH_APPLICATION (application);
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
    name_store (self, path);
  return -1;
}

static int
qh_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  QhApplication *self = QH_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  GtkWindow *window = ensure_window (self);

  if (!window)
    return 3;
  open_place (window, dict, "page", "win.page");
  open_place (window, dict, "client", "win.open-client");
  open_place (window, dict, "meeting", "win.open-meeting");
  gtk_window_present (window);
  return 0;
}

static void
qh_application_activate (GApplication *application)
{
  GtkWindow *window = ensure_window (QH_APPLICATION (application));

  if (window)
    gtk_window_present (window);
}

static void
qh_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "quit", .activate = quit } };

  G_APPLICATION_CLASS (qh_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
}

static void
qh_application_shutdown (GApplication *application)
{
  QhApplication *self = QH_APPLICATION (application);

  G_APPLICATION_CLASS (qh_application_parent_class)->shutdown (application);

  g_clear_object (&self->store);
}

static void
qh_application_finalize (GObject *object)
{
  QhApplication *self = QH_APPLICATION (object);

  g_free (self->store_path);

  G_OBJECT_CLASS (qh_application_parent_class)->finalize (object);
}

static void
qh_application_class_init (QhApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = qh_application_finalize;
  application_class->handle_local_options = qh_application_handle_local_options;
  application_class->command_line = qh_application_command_line;
  application_class->activate = qh_application_activate;
  application_class->startup = qh_application_startup;
  application_class->shutdown = qh_application_shutdown;

  qh_ui_register_resource ();
}

static void
qh_application_init (QhApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

QhApplication *
qh_application_new (void)
{
  return g_object_new (QH_TYPE_APPLICATION, "application-id", QH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/quarterhour/Quarterhour", NULL);
}

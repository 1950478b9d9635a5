/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-export-store-dialog.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-export-work.h"
#include "qh-report.h"
#include "widgets/qh-watch-bar.h"
#include <glib/gi18n-lib.h>

static const struct {
  QhExportFormat format;
  const char *title;
  const char *subtitle;
  const char *extension; /* NULL: a folder */
  gboolean of_client; /* whether it can be of one client */
} formats[] = {
  { QH_EXPORT_JSON, N_ ("Everything"),
    N_ ("One JSON file in which nothing is lost; another store can take it in"), "json", FALSE },
  { QH_EXPORT_CSV, N_ ("Tables"),
    N_ ("A folder with a CSV file for each kind of record, for spreadsheets"), NULL, FALSE },
  { QH_EXPORT_VCARD_4, N_ ("Contacts"), N_ ("vCard 4.0, for address books and phones"), "vcf",
    TRUE },
  { QH_EXPORT_VCARD_3, N_ ("Contacts, for older programs"), N_ ("vCard 3.0"), "vcf", TRUE },
  { QH_EXPORT_CALENDAR, N_ ("Calendar"), N_ ("The meetings that have a day, as iCalendar"), "ics",
    TRUE },
};

struct _QhExportStoreDialog {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *whose;
  GtkListBox *formats;
  GtkWidget *files_row;
  GtkSwitch *with_files;
  GtkLabel *problem;
  QhWatchBar *bar;

  QhStore *store;
  QhClient *client; /* NULL: all */
  GtkCheckButton *choices[G_N_ELEMENTS (formats)]; /* NULL: not offered */
  GCancellable *cancellable; /* while it runs */
  QhWatchBar *told; /* the bar, which a thread may tell longer than the window stands */
  char *path;
};

G_DEFINE_FINAL_TYPE (QhExportStoreDialog, qh_export_store_dialog, ADW_TYPE_WINDOW)

/* --- Choosing */

static guint
get_choice (QhExportStoreDialog *self)
{
  guint i = 0;

  while (!self->choices[i] || !gtk_check_button_get_active (self->choices[i]))
    i++;
  return i;
}

static void
on_toggled (QhExportStoreDialog *self)
{
  gtk_widget_set_visible (self->files_row,
                          self->choices[0] && gtk_check_button_get_active (self->choices[0]));
}

static void
add_format (QhExportStoreDialog *self, guint i, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (formats[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (formats[i].subtitle));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The rows take the focus: the arrows do not lead from one of these to the next. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (formats[i].title), -1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->formats, row);
  self->choices[i] = GTK_CHECK_BUTTON (button);
}

/* JSON and tables are always of the whole store. */
static void
add_formats (QhExportStoreDialog *self)
{
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (self->client && !formats[i].of_client)
      continue;
    add_format (self, i, first);
    first = first ? first : self->choices[i];
  }
  gtk_check_button_set_active (first, TRUE);
}

static void
show_problem (QhExportStoreDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- Writing */

static void
set_running (QhExportStoreDialog *self, gboolean running)
{
  g_clear_object (&self->cancellable);
  if (running)
    self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", !running);
  gtk_stack_set_visible_child_name (self->stack, running ? "running" : "choose");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
close_with_word (QhExportStoreDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: a file's name */
  g_autofree char *text = g_strdup_printf (_ ("Exported to %s"), name);

  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), text, FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QhExportStoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = qh_export_work_finish (result, &error);

  if (!self->store)
    return;
  set_running (self, FALSE);
  if (ok)
    close_with_word (self);
  else
    show_problem (self,
                  g_error_matches (error, QH_ERROR, QH_ERROR_CANCELLED) ? NULL : error->message);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhExportStoreDialog *self = QH_EXPORT_STORE_DIALOG (source);
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  guint choice = get_choice (self);
  const char *extension = formats[choice].extension;
  QhExportOptions options = { formats[choice].format,
                              self->client ? QH_RECORD (self->client)->id : NULL,
                              gtk_switch_get_active (self->with_files) };
  QhWatch watch;

  if (!file || !self->store)
    return;
  g_free (self->path);
  self->path = extension ? qh_path_with_extension (g_file_peek_path (file), extension)
                         : g_file_get_path (file);
  set_running (self, TRUE);
  g_set_object (&self->told, self->bar);
  watch = qh_watch_bar_watch (self->bar, self->cancellable);
  qh_export_work_async (self->store, &options, self->path, &watch, on_written, g_object_ref (self));
}

static void
export_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhExportStoreDialog *self = QH_EXPORT_STORE_DIALOG (widget);
  const QhFileDialog dialog = { _ ("Export"), _ ("_Export"), NULL, NULL };
  const char *extension = formats[get_choice (self)].extension;
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autofree char *name = NULL;

  show_problem (self, NULL);
  if (!extension) {
    qh_file_dialog_folder (widget, &dialog, on_chosen, NULL);
    return;
  }
  name = g_strdup_printf ("quarterhour-%s.%s", today, extension);
  qh_file_dialog_save (widget, &dialog, name, on_chosen, NULL);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhExportStoreDialog *self = QH_EXPORT_STORE_DIALOG (widget);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

/* Closing stops what runs. */
static gboolean
qh_export_store_dialog_close_request (GtkWindow *window)
{
  stop (GTK_WIDGET (window), NULL, NULL);
  return GTK_WINDOW_CLASS (qh_export_store_dialog_parent_class)->close_request (window);
}

static void
qh_export_store_dialog_dispose (GObject *object)
{
  QhExportStoreDialog *self = QH_EXPORT_STORE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_export_store_dialog_parent_class)->dispose (object);
}

static void
qh_export_store_dialog_finalize (GObject *object)
{
  QhExportStoreDialog *self = QH_EXPORT_STORE_DIALOG (object);

  g_clear_object (&self->told);
  g_free (self->path);

  G_OBJECT_CLASS (qh_export_store_dialog_parent_class)->finalize (object);
}

static void
qh_export_store_dialog_class_init (QhExportStoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_export_store_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_export_store_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = qh_export_store_dialog_close_request;

  g_type_ensure (QH_TYPE_WATCH_BAR);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_chosen);
  gtk_widget_class_install_action (widget_class, "dialog.stop", NULL, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/dialogs/export-store-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, whose);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, with_files);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QhExportStoreDialog, bar);
}

static void
qh_export_store_dialog_init (QhExportStoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_export_store_dialog_new (GtkWindow *parent, QhStore *store, QhClient *client)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhExportStoreDialog *self =
      g_object_new (QH_TYPE_EXPORT_STORE_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->client = client ? g_object_ref (client) : NULL;
  if (client)
    gtk_label_set_label (self->whose, client->name);
  add_formats (self);
  on_toggled (self);
  gtk_widget_child_focus (GTK_WIDGET (self->formats), GTK_DIR_TAB_FORWARD);
  return GTK_WINDOW (self);
}

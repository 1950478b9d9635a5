/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imports/qh-import-page.h"
#include "exchange/qh-import-work.h"
#include "imports/qh-import-columns.h"
#include "imports/qh-import-events.h"
#include "imports/qh-import-figures.h"
#include "imports/qh-import-text.h"
#include "qh-field-control.h"
#include "qh-report.h"
#include "widgets/qh-header.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-watch-bar.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* In milliseconds: until a choice is tried, as the next may follow; between two looks at how far it
 * is. */
#define TRY_AFTER 150

static const char separators[] = ",;\t";
static const char *const encodings[] = { "UTF-8", "UTF-16", "Windows-1252", NULL };

struct _QhImportPage {
  AdwBin parent_instance;

  GtkStack *stack; /* reading, ask, running, report, failed */
  QhImportFigures *trial;
  GtkLabel *problem;
  AdwPreferencesGroup *preview;
  AdwBin *part; /* columns, or events */
  AdwPreferencesGroup *dialect;
  AdwComboRow *separator;
  AdwComboRow *encoding;
  QhWatchBar *bar;
  QhImportFigures *result;
  GtkWidget *undo;
  AdwStatusPage *failure;

  QhStore *store;
  char *path;
  char *subtitle;
  QhImportSurvey *survey;
  QhCsvDialect chosen; /* all zero: as found */
  GPtrArray *people; /* rows of the preview, borrowed */
  char *first; /* the id of what came in first; NULL: nothing */
  GCancellable *cancellable; /* of what is under way */
  guint trying;
  gboolean is_running, is_setting;
};

G_DEFINE_FINAL_TYPE (QhImportPage, qh_import_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void set_combo (QhImportPage *self, AdwComboRow *row, guint position);
static void show_survey (QhImportPage *self);

/* --- What is under way: one thing at a time, the older one has nothing more to say */

static void
cancel (QhImportPage *self)
{
  g_clear_handle_id (&self->trying, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GCancellable *
begin (QhImportPage *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static gboolean
is_current (QhImportPage *self, GAsyncResult *result)
{
  return self->cancellable && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
set_ready (QhImportPage *self, gboolean is_ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", is_ready);
}

static void
show_problem (QhImportPage *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trial), text == NULL);
  if (text)
    set_ready (self, FALSE);
}

/* --- The first people, as they will be */

static void
add_person (QhImportPage *self, const QhCard *card)
{
  g_autofree char *title = qh_import_text_person (card);
  g_autofree char *subtitle = qh_import_text_details (card);
  GtkWidget *row;

  if (!title) /* nobody: left out, with the reason */
    return;
  row = qh_plain_row_new (title, subtitle);
  adw_preferences_group_add (self->preview, row);
  g_ptr_array_add (self->people, row);
}

static void
show_people (QhImportPage *self, const QhCsvMapping *mapping)
{
  const QhImportSurvey *survey = self->survey;

  for (guint i = 0; i < self->people->len; i++)
    adw_preferences_group_remove (self->preview, g_ptr_array_index (self->people, i));
  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; mapping && i < survey->rows->len; i++) {
    g_autoptr (QhCard) card = qh_csv_mapping_read (mapping, (const char *const *)survey->header,
                                                   g_ptr_array_index (survey->rows, i));
    add_person (self, card);
  }
  for (guint i = 0; survey->cards && i < survey->cards->len; i++)
    add_person (self, g_ptr_array_index (survey->cards, i));
  gtk_widget_set_visible (GTK_WIDGET (self->preview), self->people->len > 0);
}

/* --- Trying */

static const QhCsvMapping *
get_mapping (QhImportPage *self)
{
  GtkWidget *part = adw_bin_get_child (self->part);

  return QH_IS_IMPORT_COLUMNS (part) ? qh_import_columns_get_mapping (QH_IMPORT_COLUMNS (part))
                                     : NULL;
}

static void
work (QhImportPage *self, gboolean dry_run, GAsyncReadyCallback callback)
{
  GtkWidget *part = adw_bin_get_child (self->part);
  QhWatch watch = qh_watch_bar_watch (self->bar, begin (self));
  QhImportOptions options = {
    .dry_run = dry_run, .mapping = get_mapping (self), .watch = &watch, .dialect = self->chosen
  };
  g_autoptr (GHashTable) clients = NULL;

  if (QH_IS_IMPORT_EVENTS (part)) {
    clients = qh_import_events_get_clients (QH_IMPORT_EVENTS (part));
    options.clients = clients;
    options.client = qh_import_events_get_client (QH_IMPORT_EVENTS (part));
  }
  qh_import_work_async (self->store, self->path, &options, callback, g_object_ref (self));
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QhImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_import_work_finish (result, &error);

  if (!is_current (self, result))
    return;
  show_problem (self, report ? NULL : error->message);
  if (!report)
    return;
  qh_import_figures_show (self->trial, report);
  set_ready (self, report->added + report->changed > 0);
}

static gboolean
on_try (gpointer user_data)
{
  QhImportPage *self = user_data;

  self->trying = 0;
  work (self, TRUE, on_tried);
  return G_SOURCE_REMOVE;
}

/* Another choice: what was tried is no more true. */
static void
try (QhImportPage *self)
{
  const QhCsvMapping *mapping = get_mapping (self);
  g_autoptr (GError) error = NULL;

  cancel (self);
  show_people (self, mapping);
  if (mapping && !qh_csv_mapping_check (mapping, &error)) {
    show_problem (self, error->message);
    return;
  }
  show_problem (self, NULL);
  set_ready (self, FALSE);
  qh_import_figures_show (self->trial, NULL);
  self->trying = g_timeout_add (TRY_AFTER, on_try, self);
}

/* --- Reading */

static void
fail (QhImportPage *self, const GError *error)
{
  g_autofree char *plain = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, plain);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_surveyed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QhImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  QhImportSurvey *survey = qh_import_survey_finish (result, &error);

  if (!is_current (self, result)) {
    g_clear_pointer (&survey, qh_import_survey_free);
    return;
  }
  if (survey) {
    adw_bin_set_child (self->part, NULL);
    g_clear_pointer (&self->survey, qh_import_survey_free);
    self->survey = survey;
    show_survey (self);
  } else if (self->survey) {
    show_problem (self, error->message);
  } else {
    fail (self, error);
  }
}

static void
read_file (QhImportPage *self)
{
  set_ready (self, FALSE);
  qh_import_survey_async (self->store, self->path, &self->chosen, begin (self), on_surveyed,
                          g_object_ref (self));
}

static void
show_dialect (QhImportPage *self)
{
  const char *separator = strchr (separators, self->survey->separator);
  guint encoding = 0;

  while (encodings[encoding] && !g_str_equal (encodings[encoding], self->survey->encoding))
    encoding++;
  set_combo (self, self->separator,
             separator ? (guint)(separator - separators) : GTK_INVALID_LIST_POSITION);
  set_combo (self, self->encoding, encoding);
}

static GtkWidget *
build_part (QhImportPage *self)
{
  GtkWidget *part = NULL;

  if (self->survey->mapping)
    part = qh_import_columns_new (self->survey);
  else if (self->survey->events && qh_import_events_count_open (self->survey->events) > 0)
    part = qh_import_events_new (self->store, self->survey->events);
  if (part)
    g_signal_connect_object (part, "changed", G_CALLBACK (try), self, G_CONNECT_SWAPPED);
  return part;
}

static void
show_survey (QhImportPage *self)
{
  gboolean is_table = self->survey->header != NULL;
  gboolean is_first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "ask") != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->dialect), is_table);
  if (is_table)
    show_dialect (self);
  adw_bin_set_child (self->part, build_part (self));
  gtk_stack_set_visible_child_name (self->stack, "ask");
  if (is_first)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  try (self);
}

/* --- How the file is written */

static void
set_combo (QhImportPage *self, AdwComboRow *row, guint position)
{
  self->is_setting = TRUE;
  adw_combo_row_set_selected (row, position);
  self->is_setting = FALSE;
}

static void
on_dialect_selected (QhImportPage *self)
{
  guint separator = adw_combo_row_get_selected (self->separator);
  guint encoding = adw_combo_row_get_selected (self->encoding);

  if (self->is_setting || !self->survey)
    return;
  if (separator < strlen (separators))
    self->chosen.separator = separators[separator];
  if (encodings[MIN (encoding, G_N_ELEMENTS (encodings) - 1)])
    self->chosen.encoding = encodings[encoding];
  read_file (self);
}

static void
fill_combos (QhImportPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) codes = gtk_string_list_new (encodings);

  for (const char *separator = separators; *separator; separator++)
    gtk_string_list_append (names, qh_import_text_separator (*separator));
  self->is_setting = TRUE;
  adw_combo_row_set_model (self->separator, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (codes));
  self->is_setting = FALSE;
  qh_field_control_name_parts (GTK_WIDGET (self->separator), _ ("Separator"));
  qh_field_control_name_parts (GTK_WIDGET (self->encoding), _ ("Encoding"));
}

/* --- Taking in */

static void
show_report (QhImportPage *self, const QhImportReport *report)
{
  g_free (self->first);
  self->first = report->ids->len > 0 ? g_strdup (g_ptr_array_index (report->ids, 0)) : NULL;
  gtk_widget_set_visible (self->undo, self->first != NULL);
  qh_import_figures_show (self->result, report);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
go_back_to_asking (QhImportPage *self, const GError *error)
{
  gtk_stack_set_visible_child_name (self->stack, "ask");
  if (g_error_matches (error, QH_ERROR, QH_ERROR_CANCELLED))
    qh_report (GTK_WIDGET (self), _ ("Nothing was imported"), FALSE);
  else
    qh_report_error (GTK_WIDGET (self), error);
  try (self);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QhImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_import_work_finish (result, &error);

  self->is_running = FALSE;
  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (report)
    show_report (self, report);
  else
    go_back_to_asking (self, error);
}

static void
run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhImportPage *self = QH_IMPORT_PAGE (widget);

  qh_report_flush (widget);
  self->is_running = TRUE;
  set_ready (self, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "running");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  work (self, FALSE, on_taken);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhImportPage *self = QH_IMPORT_PAGE (widget);

  if (self->is_running && self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

static void
close_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = qh_import_page_name (QH_IMPORT_PAGE (widget)->path);

  gtk_widget_activate_action (widget, "win.close-page", "s", name);
}

/* What came in was taken back: there is nothing more to tell. Undo is offered as long as it would
 * take back just that. */
static void
on_store_changed (QhImportPage *self)
{
  g_autoptr (QhRecord) record = NULL;

  if (!self->first)
    return;
  gtk_widget_set_visible (self->undo, FALSE);
  record = qh_store_find (self->store, self->first, NULL);
  if (!record)
    close_page (GTK_WIDGET (self), NULL, NULL);
}

/* --- The class */

/* Whoever goes away from it wants no more of it. */
static void
qh_import_page_unroot (GtkWidget *widget)
{
  cancel (QH_IMPORT_PAGE (widget));

  GTK_WIDGET_CLASS (qh_import_page_parent_class)->unroot (widget);
}

static void
qh_import_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhImportPage *self = QH_IMPORT_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_import_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhImportPage *self = QH_IMPORT_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    self->subtitle = g_value_dup_string (value);
}

static void
qh_import_page_dispose (GObject *object)
{
  QhImportPage *self = QH_IMPORT_PAGE (object);

  cancel (self);
  if (self->part)
    adw_bin_set_child (self->part, NULL);
  g_clear_pointer (&self->survey, qh_import_survey_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/imports/import-page.ui");
  gtk_widget_class_bind_template_child (klass, QhImportPage, stack);
  gtk_widget_class_bind_template_child (klass, QhImportPage, trial);
  gtk_widget_class_bind_template_child (klass, QhImportPage, problem);
  gtk_widget_class_bind_template_child (klass, QhImportPage, preview);
  gtk_widget_class_bind_template_child (klass, QhImportPage, part);
  gtk_widget_class_bind_template_child (klass, QhImportPage, dialect);
  gtk_widget_class_bind_template_child (klass, QhImportPage, separator);
  gtk_widget_class_bind_template_child (klass, QhImportPage, encoding);
  gtk_widget_class_bind_template_child (klass, QhImportPage, bar);
  gtk_widget_class_bind_template_child (klass, QhImportPage, result);
  gtk_widget_class_bind_template_child (klass, QhImportPage, undo);
  gtk_widget_class_bind_template_child (klass, QhImportPage, failure);
  gtk_widget_class_bind_template_callback (klass, on_dialect_selected);
}

static void
qh_import_page_class_init (QhImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_import_page_get_property;
  object_class->set_property = qh_import_page_set_property;
  object_class->dispose = qh_import_page_dispose;
  widget_class->unroot = qh_import_page_unroot;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "import.run", NULL, run);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.run",
                                       NULL);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_WATCH_BAR);
  g_type_ensure (QH_TYPE_IMPORT_FIGURES);
  bind_template (widget_class);
}

static void
qh_import_page_init (QhImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_ptr_array_new ();
  fill_combos (self);
}

GtkWidget *
qh_import_page_new (QhStore *store, const char *path)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (path, NULL);

  g_autofree char *name = g_filename_display_basename (path);
  QhImportPage *self = g_object_new (QH_TYPE_IMPORT_PAGE, "store", store, "subtitle", name, NULL);

  self->path = g_strdup (path);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  read_file (self);
  return GTK_WIDGET (self);
}

char *
qh_import_page_name (const char *path)
{
  return g_strconcat ("import ", path, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imports/qh-import-columns.h"
#include "base/qh-text.h"
#include "qh-field-control.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhImportColumns {
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *keep; /* the switch; NULL: every column is known */

  QhCsvMapping *mapping;
  GPtrArray *rows; /* by column: AdwComboRow (borrowed), or NULL for what holds nothing */
  GListModel *targets;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhImportColumns, qh_import_columns, ADW_TYPE_BIN)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What a column can become: all targets but "unknown", which is said as left out */

#define TARGET_OF(position) ((QhCsvTarget)((position) + QH_TARGET_LEFT_OUT))
#define POSITION_OF(target) ((guint)(target)-QH_TARGET_LEFT_OUT)

static GListModel *
build_targets (void)
{
  GtkStringList *targets = gtk_string_list_new (NULL);

  for (QhCsvTarget target = QH_TARGET_LEFT_OUT; target < QH_N_TARGETS; target++)
    gtk_string_list_append (targets, qh_csv_target_label (target));
  return G_LIST_MODEL (targets);
}

static QhCsvTarget
shown_target (QhImportColumns *self, guint column)
{
  QhCsvTarget target = self->mapping->uses[column].target;

  if (target != QH_TARGET_UNKNOWN)
    return target;
  return self->mapping->keep_unknown ? QH_TARGET_NOTE : QH_TARGET_LEFT_OUT;
}

static void
show_targets (QhImportColumns *self)
{
  self->is_setting = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      adw_combo_row_set_selected (self->rows->pdata[i], POSITION_OF (shown_target (self, i)));
  self->is_setting = FALSE;
}

static void
on_target_selected (QhImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column, selected = adw_combo_row_get_selected (row);

  if (self->is_setting || selected == GTK_INVALID_LIST_POSITION ||
      !g_ptr_array_find (self->rows, row, &column))
    return;
  if (shown_target (self, column) == TARGET_OF (selected))
    return;
  qh_csv_mapping_set (self->mapping, column, TARGET_OF (selected));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_keep_switched (QhImportColumns *self, GParamSpec *pspec, GtkSwitch *keep)
{
  self->mapping->keep_unknown = gtk_switch_get_active (keep);
  show_targets (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- Building */

static char *
describe_heading (const QhImportSurvey *survey, guint column)
{
  return qh_text_is_empty (survey->header[column])
             ? g_strdup_printf (_ ("Column %u, without a heading"), column + 1)
             : g_strdup (survey->header[column]);
}

static GtkWidget *
build_row (QhImportColumns *self, const QhImportSurvey *survey, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *heading = describe_heading (survey, column);

  qh_plain_row_set_text (ADW_ACTION_ROW (row), heading, survey->columns[column].samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), self->targets);
  qh_field_control_name_parts (row, heading);
  self->rows->pdata[column] = row;
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_target_selected), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static AdwPreferencesGroup *
add_group (QhImportColumns *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static gboolean
is_of (QhImportColumns *self, const QhImportSurvey *survey, guint column, gboolean known)
{
  return survey->columns[column].is_filled &&
         (self->mapping->uses[column].target != QH_TARGET_UNKNOWN) == known;
}

static guint
count_columns (QhImportColumns *self, const QhImportSurvey *survey, gboolean known)
{
  guint n = 0;

  for (guint i = 0; i < self->mapping->n_columns; i++)
    n += is_of (self, survey, i, known);
  return n;
}

static void
add_rows (QhImportColumns *self, const QhImportSurvey *survey, AdwPreferencesGroup *group,
          gboolean known)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (is_of (self, survey, i, known))
      adw_preferences_group_add (group, build_row (self, survey, i));
}

static void
add_switch (QhImportColumns *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();

  self->keep = gtk_switch_new ();
  gtk_widget_set_valign (self->keep, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (self->keep), self->mapping->keep_unknown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keep them as notes"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Keep them as notes"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("A line for each, with its heading, in the person’s notes"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->keep);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->keep);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (self->keep, "notify::active", G_CALLBACK (on_keep_switched), self,
                           G_CONNECT_SWAPPED);
}

static void
add_empty_columns (QhImportColumns *self, const QhImportSurvey *survey)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (!survey->columns[i].is_filled && *survey->header[i] != '\0')
      g_ptr_array_add (headings, survey->header[i]);
  if (headings->len == 0)
    return;
  g_ptr_array_add (headings, NULL);
  joined = g_strjoinv (", ", (GStrv)headings->pdata);
  /* Translators: a list of headings */
  text = g_strdup_printf (_ ("Empty in every row: %s"), joined);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->box, label);
}

static void
fill (QhImportColumns *self, const QhImportSurvey *survey)
{
  const char *remembered =
      survey->is_remembered ? _ ("As you had it for a file with these headings") : NULL;

  /* What a person has to say something about comes first. */
  if (count_columns (self, survey, FALSE) > 0) {
    AdwPreferencesGroup *group = add_group (self, _ ("Columns That Nobody Knows"), NULL);
    add_switch (self, group);
    add_rows (self, survey, group, FALSE);
  }
  if (count_columns (self, survey, TRUE) > 0)
    add_rows (self, survey, add_group (self, _ ("Columns"), remembered), TRUE);
  add_empty_columns (self, survey);
  show_targets (self);
}

static void
qh_import_columns_dispose (GObject *object)
{
  QhImportColumns *self = QH_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->mapping, qh_csv_mapping_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->targets);

  G_OBJECT_CLASS (qh_import_columns_parent_class)->dispose (object);
}

static void
qh_import_columns_class_init (QhImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_import_columns_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qh_import_columns_init (QhImportColumns *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->targets = build_targets ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
qh_import_columns_new (const QhImportSurvey *survey)
{
  g_return_val_if_fail (survey && survey->mapping, NULL);

  QhImportColumns *self = g_object_new (QH_TYPE_IMPORT_COLUMNS, NULL);
  self->mapping = qh_csv_mapping_copy (survey->mapping);
  self->rows = g_ptr_array_new ();
  g_ptr_array_set_size (self->rows, (int)self->mapping->n_columns);
  self->is_setting = TRUE;
  fill (self, survey);
  return GTK_WIDGET (self);
}

const QhCsvMapping *
qh_import_columns_get_mapping (QhImportColumns *self)
{
  g_return_val_if_fail (QH_IS_IMPORT_COLUMNS (self), NULL);

  return self->mapping;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import-survey.h"
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-file.h"
#include "exchange/qh-import-world.h"
#include "exchange/qh-vcard.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Different values of a column that are shown, and how much of each. */
#define SAMPLES 3
#define SAMPLE_LENGTH 24

void
qh_import_survey_free (QhImportSurvey *survey)
{
  guint n = survey->header != NULL ? g_strv_length (survey->header) : 0;

  for (guint i = 0; survey->columns != NULL && i < n; i++)
    g_free (survey->columns[i].samples);
  g_free (survey->columns);
  g_free (survey->encoding);
  g_strfreev (survey->header);
  g_clear_pointer (&survey->rows, g_ptr_array_unref);
  g_clear_pointer (&survey->mapping, qh_csv_mapping_free);
  g_clear_pointer (&survey->cards, g_ptr_array_unref);
  g_clear_pointer (&survey->events, g_ptr_array_unref);
  g_free (survey);
}

/* --- Tables */

typedef struct {
  QhImportSurvey *survey;
  guint n_columns;
  GPtrArray **samples; /* of each column (char *) */
} Looking;

static void
look_at_cell (Looking *looking, guint column, const char *cell)
{
  GPtrArray *samples = looking->samples[column];
  g_autofree char *shown = NULL;

  if (samples->len == SAMPLES || qh_text_is_empty (cell))
    return;
  shown = qh_text_shorten (cell, SAMPLE_LENGTH);
  if (!g_ptr_array_find_with_equal_func (samples, shown, g_str_equal, NULL))
    g_ptr_array_add (samples, g_steal_pointer (&shown));
}

static gboolean
look_at_row (const QhCsvRow *row, gpointer data, GError **error)
{
  Looking *looking = data;
  GPtrArray *rows = looking->survey->rows;

  for (guint i = 0; i < looking->n_columns; i++)
    look_at_cell (looking, i, row->cells[i]);
  if (rows->len < QH_IMPORT_SURVEY_ROWS)
    g_ptr_array_add (rows, g_strdupv ((GStrv)row->cells));
  return TRUE;
}

/* All rows: what holds nothing at the beginning may hold something further down. */
static gboolean
look_at_columns (QhImportSurvey *survey, const QhCsvFile *file, GError **error)
{
  g_autofree GPtrArray **samples = g_new0 (GPtrArray *, file->n_columns);
  Looking looking = { survey, file->n_columns, samples };
  gboolean ok;

  for (guint i = 0; i < file->n_columns; i++)
    samples[i] = g_ptr_array_new_with_free_func (g_free);
  ok = qh_csv_file_each (file, look_at_row, &looking, error);
  survey->columns = g_new0 (QhImportColumn, file->n_columns);
  for (guint i = 0; i < file->n_columns; i++) {
    survey->columns[i].is_filled = samples[i]->len > 0;
    g_ptr_array_add (samples[i], NULL);
    if (survey->columns[i].is_filled)
      survey->columns[i].samples = g_strjoinv (" · ", (GStrv)samples[i]->pdata);
    g_ptr_array_unref (samples[i]);
  }
  return ok;
}

static gboolean
survey_table (QhImportSurvey *survey, QhStore *store, GBytes *bytes, const QhCsvDialect *dialect,
              GError **error)
{
  g_autoptr (QhCsvFile) file = qh_csv_file_new_as (bytes, dialect, error);
  const char *const *header = file != NULL ? (const char *const *)file->header : NULL;

  if (file == NULL)
    return FALSE;
  survey->encoding = g_strdup (file->encoding);
  survey->separator = file->separator;
  survey->header = g_strdupv (file->header);
  survey->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  if (qh_import_find_table (header) != NULL) {
    survey->kind = QH_IMPORT_TABLE;
    return TRUE;
  }
  survey->mapping = qh_csv_mapping_recall (store, header);
  survey->is_remembered = survey->mapping != NULL;
  if (survey->mapping == NULL)
    survey->mapping = qh_csv_mapping_propose (header);
  return look_at_columns (survey, file, error);
}

/* --- Others */

/* The first cards that can be taken; the rest is only read. */
static gboolean
keep_card (QhCard *card, guint line, const char *reason, gpointer data, GError **error)
{
  GPtrArray *cards = data;

  if (card != NULL && cards->len < QH_IMPORT_SURVEY_ROWS)
    g_ptr_array_add (cards, qh_card_copy (card));
  return TRUE;
}

static gboolean
survey_cards (QhImportSurvey *survey, GBytes *bytes, GError **error)
{
  survey->kind = QH_IMPORT_CARDS;
  survey->cards = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_card_free);
  return qh_vcard_each (bytes, keep_card, survey->cards, error);
}

static gboolean
survey_calendar (QhImportSurvey *survey, QhStore *store, GBytes *bytes, GError **error)
{
  survey->kind = QH_IMPORT_CALENDAR;
  survey->events = qh_calendar_list (store, bytes, error);
  return survey->events != NULL;
}

static gboolean
survey_file (QhImportSurvey *survey, QhStore *store, const char *suffix, GBytes *bytes,
             const QhCsvDialect *dialect, GError **error)
{
  if (g_str_equal (suffix, ".csv"))
    return survey_table (survey, store, bytes, dialect, error);
  if (g_str_equal (suffix, ".vcf"))
    return survey_cards (survey, bytes, error);
  if (g_str_equal (suffix, ".ics"))
    return survey_calendar (survey, store, bytes, error);
  survey->kind = QH_IMPORT_STORE;
  return TRUE;
}

QhImportSurvey *
qh_import_survey_new (QhStore *store, const char *path, const QhCsvDialect *dialect, GError **error)
{
  g_autoptr (QhImportSurvey) survey = g_new0 (QhImportSurvey, 1);
  const QhImportWorldFormat *format = qh_import_find_world_format (path);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (format != NULL, NULL);
  bytes = qh_file_read (path, format->max_size, error);
  if (bytes == NULL || !survey_file (survey, store, format->suffix, bytes, dialect, error))
    return NULL;
  return g_steal_pointer (&survey);
}

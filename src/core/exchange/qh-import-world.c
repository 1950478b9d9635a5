/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import-world.h"
#include "base/qh-error.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-contacts-csv.h"
#include "exchange/qh-store-json.h"
#include "exchange/qh-vcard.h"
#include <glib/gi18n-lib.h>

/* Those that came in before, or a list of one's own. */
static QhKnownPeople *
take_people (QhStore *store, const QhImportOptions *options, QhKnownPeople **own, GError **error)
{
  if (options->people != NULL)
    return options->people;
  *own = qh_known_people_new (store, error);
  return *own;
}

/* A file may be another by the time that somebody has said what its columns are. */
static QhCsvMapping *
take_mapping (const QhCsvFile *file, const QhCsvMapping *mapping, GError **error)
{
  if (mapping->n_columns == file->n_columns)
    return qh_csv_mapping_copy (mapping);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("it has other columns than before: open it again"));
  return NULL;
}

static QhCsvMapping *
find_mapping (QhStore *store, const QhCsvFile *file, const QhImportOptions *options, GError **error)
{
  const char *const *header = (const char *const *)file->header;
  QhCsvMapping *mapping;

  if (options->mapping != NULL)
    return take_mapping (file, options->mapping, error);
  mapping = qh_csv_mapping_recall (store, header);
  if (mapping == NULL)
    mapping = qh_csv_mapping_propose (header);
  mapping->keep_unknown = mapping->keep_unknown || options->keep_unknown;
  return mapping;
}

/* What the headings say that nobody knows, for people. */
static void
note_unknown (const QhCsvMapping *mapping, const char *const *header, QhImportReport *report)
{
  g_autoptr (GPtrArray) unknown = qh_csv_mapping_list_unknown (mapping, header);
  g_autofree char *names = NULL;

  if (unknown->len == 0 || mapping->keep_unknown)
    return;
  g_ptr_array_add (unknown, NULL);
  names = g_strjoinv (", ", (GStrv)unknown->pdata);
  /* Translators: a list of headings */
  g_ptr_array_add (report->news,
                   g_strdup_printf (_ ("Columns left out, because nobody knows them: %s"), names));
}

/* --- Tables that the app wrote */

const QhEntity *
qh_import_find_table (const char *const *header)
{
  guint n, n_columns = g_strv_length ((GStrv)header);
  const QhEntity *const *entities = qh_entities (&n);

  if (!g_strv_contains (header, "id") || !g_strv_contains (header, "modified"))
    return NULL;
  for (guint i = 0; i < n; i++) {
    guint k = 0;
    while (k < n_columns && qh_entity_field (entities[i], header[k]) != NULL)
      k++;
    if (k == n_columns && k == entities[i]->n_fields)
      return entities[i];
  }
  return NULL;
}

typedef struct {
  QhRecordsIn *records;
  const QhEntity *entity;
  const char *const *header;
  const char *name; /* of the file */
} Table;

static gboolean
read_cell (QhRecord *record, const QhField *field, const char *cell, GError **error)
{
  if (*cell != '\0')
    return qh_record_set_text (record, field, cell, error);
  /* Empty is none, also where a new record has a value. */
  if (field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT)
    qh_record_set_int (record, field->name, QH_NONE);
  else if (field->kind == QH_KIND_ENUM)
    qh_record_set_int (record, field->name, 0);
  return TRUE;
}

static gboolean
take_table_row (const QhCsvRow *row, gpointer data, GError **error)
{
  Table *table = data;
  g_autoptr (QhRecord) record = qh_record_new (table->entity);
  g_autofree char *where = g_strdup_printf (_ ("%s, line %u"), table->name, row->line);

  for (guint i = 0; table->header[i] != NULL; i++)
    if (!read_cell (record, qh_entity_field (table->entity, table->header[i]), row->cells[i],
                    error)) {
      g_prefix_error (error, "%s: ", where);
      return FALSE;
    }
  if (qh_record_check (record, error))
    return qh_records_in_add (table->records, g_steal_pointer (&record), where, error);
  g_prefix_error (error, "%s: ", where);
  return FALSE;
}

static gboolean
import_table (QhStore *store, const char *name, const QhEntity *entity, const QhCsvFile *file,
              const QhImportOptions *options, QhImportReport *report, GError **error)
{
  g_autoptr (QhRecordsIn) own =
      options->records == NULL ? qh_records_in_new (store, NULL, report) : NULL;
  Table table = { own != NULL ? own : options->records, entity, (const char *const *)file->header,
                  name };

  return qh_csv_file_each (file, take_table_row, &table, error) &&
         (own == NULL || qh_records_in_merge (own, options->watch, error));
}

/* --- Files of other programs */

static gboolean
import_csv (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
            QhImportReport *report, GError **error)
{
  g_autoptr (QhCsvFile) file = qh_csv_file_new_as (bytes, &options->dialect, error);
  const char *const *header = file != NULL ? (const char *const *)file->header : NULL;
  g_autoptr (QhCsvMapping) mapping = NULL;
  g_autoptr (QhKnownPeople) own = NULL;
  QhKnownPeople *people;

  if (file == NULL)
    return FALSE;
  if (qh_import_find_table (header) != NULL)
    return import_table (store, name, qh_import_find_table (header), file, options, report, error);
  mapping = find_mapping (store, file, options, error);
  people = mapping != NULL ? take_people (store, options, &own, error) : NULL;
  if (people == NULL ||
      !qh_contacts_csv_take (people, file, name, mapping, report, options->watch, error))
    return FALSE;
  note_unknown (mapping, header, report);
  return options->dry_run || qh_csv_mapping_remember (store, header, mapping, error);
}

static gboolean
import_vcard (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
              QhImportReport *report, GError **error)
{
  g_autoptr (QhKnownPeople) own = NULL;
  QhKnownPeople *people = take_people (store, options, &own, error);

  return people != NULL && qh_vcard_take (people, bytes, name, report, options->watch, error);
}

static gboolean
import_calendar (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
                 QhImportReport *report, GError **error)
{
  return qh_calendar_take (store, bytes, name, options->clients, options->client, report,
                           options->watch, error);
}

static gboolean
import_store (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
              QhImportReport *report, GError **error)
{
  return qh_store_json_take (store, bytes, name, report, options->watch, error) &&
         (options->dry_run || options->path == NULL ||
          qh_store_json_take_files (store, options->path, report, options->watch, error));
}

const QhImportWorldFormat qh_import_world_formats[] = {
  { ".csv", QH_CSV_MAX_BYTES, N_ ("Import contacts"), import_csv },
  { ".vcf", QH_VCARD_MAX_BYTES, N_ ("Import contacts"), import_vcard },
  { ".ics", QH_CALENDAR_MAX_BYTES, N_ ("Import meetings"), import_calendar },
  { ".json", QH_STORE_JSON_MAX_BYTES, N_ ("Import a store"), import_store },
  { NULL },
};

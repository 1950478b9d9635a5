/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import-world.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-contacts-csv.h"
#include "exchange/qh-vcard.h"
#include <glib/gi18n-lib.h>

/* Those that came in before, or a list of one's own. */
static QhPeople *
take_people (QhStore *store, const QhImportOptions *options, QhPeople **own, GError **error)
{
  if (options->people != NULL)
    return options->people;
  *own = qh_people_new (store, error);
  return *own;
}

static QhCsvMapping *
find_mapping (QhStore *store, const char *const *header, const QhImportOptions *options)
{
  QhCsvMapping *mapping = qh_csv_mapping_recall (store, header);

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

static gboolean
import_csv (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
            QhImportReport *report, GError **error)
{
  g_autoptr (QhCsvFile) file = qh_csv_file_new (bytes, error);
  const char *const *header = file != NULL ? (const char *const *)file->header : NULL;
  g_autoptr (QhCsvMapping) mapping = NULL;
  g_autoptr (QhPeople) own = NULL;
  QhPeople *people;

  if (file == NULL)
    return FALSE;
  mapping = find_mapping (store, header, options);
  people = take_people (store, options, &own, error);
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
  g_autoptr (QhPeople) own = NULL;
  QhPeople *people = take_people (store, options, &own, error);

  return people != NULL && qh_vcard_take (people, bytes, name, report, options->watch, error);
}

static gboolean
import_calendar (QhStore *store, const char *name, GBytes *bytes, const QhImportOptions *options,
                 QhImportReport *report, GError **error)
{
  return qh_calendar_take (store, bytes, name, NULL, options->client, report, options->watch,
                           error);
}

const QhImportWorldFormat qh_import_world_formats[] = {
  { ".csv", QH_CSV_MAX_BYTES, N_ ("Import contacts"), import_csv },
  { ".vcf", QH_VCARD_MAX_BYTES, N_ ("Import contacts"), import_vcard },
  { ".ics", QH_CALENDAR_MAX_BYTES, N_ ("Import meetings"), import_calendar },
  { NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-contacts-csv.h"
#include <glib/gi18n-lib.h>

/* Rows between two looks at the watch. */
#define STEP 256
/* Lines from which on it pays to count and index at the end. */
#define MANY 1000

typedef struct {
  QhKnownPeople *people;
  const QhCsvFile *file;
  const char *name;
  const QhCsvMapping *mapping;
  QhImportReport *report;
  const QhWatch *watch;
  guint n_rows, n_lines;
} Taking;

static gboolean
take_row (const QhCsvRow *row, gpointer data, GError **error)
{
  Taking *taking = data;
  g_autoptr (QhCard) card = NULL;

  if (taking->n_rows++ % STEP == 0 &&
      !qh_watch_go_on (taking->watch, row->line, taking->n_lines, error))
    return FALSE;
  if (row->surplus > 0) {
    qh_import_skip_line (
        taking->report, taking->name, row->line,
        g_strdup_printf (ngettext ("%u cell more than there are headings",
                                   "%u cells more than there are headings", row->surplus),
                         row->surplus));
    return TRUE;
  }
  card =
      qh_csv_mapping_read (taking->mapping, (const char *const *)taking->file->header, row->cells);
  return qh_known_people_take (taking->people, card, taking->name, row->line, taking->report,
                               error);
}

gboolean
qh_contacts_csv_take (QhKnownPeople *people, const QhCsvFile *file, const char *name,
                      const QhCsvMapping *mapping, QhImportReport *report, const QhWatch *watch,
                      GError **error)
{
  Taking taking = { people, file, name, mapping, report, watch };

  g_return_val_if_fail (mapping->n_columns == file->n_columns, FALSE);
  taking.n_lines = qh_csv_file_count_lines (file);
  return qh_csv_mapping_check (mapping, error) &&
         (taking.n_lines < MANY || qh_known_people_expect_many (people, error)) &&
         qh_csv_file_each (file, take_row, &taking, error) &&
         qh_watch_go_on (watch, taking.n_lines, taking.n_lines, error);
}

QhImportReport *
qh_contacts_csv_import (QhStore *store, const QhCsvFile *file, const char *name,
                        const QhCsvMapping *mapping, gboolean dry_run, const QhWatch *watch,
                        GError **error)
{
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  g_autoptr (QhKnownPeople) people = NULL;
  gboolean ok;

  if (!qh_store_begin (store, _ ("Import contacts"), error))
    return NULL;
  people = qh_known_people_new (store, error);
  ok = people != NULL && qh_contacts_csv_take (people, file, name, mapping, report, watch, error) &&
       (dry_run ||
        qh_csv_mapping_remember (store, (const char *const *)file->header, mapping, error));
  if (ok && !dry_run)
    ok = qh_store_commit (store, error);
  else
    qh_store_rollback (store);
  return ok ? g_steal_pointer (&report) : NULL;
}

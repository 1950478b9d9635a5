/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files from elsewhere beside a main loop that goes on: what is shown of them before, what a dry
 * run leaves behind (nothing), that what a person said of the columns is done, and that a store
 * knows of it when it is over. */
#include "base/qh-error.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-import-work.h"
#include "scratch.h"
#include "store/qh-backup.h"
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)

typedef struct {
  char *folder, *path;
  QhStore *store;
  GAsyncResult *result;
  guint n_changed;
} Fixture;

static void
on_changed (QhStore *store, guint64 entities, Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autofree char *store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("qh-import-XXXXXX", NULL);
  store = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->store = qh_store_open (store, QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->store);
  scratch_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

static void
wait (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static QhImportSurvey *
survey (Fixture *fixture, QhCsvDialect dialect, GError **error)
{
  g_clear_object (&fixture->result);
  qh_import_survey_async (fixture->store, fixture->path, &dialect, NULL, on_done, &fixture->result);
  wait (fixture);
  return qh_import_survey_finish (fixture->result, error);
}

static QhImportReport *
work (Fixture *fixture, const QhImportOptions *options, GError **error)
{
  g_clear_object (&fixture->result);
  qh_import_work_async (fixture->store, fixture->path, options, on_done, &fixture->result);
  wait (fixture);
  return qh_import_work_finish (fixture->result, error);
}

static gint64
count (Fixture *fixture, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return qh_store_count (fixture->store, sql, NULL);
}

/* --- Looking */

static const char odd[] = "Boss;Company;Cake;Fax\n"
                          "Ada;Northwind;;\n"
                          "Grace;Northwind;Cherry;\n"
                          "Alan;Bletchley;Apple;\n"
                          "Kurt;Bletchley;Apple;\n"
                          "Emmy;Verein;Plum;\n"
                          "Sonja;Verein;Pear;\n";

static void
test_survey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;

  write_file (fixture, "odd.csv", odd);
  found = survey (fixture, (QhCsvDialect){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, QH_IMPORT_PEOPLE);
  g_assert_cmpint (found->separator, ==, ';');
  g_assert_cmpstr (found->encoding, ==, "UTF-8");
  g_assert_cmpuint (found->rows->len, ==, QH_IMPORT_SURVEY_ROWS);
  /* Different ones, three at most; found further down too; none. */
  g_assert_cmpstr (found->columns[0].samples, ==, "Ada · Grace · Alan");
  g_assert_cmpstr (found->columns[2].samples, ==, "Cherry · Apple · Plum");
  g_assert_null (found->columns[3].samples);
  g_assert_false (found->columns[3].is_filled);
  g_assert_cmpint (found->mapping->uses[0].target, ==, QH_TARGET_UNKNOWN);
  g_assert_cmpint (found->mapping->uses[1].target, ==, QH_TARGET_ORGANISATION);
  g_assert_false (found->is_remembered);
}

/* What a person says of the file goes before what its first bytes say. */
static void
test_dialect (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;
  g_autoptr (QhImportSurvey) wrong = NULL;

  write_file (fixture, "x.csv", "Name\tCompany,x\nM\xc3\xbcller\tOne\n");
  found = survey (fixture, (QhCsvDialect){ "Windows-1252", '\t' }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found->header), ==, 2);
  g_assert_cmpstr (found->columns[0].samples, ==, "MÃ¼ller");
  write_file (fixture, "x.csv", "Name\nM\xfcller\n");
  wrong = survey (fixture, (QhCsvDialect){ "UTF-8", 0 }, &error);
  g_assert_null (wrong);
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
}

static void
test_unusable (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "x.csv", "x.vcf", "x.ics" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    write_file (fixture, names[i], "");
    g_assert_null (survey (fixture, (QhCsvDialect){ 0 }, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  }
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;

  for (int i = 0; i < 7; i++)
    g_string_append_printf (text, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person %d\r\nEND:VCARD\r\n", i);
  write_file (fixture, "x.vcf", text->str);
  found = survey (fixture, (QhCsvDialect){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, QH_IMPORT_CARDS);
  g_assert_cmpuint (found->cards->len, ==, QH_IMPORT_SURVEY_ROWS);
  g_assert_cmpstr (((QhCard *)found->cards->pdata[4])->name, ==, "Person 4");
}

/* --- Taking in */

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  QhImportOptions options = { .dry_run = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  write_file (fixture, "x.csv", "Name,Company\nAda,Northwind\nAda,Northwind\n");
  report = work (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->skipped->len, ==, 1);
  g_assert_cmpint (count (fixture, "contact") + count (fixture, "client"), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  backups = qh_backup_list (qh_store_get_path (fixture->store));
  g_assert_cmpuint (backups->len, ==, 0);
}

/* Mapped by hand, taken in, undone, and known again. */
static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;
  g_autoptr (QhImportSurvey) again = NULL;
  g_autoptr (QhImportReport) report = NULL;
  QhImportOptions options = { 0 };

  write_file (fixture, "odd.csv", odd);
  found = survey (fixture, (QhCsvDialect){ 0 }, &error);
  qh_csv_mapping_set (found->mapping, 0, QH_TARGET_NAME);
  options.mapping = found->mapping;
  report = work (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 6);
  g_assert_cmpint (count (fixture, "contact"), ==, 6);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_cmpint (count (fixture, "contact") + count (fixture, "client"), ==, 0);
  again = survey (fixture, (QhCsvDialect){ 0 }, &error);
  g_assert_true (again->is_remembered);
  g_assert_cmpint (again->mapping->uses[0].target, ==, QH_TARGET_NAME);
}

/* A file that has become another one meanwhile. */
static void
test_other_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;
  QhImportOptions options = { 0 };

  write_file (fixture, "odd.csv", odd);
  found = survey (fixture, (QhCsvDialect){ 0 }, &error);
  options.mapping = found->mapping;
  write_file (fixture, "odd.csv", "Name\nAda\n");
  g_assert_null (work (fixture, &options, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_cmpint (count (fixture, "contact"), ==, 0);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QhWatch watch = { .cancellable = cancellable };
  QhImportOptions options = { .watch = &watch };
  g_autoptr (GError) error = NULL;

  write_file (fixture, "x.csv", "Name,Company\nAda,Northwind\n");
  g_cancellable_cancel (cancellable);
  g_assert_null (work (fixture, &options, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture, "contact"), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* --- Calendars */

static const char calendar[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
    "BEGIN:VEVENT\r\nUID:one@x\r\nDTSTAMP:20261101T100000Z\r\nDTSTART:20261201T100000Z\r\n"
    "DTEND:20261201T101500Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:two@x\r\nDTSTAMP:20261101T100000Z\r\nDTSTART:20261202T100000Z\r\n"
    "DTEND:20261202T101500Z\r\nSUMMARY:Northwind review\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

static const QhCalendarEvent *
event_at (QhImportSurvey *found, guint i)
{
  return found->events->pdata[i];
}

/* Whom a person named for an event is known at the next import. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (GHashTable) clients = g_hash_table_new (g_str_hash, g_str_equal);
  QhImportOptions options = { .clients = clients };
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportSurvey) found = NULL;
  g_autoptr (QhImportSurvey) again = NULL;
  g_autoptr (QhImportReport) report = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  qh_record_set_string (client, "name", "Northwind");
  qh_store_save (fixture->store, client, &error);
  write_file (fixture, "x.ics", calendar);
  found = survey (fixture, (QhCsvDialect){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, QH_IMPORT_CALENDAR);
  g_assert_null (event_at (found, 0)->client);
  g_assert_cmpstr (event_at (found, 1)->client, ==, client->id);
  g_hash_table_insert (clients, (gpointer) "one@x", client->id);
  report = work (fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 2);
  again = survey (fixture, (QhCsvDialect){ 0 }, &error);
  g_assert_cmpstr (event_at (again, 0)->client, ==, client->id);
  /* A store with something in it is backed up before. */
  backups = qh_backup_list (qh_store_get_path (fixture->store));
  g_assert_cmpuint (backups->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define CASE(name, func) g_test_add ("/import-work/" name, Fixture, NULL, set_up, func, tear_down)
  CASE ("survey", test_survey);
  CASE ("dialect", test_dialect);
  CASE ("unusable", test_unusable);
  CASE ("cards", test_cards);
  CASE ("dry-run", test_dry_run);
  CASE ("mapping", test_mapping);
  CASE ("other-file", test_other_file);
  CASE ("cancel", test_cancel);
  CASE ("calendar", test_calendar);
  return g_test_run ();
}

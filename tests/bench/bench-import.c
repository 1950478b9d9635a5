/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file of 100,000 contacts, taken in as one change with its line in the undo list, the search
 * index and the counters, against parsing it and inserting its rows in bare SQLite with the same
 * settings: a row of the contacts' table, and one for each client, with their indexes. */
#include "bench.h"
#include "exchange/qh-contacts-csv.h"
#include "generate.h"
#include "store/qh-connection.h"
#include "store/qh-sqlite.h"
#include <csv.h>
#include <string.h>

#define ROWS 100000
#define PER_CLIENT 5
#define ROUNDS 3

typedef struct {
  char *text;
  gsize length;
  char *bare_path, *path;
  sqlite3 *bare;
  sqlite3_stmt *contact, *client;
  guint column, row, n_files;
  char client_id[37], id[37];
  QhStore *store;
} Import;

/* --- The file */

static void
make_file (Import *self)
{
  g_autoptr (GString) text = g_string_new ("First Name,Last Name,Company,Job Title,Email Address,"
                                           "Business Phone,Business City,Notes\r\n");
  Words *words = words_new (11);

  for (guint i = 0; i < ROWS; i++) {
    g_autofree char *note = words_sentence (words, 5);
    g_string_append_printf (text,
                            "Given%u,Family%u,Client %u,Head of %u,g%u@client%u.example,+44 %u,"
                            "Leeds,\"%s, he said\"\r\n",
                            i, i / 3, i / PER_CLIENT, i % 17, i, i / PER_CLIENT, 100000 + i, note);
  }
  words_free (words);
  self->length = text->len;
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Bare */

static const char bare_schema[] =
    "CREATE TABLE client (id TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL,"
    "  modified INTEGER NOT NULL, name TEXT NOT NULL, address TEXT, name_key TEXT) STRICT;"
    "CREATE INDEX client_name ON client (name_key, id);"
    "CREATE TABLE contact (id TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL,"
    "  modified INTEGER NOT NULL, client TEXT NOT NULL REFERENCES client (id), name TEXT NOT NULL,"
    "  title TEXT, email TEXT, phone TEXT, notes TEXT, name_key TEXT) STRICT;"
    "CREATE INDEX contact_client ON contact (client, name_key);"
    "CREATE INDEX contact_name ON contact (name_key, id);";

static void
must (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  qh_sqlite_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* Each round has a file of its own. */
static char *
new_path (Import *self)
{
  g_autofree char *name = g_strdup_printf ("import-%u.db", self->n_files++);

  return bench_temporary (name);
}

static void
prepare_bare (gpointer data, guint round)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;

  g_free (self->bare_path);
  self->bare_path = new_path (self);
  g_file_set_contents (self->bare_path, "", 0, NULL);
  self->bare = qh_connection_open (self->bare_path, 0, &error);
  g_assert_no_error (error);
  qh_connection_accept (self->bare, &error);
  must (self->bare, bare_schema);
  self->client = qh_sqlite_prepare (
      self->bare, "INSERT INTO client VALUES (?1, ?2, ?2, ?3, ?4, lower (?3))", &error);
  self->contact = qh_sqlite_prepare (
      self->bare,
      "INSERT INTO contact VALUES (?9, ?10, ?10, ?11, ?1 || ' ' || ?2, ?4, ?5, ?6, ?8,"
      "  lower (?1 || ' ' || ?2))",
      &error);
  g_assert_no_error (error);
  self->row = 0;
}

static void
on_cell (void *text, size_t length, void *data)
{
  Import *self = data;

  sqlite3_bind_text (self->contact, (int)++self->column, text, (int)length, SQLITE_TRANSIENT);
  if (self->column == 3)
    sqlite3_bind_text (self->client, 3, text, (int)length, SQLITE_TRANSIENT);
}

static void
step (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
make_id (char *id, guint64 number)
{
  g_snprintf (id, 37, "01900000-0000-7000-8000-%012" G_GINT64_MODIFIER "x", number);
}

static void
on_row (int end, void *data)
{
  Import *self = data;
  gint64 now = g_get_real_time ();

  self->column = 0;
  if (self->row++ == 0)
    return;
  if ((self->row - 2) % PER_CLIENT == 0) {
    make_id (self->client_id, self->row);
    sqlite3_bind_text (self->client, 1, self->client_id, -1, SQLITE_STATIC);
    sqlite3_bind_int64 (self->client, 2, now);
    sqlite3_bind_text (self->client, 4, "Leeds", -1, SQLITE_STATIC);
    step (self->client);
  }
  make_id (self->id, ROWS * 2 + self->row);
  sqlite3_bind_text (self->contact, 9, self->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->contact, 10, now);
  sqlite3_bind_text (self->contact, 11, self->client_id, -1, SQLITE_STATIC);
  step (self->contact);
}

static void
run_bare (gpointer data, guint round)
{
  Import *self = data;
  struct csv_parser parser;

  csv_init (&parser, 0);
  must (self->bare, "BEGIN IMMEDIATE");
  csv_parse (&parser, self->text, self->length, on_cell, on_row, self);
  csv_fini (&parser, on_cell, on_row, self);
  must (self->bare, "COMMIT");
  csv_free (&parser);
  g_assert_cmpuint (self->row, ==, ROWS + 1);
  sqlite3_finalize (self->client);
  sqlite3_finalize (self->contact);
  sqlite3_close (self->bare);
}

/* --- The store */

static void
prepare_store (gpointer data, guint round)
{
  Import *self = data;
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  g_free (self->path);
  self->path = new_path (self);
  self->store = qh_store_open (self->path, QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
}

static void
run_store (gpointer data, guint round)
{
  Import *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (self->text, self->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhCsvFile) file = qh_csv_file_new (bytes, &error);
  g_autoptr (QhCsvMapping) mapping = qh_csv_mapping_propose ((const char *const *)file->header);
  g_autoptr (QhImportReport) report =
      qh_contacts_csv_import (self->store, file, "contacts.csv", mapping, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, ROWS);
}

int
main (void)
{
  Import self = { 0 };
  BenchTask bare = { prepare_bare, run_bare, &self };
  BenchTask store = { prepare_store, run_store, &self };
  BenchTimes bare_times, times;

  make_file (&self);
  bench_times_init (&bare_times);
  bench_times_init (&times);
  bench_begin ("Contacts out of a CSV file of 100,000 rows");
  bench_alternate (&bare, &store, ROUNDS, &bare_times, &times);
  bench_row ("import", bench_median (&bare_times), bench_median (&times), 2.0, 0);
  bench_times_clear (&bare_times);
  bench_times_clear (&times);
  g_clear_object (&self.store);
  g_free (self.bare_path);
  g_free (self.path);
  g_free (self.text);
  bench_end ();
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving one record, durably, with its line in the undo list, the search index and the counters,
 * against a commit of one row in bare SQLite with the same settings. */
#include "bench.h"
#include "exchange/qh-quick-line.h"
#include "generate.h"
#include "store/qh-connection.h"
#include "store/qh-list-model.h"

#define ROUNDS 400

typedef struct {
  sqlite3 *bare;
  sqlite3_stmt *begin, *insert, *update, *commit;
  char *bare_id;
  QhStore *store;
  QhRecord *friction;
  QhRecord *content, *client;
  gboolean reserved;
  Words *words;
  char *title;
  GPtrArray *clients;
} Saving;

/* --- Bare SQLite */

static const char bare_schema[] =
    "CREATE TABLE friction (id TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL,"
    "  modified INTEGER NOT NULL, touchpoint TEXT NOT NULL, title TEXT NOT NULL,"
    "  severity INTEGER NOT NULL, reported TEXT NOT NULL, status TEXT NOT NULL) STRICT";

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = qh_sqlite_prepare (db, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
open_bare (Saving *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "", 0, NULL);
  self->bare = qh_connection_open (path, 0, &error);
  g_assert_no_error (error);
  qh_connection_accept (self->bare, &error);
  qh_sqlite_exec (self->bare, bare_schema, &error);
  g_assert_no_error (error);
  self->begin = prepare (self->bare, "BEGIN IMMEDIATE");
  self->insert = prepare (self->bare, "INSERT INTO friction VALUES (?1, ?2, ?2, 'phone', ?3, 2,"
                                      "  '2026-11-26', 'open')");
  self->update = prepare (self->bare, "UPDATE friction SET title = ?2 WHERE id = ?1");
  self->commit = prepare (self->bare, "COMMIT");
}

static void
close_bare (Saving *self)
{
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->update);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->bare);
  g_free (self->bare_id);
}

static void
run (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
bare_insert (gpointer data, guint round)
{
  Saving *self = data;

  g_free (self->bare_id);
  self->bare_id = g_uuid_string_random ();
  run (self->begin);
  sqlite3_bind_text (self->insert, 1, self->bare_id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->insert, 2, g_get_real_time ());
  sqlite3_bind_text (self->insert, 3, self->title, -1, SQLITE_STATIC);
  run (self->insert);
  run (self->commit);
}

static void
bare_update (gpointer data, guint round)
{
  Saving *self = data;

  run (self->begin);
  sqlite3_bind_text (self->update, 1, self->bare_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->update, 2, self->title, -1, SQLITE_STATIC);
  run (self->update);
  run (self->commit);
}

/* --- The store */

static void
draw_title (gpointer data, guint round)
{
  Saving *self = data;

  g_free (self->title);
  self->title = words_sentence (self->words, 6);
}

static void
store_save (Saving *self)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (self->store, self->friction, &error);
  g_assert_no_error (error);
}

static void
store_insert (gpointer data, guint round)
{
  Saving *self = data;

  g_clear_object (&self->friction);
  self->friction = (QhRecord *)qh_friction_new ();
  qh_record_set_string (self->friction, "title", self->title);
  qh_record_set_string (self->friction, "reported", "2026-11-26");
  store_save (self);
}

static void
store_update (gpointer data, guint round)
{
  Saving *self = data;

  qh_record_set_string (self->friction, "title", self->title);
  store_save (self);
}

static void
store_number (gpointer data, guint round)
{
  Saving *self = data;

  qh_record_set_int (self->friction, "minutes", round + 1);
  store_save (self);
}

/* A line as a rep types it: read, then saved. */
static void
store_log (gpointer data, guint round)
{
  Saving *self = data;
  QhClient *client = self->clients->pdata[round % self->clients->len];
  g_autofree char *line = g_strdup_printf ("@\"%s\" #billing !3 20min 2/week \"Wrong again\" %s",
                                           client->name, self->title);
  g_autoptr (QhQuickLine) read = qh_quick_line_new (self->store, line);
  g_autoptr (GError) error = NULL;

  qh_store_save (self->store, read->record, &error);
  g_assert_no_error (error);
}

/* --- A limited edition, half of which is out */

#define EDITION 1000

static void
save_line (Saving *self, QhMovementKind kind, QhRecord *client)
{
  g_autoptr (QhRecord) line = (QhRecord *)qh_movement_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_int (line, "kind", kind);
  qh_record_set_string (line, "content", self->content->id);
  qh_record_set_string (line, "client", client->id);
  qh_store_save (self->store, line, &error);
  g_assert_no_error (error);
  self->reserved = kind == QH_MOVEMENT_KIND_RESERVE;
}

static void
make_edition (Saving *self)
{
  g_autoptr (GError) error = NULL;

  qh_store_begin (self->store, "Edition", &error);
  self->client = (QhRecord *)qh_client_new ();
  qh_record_set_string (self->client, "name", "Ferris");
  qh_store_save (self->store, self->client, &error);
  self->content = (QhRecord *)qh_content_new ();
  qh_record_set_string (self->content, "title", "Benchmark");
  qh_record_set_int (self->content, "edition", EDITION);
  qh_record_set_int (self->content, "per_client", EDITION);
  qh_store_save (self->store, self->content, &error);
  for (guint i = 0; i < EDITION / 2; i++)
    save_line (self, QH_MOVEMENT_KIND_DELIVER,
               g_ptr_array_index (self->clients, i % self->clients->len));
  qh_store_commit (self->store, &error);
  g_assert_no_error (error);
}

static void
be_released (gpointer data, guint round)
{
  Saving *self = data;

  draw_title (self, round);
  if (self->reserved)
    save_line (self, QH_MOVEMENT_KIND_RELEASE, self->client);
}

static void
be_reserved (gpointer data, guint round)
{
  Saving *self = data;

  draw_title (self, round);
  if (!self->reserved)
    save_line (self, QH_MOVEMENT_KIND_RESERVE, self->client);
}

static void
store_reserve (gpointer data, guint round)
{
  save_line (data, QH_MOVEMENT_KIND_RESERVE, ((Saving *)data)->client);
}

static void
store_release (gpointer data, guint round)
{
  save_line (data, QH_MOVEMENT_KIND_RELEASE, ((Saving *)data)->client);
}

/* --- The table */

static void
measure (Saving *self, const char *name, void (*bare) (gpointer, guint),
         void (*prepare_task) (gpointer, guint), void (*task) (gpointer, guint))
{
  BenchTask baseline = { draw_title, bare, self };
  BenchTask here = { prepare_task, task, self };
  BenchTimes bare_times, times;

  bench_times_init (&bare_times);
  bench_times_init (&times);
  bench_alternate (&baseline, &here, ROUNDS, &bare_times, &times);
  bench_row (name, bench_median (&bare_times), bench_median (&times), 2.0, 0);
  bench_times_clear (&bare_times);
  bench_times_clear (&times);
}

static void
bench_scale (double scale)
{
  static const QhQuery all = { &qh_friction_entity, NULL, "reported", TRUE, "friction" };
  QhClock clock = qh_clock_system ();
  Saving self = { .words = words_new (7) };
  g_autofree char *path = bench_store_copy (scale);
  g_autofree char *bare_path = g_strconcat (path, "-bare", NULL);
  g_autofree char *title = g_strdup_printf ("Saving one record: %.0f frictions", 200000 * scale);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;

  open_bare (&self, bare_path);
  self.store = qh_store_open (path, 0, &clock, &error);
  g_assert_no_error (error);
  self.clients =
      qh_store_select (self.store, &qh_client_entity, "LIMIT " G_STRINGIFY (EDITION), NULL, &error);
  g_assert_no_error (error);
  bench_begin (title);
  measure (&self, "a new one", bare_insert, draw_title, store_insert);
  measure (&self, "another title", bare_update, draw_title, store_update);
  measure (&self, "another number", bare_update, draw_title, store_number);
  measure (&self, "a line, logged", bare_insert, draw_title, store_log);
  make_edition (&self);
  measure (&self, "reserve a copy", bare_insert, be_released, store_reserve);
  measure (&self, "release a copy", bare_insert, be_reserved, store_release);
  list = G_LIST_MODEL (qh_list_model_new (self.store, &all, NULL));
  g_object_unref (g_list_model_get_item (list, 0));
  measure (&self, "a new one, while a list shows all", bare_insert, draw_title, store_insert);
  g_clear_object (&list);
  g_clear_object (&self.friction);
  g_ptr_array_unref (self.clients);
  g_clear_object (&self.content);
  g_clear_object (&self.client);
  g_clear_object (&self.store);
  close_bare (&self);
  words_free (self.words);
  g_free (self.title);
}

int
main (void)
{
  bench_scale (0.01);
  bench_scale (1);
  bench_end ();
  return 0;
}

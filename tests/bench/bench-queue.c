/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of plan files taken in, against the same files parsed and put bare into SQLite. */
#include "bench.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-plan-folder.h"
#include "generate.h"
#include "store/qh-connection.h"
#include "store/qh-gather.h"
#include <glib/gstdio.h>

#define MEETINGS 500
#define REVISIONS 20
#define FILES (MEETINGS * REVISIONS)
#define ROUNDS 3
#define TARGET 1.5

typedef struct {
  char *folder;
  GPtrArray *names;
  char *path; /* of this round's store */
} Queue;

static char *
place (const char *name, guint round)
{
  g_autofree char *numbered = g_strdup_printf ("%s-%u.db", name, round);

  return bench_temporary (numbered);
}

static void
forget (Queue *self)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".key" };

  for (guint i = 0; self->path != NULL && i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (self->path, endings[i], NULL);
    g_unlink (file);
  }
  g_clear_pointer (&self->path, g_free);
}

/* --- The files */

static void
write_file (Queue *self, const QhSheet *sheet)
{
  g_autofree char *name = g_strdup_printf ("%05u.qhplan", self->names->len);
  g_autofree char *file = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qh_sheet_write (sheet, QH_FORMAT_PLAN, &error);

  g_assert_no_error (error);
  g_file_set_contents_full (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                            G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->names, g_steal_pointer (&file));
}

static void
write_revisions (Queue *self, QhStore *store, QhRecord *meeting, const QhSealKey *seal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhExportSheet) sheet =
      qh_export_sheet_new (store, meeting->id, QH_EDITION_MANAGER, &error);

  g_assert_no_error (error);
  sheet->sheet.seal = seal;
  sheet->sheet.device_id = "01a1f7f8-3000-7000-b116-4d27f65aa149";
  for (guint i = 1; i <= REVISIONS; i++) {
    sheet->sheet.revision = i;
    write_file (self, &sheet->sheet);
  }
}

static void
write_files (Queue *self)
{
  g_autofree char *path = bench_store (0.1);
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, QH_STORE_READ_ONLY, &clock, &error);
  g_autoptr (QhSealKey) seal = qh_seal_key_new ();
  g_autoptr (GPtrArray) meetings = NULL;

  g_assert_no_error (error);
  meetings = qh_store_select (store, &qh_meeting_entity,
                              "ORDER BY id LIMIT " G_STRINGIFY (MEETINGS), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, MEETINGS);
  for (guint i = 0; i < meetings->len; i++)
    write_revisions (self, store, meetings->pdata[i], seal);
}

/* --- The baseline */

static void
prepare_bare (gpointer data, guint round)
{
  Queue *self = data;

  forget (self);
  self->path = place ("bare", round);
}

static void
bind_plan (sqlite3_stmt *insert, const QhPlanFile *file, GBytes *bytes)
{
  sqlite3_bind_text (insert, 1, file->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 2, file->revision);
  sqlite3_bind_text (insert, 3, file->sender, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 4, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     SQLITE_STATIC);
}

static void
insert_bare (gpointer data, guint round)
{
  Queue *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (sqlite3_stmt) insert = NULL;

  g_file_set_contents (self->path, "", 0, NULL);
  db = qh_connection_open (self->path, 0, &error);
  g_assert_no_error (error);
  qh_connection_accept (db, &error);
  qh_sqlite_exec (db, "CREATE TABLE plan (plan TEXT, revision INTEGER, sender TEXT, bytes TEXT)",
                  &error);
  g_assert_no_error (error);
  insert = qh_sqlite_prepare (db, "INSERT INTO plan VALUES (?1, ?2, ?3, ?4)", &error);
  qh_sqlite_exec (db, "BEGIN IMMEDIATE", &error);
  for (guint i = 0; i < self->names->len; i++) {
    g_autoptr (GBytes) bytes = qh_file_read (self->names->pdata[i], QH_JSON_MAX_BYTES, &error);
    g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, GENERATE_NOW, NULL, &error);
    g_assert_no_error (error);
    bind_plan (insert, file, bytes);
    g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
    sqlite3_reset (insert);
  }
  qh_sqlite_exec (db, "COMMIT", &error);
  g_assert_no_error (error);
}

/* --- The product */

static void
prepare_import (gpointer data, guint round)
{
  Queue *self = data;

  forget (self);
  self->path = place ("queue", round);
}

static void
import (gpointer data, guint round)
{
  Queue *self = data;
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (self->path, QH_STORE_CREATE, &clock, &error);
  g_autoptr (QhImportReport) report = NULL;

  g_assert_no_error (error);
  report = qh_plan_folder_import (store, self->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, FILES);
}

int
main (void)
{
  Queue self = { bench_temporary ("plans"), g_ptr_array_new_with_free_func (g_free), NULL };
  BenchTask baseline = { prepare_bare, insert_bare, &self };
  BenchTask task = { prepare_import, import, &self };
  BenchTimes bare, ours;

  g_mkdir (self.folder, 0700);
  write_files (&self);
  bench_use_clock (BENCH_PASSING);
  bench_times_init (&bare);
  bench_times_init (&ours);
  bench_alternate (&baseline, &task, ROUNDS, &bare, &ours);
  bench_begin ("10,000 plan files of a folder");
  bench_row ("taken in", bench_median (&bare), bench_median (&ours), TARGET, 0);
  bench_note ("baseline: the same files read, checked and put into one bare table, in one go");
  forget (&self);
  for (guint i = 0; i < self.names->len; i++)
    g_unlink (self.names->pdata[i]);
  g_rmdir (self.folder);
  bench_end ();
  return 0;
}

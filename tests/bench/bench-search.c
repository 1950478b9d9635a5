/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search as you type over more than a million texts: every step of typing one to three words,
 * against the bare FTS5 query for the same words, which only lists the newest row numbers. */
#include "bench.h"
#include "generate.h"
#include "store/qh-search.h"

#define QUERIES 400

typedef struct {
  QhStore *store;
  char *typed;
  guint found;
} Searching;

/* Each word a prefix, all of them; the newest 300. */
static void
bare (gpointer data, guint round)
{
  Searching *self = data;
  sqlite3_stmt *statement = qh_store_prepare (
      self->store, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 300");
  g_auto (GStrv) words = g_strsplit (self->typed, " ", -1);
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (query, "\"%s\" * ", words[i]);
  sqlite3_bind_text (statement, 1, query->str, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    self->found++;
  sqlite3_reset (statement);
}

static void
search (gpointer data, guint round)
{
  Searching *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = qh_store_search (self->store, self->typed, 20, &error);

  g_assert_no_error (error);
}

/* Measures one state of the entry. */
static void
measure (Searching *self, BenchTimes *bare_times, BenchTimes *times)
{
  double start = bench_now (), middle;

  bare (self, 0);
  middle = bench_now ();
  search (self, 0);
  bench_times_add (bare_times, middle - start);
  bench_times_add (times, bench_now () - middle);
}

/* Types one to three words, of which the last is measured letter by letter. */
static void
type (Searching *self, Words *words, guint n_words, BenchTimes *bare_times, BenchTimes *times)
{
  g_autoptr (GString) before = g_string_new (NULL);
  const char *last;

  for (guint i = 1; i < n_words; i++)
    g_string_append_printf (before, "%s ", words_draw (words));
  last = words_draw (words);
  for (const char *end = g_utf8_next_char (last);; end = g_utf8_next_char (end)) {
    self->typed = g_strdup_printf ("%s%.*s", before->str, (int)(end - last), last);
    measure (self, bare_times, times);
    g_free (self->typed);
    if (*end == '\0')
      return;
  }
}

static void
bench_words (QhStore *store, guint n_words)
{
  Searching self = { .store = store };
  g_autoptr (Words) words = words_new (100 + n_words);
  g_autofree char *median = g_strdup_printf ("%u word%s, median", n_words, n_words > 1 ? "s" : "");
  g_autofree char *slowest = g_strdup_printf ("%u word%s, p99", n_words, n_words > 1 ? "s" : "");
  BenchTimes bare_times, times;

  bench_times_init (&bare_times);
  bench_times_init (&times);
  for (guint i = 0; i < QUERIES; i++)
    type (&self, words, n_words, &bare_times, &times);
  bench_row (median, bench_median (&bare_times), bench_median (&times), 0, 0);
  bench_row (slowest, bench_percentile (&bare_times, 99), bench_percentile (&times, 99), 1.3, 16);
  bench_times_clear (&bare_times);
  bench_times_clear (&times);
}

int
main (void)
{
  QhClock clock = qh_clock_system ();
  g_autofree char *path = bench_store_copy (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, 0, &clock, &error);
  gint64 documents;

  g_assert_no_error (error);
  documents = qh_store_count (store, "SELECT count (*) FROM document", NULL);
  bench_use_clock (BENCH_BUSY);
  bench_begin ("Search as you type, against the bare FTS5 query (processor time)");
  bench_note ("%d records with text", (int)documents);
  for (guint i = 1; i <= 3; i++)
    bench_words (store, i);
  g_clear_object (&store);
  bench_end ();
  return 0;
}

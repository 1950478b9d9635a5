/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette over more than a million texts: every step of typing one to three words, against full
 * text search alone; then the same typed into its window, with its rows, but not yet drawn. */
#include "bench.h"
#include "generate.h"
#include "qh-application.h"
#include "search/qh-palette.h"
#include "search/qh-search-window.h"

#define QUERIES 300
/* Milliseconds of a frame. */
#define FRAME 16

typedef struct {
  QhStore *store;
  QhPalette *palette;
  GtkEditable *entry;
  BenchTimes search;
  BenchTimes find;
  BenchTimes window;
} Typing;

static void
measure (Typing *self, const char *typed)
{
  double start = bench_now (), searched, found;
  g_autoptr (GPtrArray) hits = qh_store_search (self->store, typed, 24, NULL);

  searched = bench_now ();
  g_autoptr (GPtrArray) rows = qh_palette_find (self->palette, typed);
  found = bench_now ();
  gtk_editable_set_text (self->entry, typed);
  bench_times_add (&self->search, searched - start);
  bench_times_add (&self->find, found - searched);
  bench_times_add (&self->window, bench_now () - found);
}

/* Types one to three words, of which the last is measured letter by letter. */
static void
type (Typing *self, Words *words, guint n_words)
{
  g_autoptr (GString) before = g_string_new (NULL);
  const char *last;

  for (guint i = 1; i < n_words; i++)
    g_string_append_printf (before, "%s ", words_draw (words));
  last = words_draw (words);
  for (const char *end = g_utf8_next_char (last);; end = g_utf8_next_char (end)) {
    g_autofree char *typed = g_strdup_printf ("%s%.*s", before->str, (int)(end - last), last);
    measure (self, typed);
    if (*end == '\0')
      return;
  }
}

static void
row (const char *what, guint n_words, BenchTimes *baseline, BenchTimes *times)
{
  g_autofree char *name =
      g_strdup_printf ("%s, %u word%s, p99", what, n_words, n_words > 1 ? "s" : "");

  bench_row (name, bench_percentile (baseline, 99), bench_percentile (times, 99), 0, FRAME);
}

static void
bench_words (Typing *self, guint n_words)
{
  g_autoptr (Words) words = words_new (200 + n_words);

  bench_times_init (&self->search);
  bench_times_init (&self->find);
  bench_times_init (&self->window);
  for (guint i = 0; i < QUERIES; i++)
    type (self, words, n_words);
  row ("found", n_words, &self->search, &self->find);
  row ("in its window", n_words, &self->search, &self->window);
  bench_times_clear (&self->search);
  bench_times_clear (&self->find);
  bench_times_clear (&self->window);
}

static gboolean
every (const char *action, gpointer user_data)
{
  return TRUE;
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  GtkEditable *found = GTK_IS_SEARCH_ENTRY (widget) ? GTK_EDITABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

int
main (void)
{
  QhClock clock = qh_clock_system ();
  g_autofree char *path = bench_store_copy (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, 0, &clock, &error);
  g_autoptr (QhPalette) palette = NULL;
  GtkWindow *parent, *window;
  Typing self = { .store = store };

  g_assert_no_error (error);
  gtk_init ();
  qh_ui_register_resource ();
  adw_init ();
  self.palette = palette = qh_palette_new (store);
  qh_palette_add_pages (palette);
  qh_palette_add_actions (palette, every, NULL);
  parent = GTK_WINDOW (gtk_window_new ());
  window = qh_search_window_new (parent, store, NULL, NULL);
  gtk_window_present (parent);
  gtk_window_present (window);
  self.entry = find_entry (GTK_WIDGET (window));
  bench_use_clock (BENCH_BUSY);
  bench_begin ("The palette, against full text search alone (processor time)");
  bench_note ("%d records with text",
              (int)qh_store_count (store, "SELECT count (*) FROM document", NULL));
  for (guint i = 1; i <= 3; i++)
    bench_words (&self, i);
  gtk_window_destroy (window);
  gtk_window_destroy (parent);
  bench_end ();
  return 0;
}

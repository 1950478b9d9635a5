/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the palette finds, and in which order. */
#include "exchange/qh-sample.h"
#include "qh-commands.h"
#include "qh-places.h"
#include "search/qh-palette.h"
#include <string.h>

static QhStore *
build_store (gboolean is_filled)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  if (is_filled)
    g_assert_true (qh_sample_fill (store, &error));
  g_assert_no_error (error);
  return store;
}

static gboolean
is_enabled (const char *action, gpointer user_data)
{
  return !g_str_equal (action, "win.redo");
}

static QhPalette *
build_palette (QhStore *store)
{
  QhPalette *palette = qh_palette_new (store);

  qh_palette_add_pages (palette);
  qh_palette_add_actions (palette, is_enabled, NULL);
  qh_palette_add_recent (palette, NULL);
  return palette;
}

static const QhFound *
get (GPtrArray *found, guint i)
{
  g_assert_cmpuint (i, <, found->len);
  return found->pdata[i];
}

static const QhFound *
find_title (GPtrArray *found, const char *title)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (get (found, i)->title, title))
      return get (found, i);
  return NULL;
}

/* What stands first for what is typed. */
static void
test_first (void)
{
  static const struct {
    const char *typed;
    QhFoundGroup group;
    const char *title;
  } cases[] = {
    { "meet", QH_FOUND_PAGES, "Meetings" },
    { "contact log", QH_FOUND_PAGES, "Contact Log" },
    { "log contact", QH_FOUND_PAGES, "Contact Log" },
    { "touchp", QH_FOUND_PAGES, "Touchpoint Audit" },
    { "new me", QH_FOUND_ACTIONS, "New meeting" },
    { "back up", QH_FOUND_ACTIONS, "Back up" },
    { "FERRIS", QH_FOUND_CLIENTS, "Ferris Dental Group" },
    { "dental ferris", QH_FOUND_CLIENTS, "Ferris Dental Group" },
    { "quiet room", QH_FOUND_CONTENT, "Quiet room sample set" },
    { "vendor trash", QH_FOUND_TEXTS, "Ferris Dental Group" },
    { "f slow", QH_FOUND_LOG, NULL },
    { "slow @Ferris", QH_FOUND_LOG, NULL },
  };
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) found = qh_palette_find (palette, cases[i].typed);
    g_test_message ("%s", cases[i].typed);
    g_assert_cmpint (get (found, 0)->group, ==, cases[i].group);
    if (cases[i].title)
      g_assert_cmpstr (get (found, 0)->title, ==, cases[i].title);
  }
}

/* Groups stand together, none falls in its scores, and a group comes before one that is worse. */
static void
test_order (void)
{
  static const char *const typed[] = { "a", "s", "me", "con", "no", "re", "the", "f a" };
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GPtrArray) found = qh_palette_find (palette, typed[i]);
    gboolean seen[QH_N_FOUND_GROUPS] = { FALSE };
    int best = G_MAXINT;
    g_assert_cmpuint (found->len, >, 0);
    for (guint k = 0; k < found->len; k++) {
      const QhFound *now = get (found, k), *before = k > 0 ? get (found, k - 1) : NULL;
      if (before && before->group == now->group) {
        g_assert_cmpint (now->score, <=, before->score);
        continue;
      }
      g_assert_false (seen[now->group]);
      g_assert_cmpint (now->score, <=, best);
      seen[now->group] = TRUE;
      best = now->score;
    }
  }
}

/* Each place is a page with its key, each command an action where it can be done. */
static void
test_nothing_typed (void)
{
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);
  g_autoptr (GPtrArray) found = qh_palette_find (palette, "");
  g_autoptr (GPtrArray) spaces = qh_palette_find (palette, "   ");

  g_assert_cmpint (get (found, 0)->group, ==, QH_FOUND_RECENT);
  for (const QhPlace *place = qh_places (); place->name; place++) {
    const QhFound *page = find_title (found, place->title);
    g_assert_nonnull (page);
    g_assert_true (page->can_stand_beside);
    g_assert_nonnull (page->keys);
  }
  for (const QhCommand *command = qh_commands (); command->title; command++)
    if (command->action && !command->is_plain)
      g_assert_true ((find_title (found, command->title) != NULL) ==
                     is_enabled (command->action, NULL));
  g_assert_cmpuint (spaces->len, ==, found->len);
}

static void
test_empty_store (void)
{
  g_autoptr (QhStore) store = build_store (FALSE);
  g_autoptr (QhPalette) palette = build_palette (store);
  g_autoptr (GPtrArray) found = qh_palette_find (palette, "");
  g_autoptr (GPtrArray) nobody = qh_palette_find (palette, "ferris");

  g_assert_cmpint (get (found, 0)->group, ==, QH_FOUND_PAGES);
  g_assert_cmpuint (nobody->len, ==, 0);
}

/* A text says what it is of and when, with its words marked; a name is marked itself. */
static void
test_context (void)
{
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);
  g_autoptr (GPtrArray) words = qh_palette_find (palette, "vendor trash");
  g_autoptr (GPtrArray) names = qh_palette_find (palette, "ferris");
  const QhFound *remark = get (words, 0);

  g_assert_nonnull (strstr (remark->snippet, "<b>trash</b>"));
  g_assert_true (g_str_has_prefix (remark->detail, "Remark · "));
  g_assert_true (g_str_has_prefix (remark->action, "win.open-remark::"));
  g_assert_null (remark->marked);
  g_assert_cmpstr (get (names, 0)->marked, ==, "<b>Ferris</b> Dental Group");
  g_assert_null (get (names, 0)->snippet);
  g_assert_nonnull (find_title (names, "Dr Martin Ferris · Ferris Dental Group"));
}

/* Who is found by name brings his newest meetings along. */
static void
test_meetings (void)
{
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);
  g_autoptr (GPtrArray) found = qh_palette_find (palette, "ferris");
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += get (found, i)->group == QH_FOUND_MEETINGS;
  g_assert_cmpuint (n, ==, 3);
}

static void
test_recent (void)
{
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = qh_palette_new (store);
  g_autoptr (GPtrArray) items =
      qh_store_select (store, &qh_content_entity, "ORDER BY title_key LIMIT 3", NULL, NULL);
  const char *ids[] = { QH_RECORD (items->pdata[1])->id, "0190aaaa-0000-7000-8000-000000000000",
                        QH_RECORD (items->pdata[0])->id, QH_RECORD (items->pdata[1])->id, NULL };
  g_autoptr (GPtrArray) found = NULL;

  qh_palette_add_recent (palette, ids);
  found = qh_palette_find (palette, "");
  g_assert_cmpstr (get (found, 0)->title, ==, QH_CONTENT (items->pdata[1])->title);
  g_assert_cmpstr (get (found, 1)->title, ==, QH_CONTENT (items->pdata[0])->title);
  g_assert_cmpint (get (found, 2)->group, ==, QH_FOUND_RECENT);
  g_assert_cmpuint (found->len, ==, 5);
}

/* Any text is a valid question. */
static void
test_bad_text (void)
{
  static const char *const typed[] = {
    "\"",   "'",         "\" OR 1",       "NEAR(a b)", "a AND",    "* *",    "-",
    "(",    "c0:ferris", "👩‍⚕️", "🦷 f",    "\xff\xfe", "f \xff", "@",
    "#",    "!",         "@\"",           "@ @ @",     "f ",       "f",      "\t\n",
    "%s%n", "<b>&amp;",
  };
  g_autoptr (QhStore) store = build_store (TRUE);
  g_autoptr (QhPalette) palette = build_palette (store);
  g_autofree char *letters = g_strnfill (65536, 'a');
  g_autofree char *words = g_strnfill (65536, 'b');

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GPtrArray) found = qh_palette_find (palette, typed[i]);
    g_assert_nonnull (found);
  }
  for (guint i = 1; i < 65536; i += 2)
    words[i] = ' ';
  g_autoptr (GPtrArray) long_word = qh_palette_find (palette, letters);
  g_autoptr (GPtrArray) many_words = qh_palette_find (palette, words);
  g_assert_cmpuint (long_word->len, ==, 0);
  g_assert_nonnull (many_words);
}

static void
test_line (void)
{
  static const struct {
    const char *text;
    gboolean is_line;
  } cases[] = {
    { "f slow", TRUE },       { "w too loud", TRUE },
    { "p a list", TRUE },     { "c rang", TRUE },
    { "h binder", TRUE },     { "f", FALSE },
    { "f ", FALSE },          { "f  ", FALSE },
    { "ferris", FALSE },      { "g slow", FALSE },
    { "late @Ferris", TRUE }, { "late #billing", TRUE },
    { "late !3", TRUE },      { "late !5", FALSE },
    { "late !", FALSE },      { "late @", FALSE },
    { "a@ferris.de", FALSE }, { "late @\"Ferris", TRUE },
    { "late # 4", FALSE },    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("“%s”", cases[i].text);
    g_assert_true (qh_palette_is_line (cases[i].text) == cases[i].is_line);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/first", test_first);
  g_test_add_func ("/palette/order", test_order);
  g_test_add_func ("/palette/nothing-typed", test_nothing_typed);
  g_test_add_func ("/palette/empty-store", test_empty_store);
  g_test_add_func ("/palette/context", test_context);
  g_test_add_func ("/palette/meetings", test_meetings);
  g_test_add_func ("/palette/recent", test_recent);
  g_test_add_func ("/palette/bad-text", test_bad_text);
  g_test_add_func ("/palette/line", test_line);
  return g_test_run ();
}

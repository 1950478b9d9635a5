/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of content: the factors of its scarcity, and where it stands in a client's story. */
#include "clients/qh-moments.h"
#include "store/qh-ledger.h"
#include "widgets/qh-supply.h"

#define NOW (G_GINT64_CONSTANT (1764244800) * G_USEC_PER_SEC) /* 2025-11-27 12:00 UTC */

typedef struct {
  QhStore *store;
  QhContent *limited, *unlimited;
  QhClient *client;
} Fixture;

static QhContent *
add_item (QhStore *store, const char *title, gint64 edition)
{
  QhContent *item = qh_content_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (item), "title", title);
  qh_record_set_int (QH_RECORD (item), "edition", edition);
  qh_record_set_int (QH_RECORD (item), "per_client", 2);
  g_assert_true (qh_store_save (store, QH_RECORD (item), &error));
  g_assert_no_error (error);
  return item;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->limited = add_item (fixture->store, "Survey", 12);
  fixture->unlimited = add_item (fixture->store, "Leaflet", QH_NONE);
  fixture->client = qh_client_new ();
  qh_record_set_string (QH_RECORD (fixture->client), "name", "Ferris");
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (fixture->client), &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->limited);
  g_clear_object (&fixture->unlimited);
  g_clear_object (&fixture->client);
  g_assert_finalize_object (fixture->store);
}

static void
move (Fixture *fixture, QhMovementKind kind, QhContent *item, const char *opened)
{
  g_autoptr (QhMovement) line =
      qh_ledger_line (kind, QH_RECORD (item)->id, QH_RECORD (fixture->client)->id, NULL);
  g_autoptr (GError) error = NULL;

  if (opened)
    qh_record_set_string (QH_RECORD (line), "opened", opened);
  qh_ledger_move (fixture->store, line, &error);
  g_assert_no_error (error);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The texts of the story, in the order of the alphabet: all is of one day. */
static char *
read_story (Fixture *fixture)
{
  g_autoptr (GPtrArray) moments = qh_moments (fixture->store, QH_RECORD (fixture->client)->id, 20);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < moments->len; i++) {
    const QhMoment *moment = g_ptr_array_index (moments, i);
    g_assert_cmpstr (moment->day, ==, "2025-11-27");
    g_assert_cmpstr (qh_moment_label (moment), ==, "Content given");
    g_ptr_array_add (texts, moment->text);
  }
  g_ptr_array_sort (texts, compare);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **)texts->pdata);
}

static void
assert_story (Fixture *fixture, const char *expected)
{
  g_autofree char *story = read_story (fixture);

  g_assert_cmpstr (story, ==, expected);
}

/* What was given stands there, with what it led to; what was only reserved, taken back or undone
 * does not. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  move (fixture, QH_MOVEMENT_KIND_RESERVE, fixture->limited, NULL);
  assert_story (fixture, "");
  move (fixture, QH_MOVEMENT_KIND_DELIVER, fixture->limited, "The board has asked to see it.");
  assert_story (fixture, "Survey · The board has asked to see it.");
  move (fixture, QH_MOVEMENT_KIND_DELIVER, fixture->unlimited, NULL);
  assert_story (fixture, "Leaflet; Survey · The board has asked to see it.");
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  assert_story (fixture, "Survey · The board has asked to see it.");
  move (fixture, QH_MOVEMENT_KIND_RETURN, fixture->limited, NULL);
  assert_story (fixture, "");
}

static void
assert_factors (Fixture *fixture, QhContent *item, const char *expected)
{
  QhPips pips = qh_supply_read (fixture->store, item);
  char *words[QH_N_FACTORS], *numbers[QH_N_FACTORS];
  g_autoptr (GString) all = g_string_new (NULL);

  qh_supply_scarcity_factors (item, &pips, words, numbers);
  for (int i = 0; i < QH_N_FACTORS; i++) {
    g_string_append_printf (all, "%s %s, ", numbers[i], words[i]);
    g_free (words[i]);
    g_free (numbers[i]);
  }
  g_string_append_printf (all, "%d", qh_supply_scarcity (item, &pips));
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_factors (Fixture *fixture, gconstpointer data)
{
  assert_factors (fixture, fixture->unlimited,
                  "0.2 Common, 0.50 Without limit, 0.8 No end date, 8");
  move (fixture, QH_MOVEMENT_KIND_RESERVE, fixture->limited, NULL);
  qh_record_set_int (QH_RECORD (fixture->limited), "rarity", QH_RARITY_OURS_ALONE);
  qh_record_set_string (QH_RECORD (fixture->limited), "available_until", "2026-01-31");
  assert_factors (fixture, fixture->limited,
                  "1.0 Ours alone, 0.72 1 of 12 reserved or given, 1.0 An end date, 73");
  qh_store_revert (fixture->store, QH_RECORD (fixture->limited));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/content/story", test_story);
  ADD ("/content/factors", test_factors);
  return g_test_run ();
}

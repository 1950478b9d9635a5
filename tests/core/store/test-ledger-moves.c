/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one does with the ledger: counts and copies, corrections, reactions, waiting, lapse; and two
 * programs at once. */
#include "fixture.h"
#include "store/qh-ledger.h"
#include <string.h>

typedef struct {
  QhStore *store;
  QhRecord *ferris, *hale, *item, *leaflet;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->store = fixture_store ();
  place->ferris = (QhRecord *)fixture_client (place->store, "Ferris");
  place->hale = (QhRecord *)fixture_client (place->store, "Hale");
  place->item = (QhRecord *)fixture_content (place->store, "Benchmark", 3, 1);
  place->leaflet = (QhRecord *)fixture_content (place->store, "Leaflet", QH_NONE, 2);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_verify (qh_store_get_db (place->store));
  g_object_unref (place->ferris);
  g_object_unref (place->hale);
  g_object_unref (place->item);
  g_object_unref (place->leaflet);
  g_object_unref (place->store);
}

static QhMovement *
move (Place *place, int kind, QhRecord *item, QhRecord *client)
{
  QhMovement *line = qh_ledger_line (kind, item->id, client->id, NULL);

  fixture_ok (qh_ledger_move (place->store, line, &error));
  return line;
}

static void
stands (Place *place, QhRecord *item, gint64 available, gint64 reserved, gint64 delivered)
{
  QhLedgerCounts counts;

  fixture_ok (qh_ledger_count (place->store, item->id, &counts, &error));
  g_assert_cmpint (counts.available, ==, available);
  g_assert_cmpint (counts.reserved, ==, reserved);
  g_assert_cmpint (counts.delivered, ==, delivered);
}

#define refused(call, words)                                     \
  G_STMT_START                                                   \
  {                                                              \
    GError *error = NULL;                                        \
    g_assert_false (call);                                       \
    g_assert_error (error, QH_ERROR, QH_ERROR_REFUSED);          \
    if (strstr (error->message, words) == NULL)                  \
      g_error ("“%s” does not say “%s”", error->message, words); \
    g_error_free (error);                                        \
  }                                                              \
  G_STMT_END

/* --- Looking */

static void
test_copies (Place *place, gconstpointer data)
{
  g_autoptr (QhMovement) one = move (place, QH_MOVEMENT_KIND_RESERVE, place->item, place->ferris);
  g_autoptr (QhMovement) two = move (place, QH_MOVEMENT_KIND_DELIVER, place->item, place->hale);
  g_autoptr (GPtrArray) copies = qh_ledger_list_copies (place->store, place->item->id, NULL);
  QhCopy **list = (QhCopy **)copies->pdata;
  QhLedgerCounts counts;

  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpint (list[0]->number, ==, 1);
  g_assert_cmpint (list[0]->state, ==, QH_COPY_RESERVED);
  g_assert_cmpstr (list[0]->client, ==, place->ferris->id);
  g_assert_cmpstr (list[0]->movement, ==, ((QhRecord *)one)->id);
  g_assert_cmpint (list[1]->state, ==, QH_COPY_DELIVERED);
  stands (place, place->item, 1, 1, 1);
  stands (place, place->leaflet, QH_NONE, 0, 0);
  fixture_fails (qh_ledger_count (place->store, "nothing", &counts, &error), QH_ERROR_NOT_FOUND);
}

static void
test_lines (Place *place, gconstpointer data)
{
  g_autoptr (QhListModel) lines = qh_ledger_list_lines (place->store, place->item->id, FALSE);
  g_autoptr (QhListModel) newest = qh_ledger_list_lines (place->store, place->item->id, TRUE);
  g_autoptr (QhMovement) one = move (place, QH_MOVEMENT_KIND_RESERVE, place->item, place->ferris);
  g_autoptr (QhMovement) two = move (place, QH_MOVEMENT_KIND_DELIVER, place->item, place->ferris);
  g_autoptr (QhRecord) first = g_list_model_get_item (G_LIST_MODEL (lines), 0);
  g_autoptr (QhRecord) last = g_list_model_get_item (G_LIST_MODEL (newest), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (newest)), ==, 2);
  g_assert_true (first == (QhRecord *)one);
  g_assert_true (last == (QhRecord *)two);
}

/* --- Mending */

static void
test_correct (Place *place, gconstpointer data)
{
  g_autoptr (QhMovement) given = move (place, QH_MOVEMENT_KIND_DELIVER, place->item, place->ferris);
  g_autoptr (QhMovement) leaflet =
      move (place, QH_MOVEMENT_KIND_DELIVER, place->leaflet, place->ferris);
  g_autofree char *label = NULL;

  fixture_fails (qh_ledger_correct (place->store, given, " ", &error), QH_ERROR_INVALID);
  fixture_ok (qh_ledger_correct (place->store, given, "It was Hale’s", &error));
  fixture_ok (qh_ledger_correct (place->store, leaflet, "Not handed over", &error));
  stands (place, place->item, 3, 0, 0);
  stands (place, place->leaflet, QH_NONE, 0, 0);
  refused (qh_ledger_correct (place->store, given, "Again", &error), "Copy 1 has moved on");
  refused (qh_ledger_correct (place->store, leaflet, "Again", &error), "Leaflet");
  fixture_ok (qh_store_undo (place->store, &label, &error));
  g_assert_cmpstr (label, ==, "Correct the ledger of “Leaflet”");
  stands (place, place->leaflet, QH_NONE, 0, 1);
}

static void
test_correct_edition (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  fixture_ok (qh_ledger_set_edition (place->store, place->item->id, 9, "A slip", &error));
  lines = qh_store_select (place->store, &qh_movement_entity, "", NULL, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  fixture_ok (qh_ledger_correct (place->store, lines->pdata[0], "It was three", &error));
  g_assert_cmpint (((QhContent *)place->item)->edition, ==, 3);
  fixture_fails (qh_ledger_set_edition (place->store, place->item->id, 0, "x", &error),
                 QH_ERROR_INVALID);
  fixture_fails (qh_ledger_set_edition (place->store, place->item->id, 5, NULL, &error),
                 QH_ERROR_INVALID);
  fixture_ok (qh_ledger_set_edition (place->store, place->item->id, QH_NONE, NULL, &error));
  stands (place, place->item, QH_NONE, 0, 0);
}

static void
test_reaction (Place *place, gconstpointer data)
{
  g_autoptr (QhMovement) given = move (place, QH_MOVEMENT_KIND_DELIVER, place->item, place->ferris);
  g_autoptr (GPtrArray) lines = NULL;

  fixture_ok (qh_ledger_note_reaction (place->store, given, 5, "An order", &error));
  stands (place, place->item, 2, 0, 1);
  lines = qh_store_select (place->store, &qh_movement_entity, "ORDER BY rowid", NULL, NULL);
  g_assert_cmpuint (lines->len, ==, 3);
  QhMovement *noted = lines->pdata[2];
  g_assert_cmpint (noted->reaction, ==, 5);
  g_assert_cmpstr (noted->opened, ==, "An order");
  g_assert_cmpint (noted->at, ==, given->at);
  fixture_ok (qh_store_undo (place->store, NULL, &error));
  stands (place, place->item, 2, 0, 1);
}

/* --- Waiting */

static void
join (Place *place, QhRecord *client, gint64 since)
{
  g_autoptr (QhRecord) waiting = qh_record_new (&qh_waiting_entity);

  qh_record_set_string (waiting, "content", place->item->id);
  qh_record_set_string (waiting, "client", client->id);
  qh_record_set_int (waiting, "since", since);
  fixture_ok (qh_ledger_join (place->store, (QhWaiting *)waiting, &error));
}

static guint
count_offers (Place *place)
{
  g_autoptr (GPtrArray) offers = qh_ledger_list_offers (place->store, NULL, NULL);

  return offers->len;
}

static void
test_offers (Place *place, gconstpointer data)
{
  g_autoptr (QhClient) third = fixture_client (place->store, "Third");
  g_autoptr (GPtrArray) waiting = NULL;

  fixture_ok (qh_ledger_set_edition (place->store, place->item->id, 1, "One only", &error));
  g_autoptr (QhMovement) given =
      move (place, QH_MOVEMENT_KIND_DELIVER, place->item, (QhRecord *)third);
  join (place, place->hale, 2);
  join (place, place->ferris, 1);
  g_assert_cmpuint (count_offers (place), ==, 0);
  waiting = qh_ledger_list_waiting (place->store, place->item->id, NULL);
  refused (qh_ledger_accept (place->store, waiting->pdata[0], &error), "0 available");
  g_autoptr (QhMovement) back =
      move (place, QH_MOVEMENT_KIND_RETURN, place->item, (QhRecord *)third);
  g_assert_cmpuint (count_offers (place), ==, 1);
  refused (qh_ledger_accept (place->store, waiting->pdata[1], &error), "longer than Hale");
  fixture_ok (qh_ledger_accept (place->store, waiting->pdata[0], &error));
  stands (place, place->item, 0, 1, 0);
  g_assert_cmpuint (count_offers (place), ==, 0);
  fixture_ok (qh_store_undo (place->store, NULL, &error));
  g_assert_cmpuint (count_offers (place), ==, 1);
  fixture_ok (qh_ledger_leave (place->store, place->item->id, place->ferris->id, &error));
  refused (qh_ledger_leave (place->store, place->item->id, place->ferris->id, &error),
           "Ferris is not waiting");
}

/* --- Lapse, and undo beyond it */

static QhStore *
open_at (const char *path, const char *now)
{
  QhClock clock = fixture_clock ();
  QhStore *store;
  gint64 instant;

  g_assert_true (qh_instant_parse (now, NULL, &instant));
  clock.fixed = instant;
  store = qh_store_open (path, QH_STORE_CREATE, &clock, NULL);
  g_assert_nonnull (store);
  return store;
}

static QhRecord *
plan (QhStore *store, QhClient *client, QhContent *item, const char *start)
{
  QhRecord *meeting = (QhRecord *)fixture_meeting (store, client);
  g_autoptr (QhRecord) segment = qh_record_new (&qh_segment_entity);
  gint64 instant;

  g_assert_true (qh_instant_parse (start, NULL, &instant));
  qh_record_set_int (meeting, "start", instant);
  fixture_ok (qh_store_save (store, meeting, &error));
  qh_record_set_string (segment, "meeting", meeting->id);
  qh_record_set_string (segment, "content", ((QhRecord *)item)->id);
  qh_record_set_int (segment, "kind", QH_SEGMENT_KIND_EDUCATE);
  qh_record_set_string (segment, "title", "Show it");
  qh_record_set_int (segment, "seconds", 60);
  fixture_ok (qh_store_save (store, segment, &error));
  return meeting;
}

static gint64
count_reserved (QhStore *store)
{
  return qh_store_count (store, "SELECT sum (reserved) FROM ledger", NULL);
}

static void
test_lapse (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  g_autoptr (QhStore) store = open_at (path, "2026-11-20T09:00:00Z");
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 3);
  g_autoptr (QhContent) leaflet = fixture_content (store, "Leaflet", QH_NONE, 3);
  g_autoptr (QhRecord) held = plan (store, client, item, "2026-11-21T10:00:00Z");
  g_autoptr (QhRecord) later = plan (store, client, item, "2026-12-01T10:00:00Z");
  g_autoptr (QhRecord) loose = plan (store, client, leaflet, "2026-11-21T10:00:00Z");
  g_autoptr (QhRecord) past = plan (store, client, item, "2026-11-21T23:30:00Z");

  qh_record_set_int (held, "status", QH_MEETING_STATUS_HELD);
  fixture_ok (qh_store_save (store, held, &error));
  g_assert_cmpint (count_reserved (store), ==, 4);
  g_clear_object (&store);
  /* Within fourteen days; then two go, and only they. */
  store = open_at (path, "2026-12-05T23:59:00Z");
  g_assert_cmpint (count_reserved (store), ==, 4);
  g_assert_false (qh_ledger_has_lapsed (store, QH_RECORD (item)->id));
  g_clear_object (&store);
  store = open_at (path, "2026-12-06T00:01:00Z");
  g_assert_cmpint (count_reserved (store), ==, 2);
  g_assert_true (qh_ledger_has_lapsed (store, QH_RECORD (item)->id));
  g_assert_true (qh_ledger_has_lapsed (store, QH_RECORD (leaflet)->id));
  fixture_verify (qh_store_get_db (store));
  /* The clock goes back: nothing breaks, and all that was done can be undone. */
  g_clear_object (&store);
  store = open_at (path, "2026-11-01T09:00:00Z");
  while (qh_store_undo (store, NULL, NULL))
    fixture_verify (qh_store_get_db (store));
  g_assert_true (qh_store_is_empty (store));
  while (qh_store_redo (store, NULL, NULL))
    fixture_verify (qh_store_get_db (store));
  g_assert_cmpint (count_reserved (store), ==, 4);
  fixture_remove (folder);
}

/* An app that is open for weeks notices, too. */
static void
test_lapse_while_open (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  g_autoptr (QhStore) store = open_at (path, "2026-11-20T09:00:00Z");
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 3);
  g_autoptr (QhRecord) past = plan (store, client, item, "2026-11-21T10:00:00Z");
  QhClock *clock = (QhClock *)qh_store_get_clock (store);

  for (int day = 1; day < 17; day++) {
    clock->fixed += QH_DAY_USEC;
    qh_record_set_int ((QhRecord *)client, "yearly_value", day);
    fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
    g_assert_cmpint (count_reserved (store), ==, day < 16 ? 1 : 0);
  }
  fixture_verify (qh_store_get_db (store));
  fixture_remove (folder);
}

static void
add (const char *name, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/ledger-moves/", name, NULL);

  g_test_add (path, Place, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("copies", test_copies);
  add ("lines", test_lines);
  add ("correct", test_correct);
  add ("correct-edition", test_correct_edition);
  add ("reaction", test_reaction);
  add ("offers", test_offers);
  g_test_add_func ("/store/ledger-moves/lapse", test_lapse);
  g_test_add_func ("/store/ledger-moves/lapse-while-open", test_lapse_while_open);
  return g_test_run ();
}

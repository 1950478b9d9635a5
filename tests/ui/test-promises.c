/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a promise, and what is counted of all of them, against values worked out by hand:
 * on both sides of the day, of five events and of 365 days. */
#include "exchange/qh-sample.h"
#include "promises/qh-promise-deeds.h"
#include "promises/qh-promise-figures.h"
#include "trust/qh-trust-events.h"
#include "widgets/qh-promise-text.h"

#define NOW (G_GINT64_CONSTANT (1764244800) * G_USEC_PER_SEC) /* 2025-11-27 12:00 UTC */
#define TODAY "2025-11-27"

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

/* @due NULL: none. */
static QhPromise *
add (QhStore *store, const char *what, const char *made, const char *due)
{
  QhPromise *promise = qh_promise_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (promise), "what", what);
  qh_record_set_string (QH_RECORD (promise), "made", made);
  qh_record_set_string (QH_RECORD (promise), "due", due);
  g_assert_true (qh_store_save (store, QH_RECORD (promise), &error));
  g_assert_no_error (error);
  return promise;
}

/* A kept one, by its day or late; a broken one where @kept is NULL. */
static void
put (QhStore *store, const char *due, const char *kept, const char *reason)
{
  g_autoptr (QhPromise) promise = add (store, "It", "2024-01-01", due);

  g_object_set (promise, "status", kept ? QH_PROMISE_STATUS_KEPT : QH_PROMISE_STATUS_BROKEN, NULL);
  qh_record_set_string (QH_RECORD (promise), "kept", kept);
  qh_record_set_string (QH_RECORD (promise), "reason", reason);
  g_assert_true (qh_store_save (store, QH_RECORD (promise), NULL));
}

static void
refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, QH_ERROR, QH_ERROR_INVALID);
  g_clear_error (error);
}

/* --- Deeds */

static void
test_keep (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) promise = add (store, "A call", "2025-11-10", "2025-11-20");
  g_autoptr (GError) error = NULL;

  refused (qh_promise_keep (store, promise, "2025-11-09", &error), &error);
  refused (qh_promise_keep (store, promise, "2025-11-28", &error), &error);
  refused (qh_promise_keep (store, promise, NULL, &error), &error);
  g_assert_cmpint (promise->status, ==, QH_PROMISE_STATUS_OPEN);
  g_assert_true (qh_promise_keep (store, promise, "2025-11-10", &error));
  g_assert_cmpint (promise->status, ==, QH_PROMISE_STATUS_KEPT);
  g_assert_cmpstr (promise->kept, ==, "2025-11-10");
  g_assert_true (qh_promise_reopen (store, promise, &error));
  g_assert_null (promise->kept);
  g_assert_true (qh_promise_keep (store, promise, TODAY, &error));
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (promise->status, ==, QH_PROMISE_STATUS_OPEN);
}

static void
test_break (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) promise = add (store, "A call", "2025-11-10", "2025-11-20");
  g_autoptr (GError) error = NULL;

  refused (qh_promise_break (store, promise, TODAY, "  ", &error), &error);
  refused (qh_promise_break (store, promise, "2025-11-09", "Nobody was there", &error), &error);
  g_assert_true (qh_promise_break (store, promise, TODAY, "Nobody was there", &error));
  g_assert_cmpstr (promise->broken, ==, TODAY);
  g_assert_cmpstr (promise->reason, ==, "Nobody was there");
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_null (promise->reason);
}

/* Before the day, and with him: on the day it is too late. */
static void
test_move (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) tomorrow = add (store, "Tomorrow", "2025-11-10", "2025-11-28");
  g_autoptr (QhPromise) today = add (store, "Today", "2025-11-10", TODAY);
  g_autoptr (QhPromise) yesterday = add (store, "Yesterday", "2025-11-10", "2025-11-26");
  g_autoptr (QhPromise) never = add (store, "Never", "2025-11-10", NULL);
  g_autoptr (GError) error = NULL;

  refused (qh_promise_move (store, today, "2025-12-05", TRUE, &error), &error);
  refused (qh_promise_move (store, yesterday, "2025-12-05", TRUE, &error), &error);
  refused (qh_promise_move (store, never, "2025-12-05", TRUE, &error), &error);
  refused (qh_promise_move (store, tomorrow, "2025-12-05", FALSE, &error), &error);
  refused (qh_promise_move (store, tomorrow, "2025-11-26", TRUE, &error), &error);
  refused (qh_promise_move (store, tomorrow, "2025-11-28", TRUE, &error), &error);
  refused (qh_promise_move (store, tomorrow, NULL, TRUE, &error), &error);
  g_assert_false (qh_promise_can_move (store, today));
  g_assert_true (qh_promise_can_move (store, tomorrow));
  g_assert_true (qh_promise_move (store, tomorrow, "2025-12-05", TRUE, &error));
  g_assert_cmpstr (tomorrow->due, ==, "2025-12-05");
  g_assert_cmpstr (tomorrow->moved_from, ==, "2025-11-28");
  g_assert_cmpint (tomorrow->moves, ==, 1);
  g_assert_true (tomorrow->consent);
  g_assert_true (qh_promise_move (store, tomorrow, "2025-12-09", TRUE, &error));
  g_assert_cmpstr (tomorrow->moved_from, ==, "2025-12-05");
  g_assert_cmpint (tomorrow->moves, ==, 2);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpstr (tomorrow->due, ==, "2025-12-05");
  g_assert_cmpint (tomorrow->moves, ==, 1);
}

static void
test_link (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) promise = add (store, "Three rings", "2025-01-10", NULL);
  g_autoptr (QhFriction) friction = qh_friction_new ();
  g_autoptr (GPtrArray) promises = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *id;

  qh_record_set_string (QH_RECORD (friction), "title", "Nine rings");
  qh_record_set_string (QH_RECORD (friction), "reported", TODAY);
  g_assert_true (qh_store_save (store, QH_RECORD (friction), &error));
  id = QH_RECORD (friction)->id;
  g_assert_true (qh_promise_link_friction (store, id, QH_RECORD (promise)->id, &error));
  g_assert_cmpstr (friction->promise, ==, QH_RECORD (promise)->id);
  g_assert_true (qh_promise_link_friction (store, id, NULL, &error));
  g_assert_null (friction->promise);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpstr (friction->promise, ==, QH_RECORD (promise)->id);

  /* What is linked does not keep it from being deleted, and comes back with it. */
  g_ptr_array_add (promises, promise);
  g_assert_true (qh_promise_delete_all (store, promises, &error));
  g_assert_no_error (error);
  g_assert_null (friction->promise);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_nonnull (friction->promise);
}

/* --- Figures */

static void
check_kept (QhStore *store, const char *expected)
{
  g_autoptr (QhTrust) trust = NULL;
  g_autofree char *label = NULL;

  g_assert_true (qh_store_trust (store, NULL, &trust, NULL));
  label = qh_promise_kept_label (trust);
  g_assert_cmpstr (label, ==, expected);
}

/* 27 November 2024 is 365 days before today. */
static void
test_kept (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) overdue = NULL;

  check_kept (store, "kept: not enough yet (0 of 5)");
  put (store, "2024-11-27", "2024-11-27", NULL); /* the first day that counts */
  put (store, "2024-11-26", "2024-11-26", NULL); /* a day too old */
  put (store, "2025-06-01", "2025-06-01", NULL);
  put (store, "2025-06-01", "2025-06-02", NULL); /* a day late */
  put (store, "2025-06-01", NULL, "Why");
  check_kept (store, "kept: not enough yet (4 of 5)");
  overdue = add (store, "Overdue", "2024-01-01", "2025-11-26");
  check_kept (store, "kept 2 of 5, 40.0 %");
  put (store, "2025-06-01", "2025-05-01", NULL);
  check_kept (store, "kept 3 of 6, 50.0 %");
}

/* Today is due, tomorrow is not yet. */
static void
test_count (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPromise) a = add (store, "a", "2025-01-01", "2025-11-26");
  g_autoptr (QhPromise) b = add (store, "b", "2025-01-01", TODAY);
  g_autoptr (QhPromise) c = add (store, "c", "2025-01-01", "2025-11-28");
  g_autoptr (QhPromise) d = add (store, "d", "2025-01-01", NULL);

  g_assert_cmpuint (qh_promise_count_due (store), ==, 2);
}

static void
check_bar (const QhPareto *pareto, guint i, const char *expected)
{
  g_autofree char *label = qh_pareto_bar_label (pareto, i);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_reasons (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhPareto) pareto = NULL;
  static const char *const reasons[] = { "No time",  "no time ", "No stock", NULL,
                                         "No stock", "NO TIME",  "Forgotten" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    put (store, "2025-10-01", NULL, reasons[i]);
  put (store, "2024-11-26", NULL, "Too old");
  pareto = qh_promise_read_reasons (store, 2);
  g_assert_cmpuint (pareto->total, ==, 7);
  g_assert_cmpuint (pareto->bars->len, ==, 3);
  check_bar (pareto, 0, "No time: 3 of 7, 43 %; together 43 %");
  check_bar (pareto, 1, "No stock: 2 of 7, 29 %; together 71 %");
  check_bar (pareto, 2, "Others: 2 of 7, 29 %; together 100 %");
}

/* --- How it stands */

static void
check_state (QhPromise *promise, const char *expected, gboolean bad)
{
  gboolean is_bad;
  g_autofree char *label = qh_promise_state_label (promise, TODAY, NOW, &is_bad);

  g_assert_cmpstr (label, ==, expected);
  g_assert_cmpint (is_bad, ==, bad);
}

static void
test_state (void)
{
  g_autoptr (QhPromise) promise = qh_promise_new ();

  check_state (promise, "no day", FALSE);
  qh_record_set_string (QH_RECORD (promise), "due", TODAY);
  check_state (promise, "due today", FALSE);
  qh_record_set_string (QH_RECORD (promise), "due", "2025-11-26");
  check_state (promise, "1 day overdue", TRUE);
  qh_record_set_string (QH_RECORD (promise), "due", "2025-12-26");
  qh_record_set_string (QH_RECORD (promise), "moved_from", "2025-11-20"); /* without his word */
  check_state (promise, "7 days overdue", TRUE);
  g_object_set (promise, "consent", TRUE, NULL);
  check_state (promise, "due 26 Dec", FALSE);
}

/* Each count of trust has as many records behind it, of one client and of all. */
static void
check_events (QhStore *store, const char *client)
{
  g_autoptr (QhTrust) trust = NULL;

  g_assert_true (qh_store_trust (store, client, &trust, NULL));
  for (QhTrustSort sort = QH_TRUST_KEPT; sort < QH_N_TRUST_SORTS; sort++) {
    QhQuery query = qh_trust_events_query (sort);
    g_auto (GStrv) values = qh_trust_events_values (store, sort, client);
    g_autoptr (QhListModel) model = qh_list_model_new (store, &query, (const char *const *)values);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, trust->year[sort]);
  }
}

static void
test_events (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (GPtrArray) clients = NULL;

  g_assert_true (qh_sample_fill (store, NULL));
  clients = qh_store_select (store, &qh_client_entity, "ORDER BY id", NULL, NULL);
  check_events (store, NULL);
  for (guint i = 0; i < clients->len; i++)
    check_events (store, QH_RECORD (g_ptr_array_index (clients, i))->id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/promises/keep", test_keep);
  g_test_add_func ("/ui/promises/break", test_break);
  g_test_add_func ("/ui/promises/move", test_move);
  g_test_add_func ("/ui/promises/link", test_link);
  g_test_add_func ("/ui/promises/kept", test_kept);
  g_test_add_func ("/ui/promises/count", test_count);
  g_test_add_func ("/ui/promises/reasons", test_reasons);
  g_test_add_func ("/ui/promises/state", test_state);
  g_test_add_func ("/ui/promises/events", test_events);
  return g_test_run ();
}

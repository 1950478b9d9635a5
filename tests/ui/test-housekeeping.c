/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks that leave the meetings, and the minutes that are free then, counted by hand. */
#include "housekeeping/qh-housekeeping-deeds.h"

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1764244800) * G_USEC_PER_SEC, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

/* @minutes QH_NONE: nobody said. */
static QhHousekeeping *
add (QhStore *store, const char *name, gint64 minutes, int status)
{
  QhHousekeeping *task = qh_housekeeping_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (task, "task", name, "minutes", minutes, "status", status, NULL);
  g_assert_true (qh_store_save (store, QH_RECORD (task), &error));
  g_assert_no_error (error);
  return task;
}

static void
check_label (QhStore *store, const char *expected)
{
  QhHousekeepingSum sum = qh_housekeeping_sum (store);
  g_autofree char *label = qh_housekeeping_sum_label (&sum);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_sum (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhHousekeeping) in = NULL;
  g_autoptr (QhHousekeeping) moving = NULL;
  g_autoptr (QhHousekeeping) out = NULL;
  g_autoptr (QhHousekeeping) unknown = NULL;

  check_label (store, NULL);
  unknown = add (store, "Paperwork", QH_NONE, QH_HOUSEKEEPING_STATUS_MOVED);
  check_label (store, NULL);
  g_assert_cmpint (qh_housekeeping_sum (store).unknown, ==, 1);
  out = add (store, "Delivery dates", 4, QH_HOUSEKEEPING_STATUS_MOVED);
  check_label (store, "4 min freed a month: 48 min a year");
  g_object_set (out, "minutes", (gint64)20, NULL);
  g_assert_true (qh_store_save (store, QH_RECORD (out), NULL));
  check_label (store, "20 min freed a month: 4 h a year");
  in = add (store, "Reorders", 25, QH_HOUSEKEEPING_STATUS_IN_MEETINGS);
  moving = add (store, "Invoice copies", 15, QH_HOUSEKEEPING_STATUS_MOVING);
  check_label (store, "40 min in meetings · 20 min freed a month: 4 h a year");
}

/* An hour a year is said in hours: five minutes a month. */
static void
test_hour (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhHousekeeping) task = add (store, "Lists", 5, QH_HOUSEKEEPING_STATUS_MOVED);

  check_label (store, "5 min freed a month: 1 h a year");
}

static void
test_deeds (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhHousekeeping) task = add (store, "Lists", 5, QH_HOUSEKEEPING_STATUS_IN_MEETINGS);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_housekeeping_move (store, task, QH_HOUSEKEEPING_TARGET_PORTAL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (task->status, ==, QH_HOUSEKEEPING_STATUS_MOVED);
  g_assert_cmpint (task->moved_to, ==, QH_HOUSEKEEPING_TARGET_PORTAL);
  g_assert_true (qh_housekeeping_take_back (store, task, &error));
  g_assert_cmpint (task->status, ==, QH_HOUSEKEEPING_STATUS_IN_MEETINGS);
  g_assert_cmpint (task->moved_to, ==, 0);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (task->moved_to, ==, QH_HOUSEKEEPING_TARGET_PORTAL);

  g_ptr_array_add (tasks, task);
  g_assert_true (qh_housekeeping_delete_all (store, tasks, &error));
  check_label (store, NULL);
  g_assert_true (qh_store_undo (store, NULL, &error));
  check_label (store, "5 min freed a month: 1 h a year");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/housekeeping/sum", test_sum);
  g_test_add_func ("/ui/housekeeping/hour", test_hour);
  g_test_add_func ("/ui/housekeeping/deeds", test_deeds);
  return g_test_run ();
}

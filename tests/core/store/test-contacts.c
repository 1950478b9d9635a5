/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database counts what the pure function counts, from the first instant that is asked for:
 * whatever is logged, changed, deleted, undone and redone, on both sides of the days it is kept by.
 */
#include "fixture.h"
#include "store/qh-contact-schema.h"
#include "store/qh-trust-schema.h"
#include <string.h>

#define N_STEPS 300

static QhContactLog *
contact (QhStore *store, gint64 at, gint64 rings, int solved, const char *learned)
{
  QhContactLog *self = qh_contact_log_new ();

  qh_record_set_int ((QhRecord *)self, "at", at);
  qh_record_set_int ((QhRecord *)self, "rings", rings);
  qh_record_set_string ((QhRecord *)self, "learned", learned);
  g_object_set (self, "solved", solved, "failure", solved == QH_SOLVED_NO, NULL);
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
  return self;
}

static void
answer (QhStore *store, QhContactLog *entry, const char *told)
{
  qh_record_set_string ((QhRecord *)entry, "upgraded_to", "Ines");
  qh_record_set_string ((QhRecord *)entry, "upgrade_answer", told != NULL ? "why" : NULL);
  qh_record_set_string ((QhRecord *)entry, "upgrade_change", told != NULL ? "what" : NULL);
  qh_record_set_string ((QhRecord *)entry, "upgrade_told", told);
  fixture_ok (qh_store_save (store, (QhRecord *)entry, &error));
}

static void
assert_same (QhStore *store, gint64 since)
{
  QhContactFigures counted = { 0 }, added = { 0 };
  g_autoptr (GPtrArray) entries =
      qh_store_select (store, &qh_contact_log_entity, "ORDER BY id", NULL, NULL);

  fixture_ok (qh_store_count_contacts (store, since, &counted, &error));
  for (guint i = 0; i < entries->len; i++)
    if (since == QH_NONE || QH_CONTACT_LOG (entries->pdata[i])->at >= since)
      qh_contact_figures_add (&added, entries->pdata[i]);
  g_assert_cmpmem (&counted, sizeof counted, &added, sizeof added);
}

static void
test_counts (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  QhContactFigures figures = { 0 };
  g_autoptr (QhContactLog) first = contact (store, 1000, 1, QH_SOLVED_YES, NULL);
  g_autoptr (QhContactLog) second = contact (store, 2000, 4, QH_SOLVED_NO, "that");
  g_autoptr (QhContactLog) third = contact (store, 3000, QH_NONE, 0, NULL);

  assert_same (store, QH_NONE);
  answer (store, second, NULL);
  answer (store, third, "Jo");
  assert_same (store, QH_NONE);
  /* The instant itself counts; one before it does not. */
  assert_same (store, 2000);
  assert_same (store, 2001);
  fixture_ok (qh_store_count_contacts (store, 2000, &figures, &error));
  g_assert_cmpint (figures.of[QH_CONTACT_FIGURE_FAILURE].whole, ==, 2);
  g_assert_cmpint (figures.of[QH_CONTACT_FIGURE_UPGRADES].part, ==, 1);
  g_assert_cmpint (figures.of[QH_CONTACT_FIGURE_UPGRADES].whole, ==, 2);
  g_assert_cmpint (figures.of[QH_CONTACT_FIGURE_LEARNED].part, ==, 2);
}

/* --- Whatever happens */

/* Days begin here: one long before the epoch, the last before it, its own, and two of the fixture's
 * year. */
static const gint64 days[] = { -30000, -1, 0, 20776, 20777 };

/* A day's first moment, the moments beside it, and others inside of it. */
static gint64
any_instant (void)
{
  static const gint64 beside[] = { -1, 0, 1 };
  gint64 start = days[g_test_rand_int_range (0, G_N_ELEMENTS (days))] * QH_DAY_USEC;
  int what = g_test_rand_int_range (0, 5);

  return what < 3 ? start + beside[what]
                  : start + (gint64)(g_test_rand_double () * (double)QH_DAY_USEC);
}

static const char *
any_text (void)
{
  return g_test_rand_bit () ? "that" : NULL;
}

static void
fill_any (QhRecord *record)
{
  gboolean upgraded = g_test_rand_bit (), told = g_test_rand_bit ();

  qh_record_set_int (record, "at", any_instant ());
  qh_record_set_int (record, "rings",
                     (gint64[]){ QH_NONE, 0, 1, 2, 99 }[g_test_rand_int_range (0, 5)]);
  g_object_set (record, "solved", g_test_rand_int_range (0, 3), "failure", g_test_rand_bit (),
                NULL);
  qh_record_set_string (record, "learned", any_text ());
  qh_record_set_string (record, "upgraded_to", upgraded ? "Ines" : NULL);
  qh_record_set_string (record, "upgrade_answer", upgraded && told ? "why" : any_text ());
  qh_record_set_string (record, "upgrade_change", upgraded && told ? "what" : any_text ());
  qh_record_set_string (record, "upgrade_told", upgraded && told ? "Jo" : NULL);
}

/* One that is there; NULL while there is none. (transfer full) */
static QhRecord *
any_contact (QhStore *store)
{
  g_autoptr (GPtrArray) entries =
      qh_store_select (store, &qh_contact_log_entity, "ORDER BY id", NULL, NULL);
  int n = (int)entries->len;

  return n > 0 ? g_object_ref (entries->pdata[g_test_rand_int_range (0, n)]) : NULL;
}

static void
log_any (QhStore *store)
{
  g_autoptr (QhContactLog) entry = qh_contact_log_new ();

  fill_any ((QhRecord *)entry);
  fixture_ok (qh_store_save (store, (QhRecord *)entry, &error));
}

static void
take_step (QhStore *store)
{
  int what = g_test_rand_int_range (0, 20);
  g_autoptr (QhRecord) entry = any_contact (store);

  if (entry == NULL || what < 7) {
    log_any (store);
  } else if (what < 12) {
    fill_any (entry);
    fixture_ok (qh_store_save (store, entry, &error));
  } else if (what < 15) {
    fixture_ok (qh_store_delete (store, entry, &error));
  } else if (what < 18) {
    qh_store_undo (store, NULL, NULL);
  } else {
    qh_store_redo (store, NULL, NULL);
  }
}

/* Nothing is kept of a day that has no contact (any more). */
static void
assert_days (QhStore *store)
{
  static const char sql[] =
      "SELECT count (*) FROM contact_day WHERE n <= 0 OR day NOT IN (SELECT " QH_TRUST_UTC_DAY (
          "at") " FROM contact_log)";
  g_autofree char *n = fixture_ask (qh_store_get_db (store), sql);

  g_assert_cmpstr (n, ==, "0");
}

static void
test_whatever (void)
{
  g_autoptr (QhStore) store = fixture_store ();

  for (int i = 0; i < N_STEPS; i++) {
    take_step (store);
    if (i % 5 > 0)
      continue;
    assert_same (store, QH_NONE);
    assert_same (store, any_instant ());
    assert_days (store);
    if (i % 25 == 0)
      fixture_verify (qh_store_get_db (store));
  }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (int beside = -1; beside <= 1; beside++)
      assert_same (store, days[i] * QH_DAY_USEC + beside);
}

/* Where a day begins is another instant everywhere: one came in just before each, one on it. */
static void
test_zones (void)
{
  static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago",
                                       "Asia/Kathmandu", "America/St_Johns" };
  g_autoptr (QhStore) store = fixture_store ();
  QhContactFigures figures;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
    gint64 start = qh_date_to_instant ("2026-11-20", zone);
    for (int beside = -1; beside <= 0; beside++)
      g_object_unref (contact (store, start + beside, 1, QH_SOLVED_YES, NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
    assert_same (store, qh_date_to_instant ("2026-11-20", zone));
    assert_same (store, qh_date_to_instant ("2026-11-21", zone));
  }
  /* In Kiritimati the day begins first, a microsecond after one contact came in. */
  g_autoptr (GTimeZone) first = g_time_zone_new_identifier ("Pacific/Kiritimati");
  fixture_ok (
      qh_store_count_contacts (store, qh_date_to_instant ("2026-11-20", first), &figures, &error));
  g_assert_cmpint (figures.of[QH_CONTACT_FIGURE_FAILURE].whole, ==, 9);
}

/* What was written past the triggers is noticed, and said once for each day. */
static void
test_verify (void)
{
  static const char *const spoils[] = {
    "UPDATE contact_day SET solved = solved + 1",
    "DELETE FROM contact_day",
    "INSERT INTO contact_day VALUES (5, 1, 0, 0, 0, 0, 0, 0, 0, 0)",
    "DROP TRIGGER contact_day_insert; INSERT INTO contact_log (id, created, modified, at)"
    "  VALUES ('00000000-0000-7000-8000-000000000000', 0, 0, 0)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++) {
    g_autoptr (QhStore) store = fixture_store ();
    g_autoptr (QhContactLog) entry = contact (store, 1000, 1, QH_SOLVED_YES, NULL);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    sqlite3 *db = qh_store_get_db (store);

    fixture_ok (qh_contact_schema_verify (db, problems, &error));
    g_assert_cmpuint (problems->len, ==, 0);
    g_assert_cmpint (sqlite3_exec (db, spoils[i], NULL, NULL, NULL), ==, SQLITE_OK);
    fixture_ok (qh_contact_schema_verify (db, problems, &error));
    g_assert_cmpuint (problems->len, ==, 1);
    g_assert_nonnull (strstr (problems->pdata[0], i == 2 ? "0001-01-05" : "1970-01-01"));
  }
}

/* Days are read from their table, and the rest of the first from the index of instants. */
static void
test_plan (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  QhContactFigures figures;
  g_autofree char *how = NULL;

  fixture_ok (qh_store_count_contacts (store, 0, &figures, &error));
  how = fixture_plan (qh_store_get_db (store), "FROM contact_day");
  g_assert_nonnull (strstr (how, "SEARCH contact_day USING INTEGER PRIMARY KEY (rowid>?)"));
  g_assert_nonnull (strstr (how, "SEARCH contact_log USING INDEX contact_log_at (at>? AND at<?)"));
  g_assert_null (strstr (how, "SCAN contact_log"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contacts/counts", test_counts);
  g_test_add_func ("/contacts/whatever", test_whatever);
  g_test_add_func ("/contacts/zones", test_zones);
  g_test_add_func ("/contacts/verify", test_verify);
  g_test_add_func ("/contacts/plan", test_plan);
  return g_test_run ();
}

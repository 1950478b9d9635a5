/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database counts what the pure function counts, from the first instant that is asked for. */
#include "fixture.h"
#include "store/qh-contacts.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contacts/counts", test_counts);
  return g_test_run ();
}

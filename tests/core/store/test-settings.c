/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings with their types, and what holds where nothing is set. */
#include "base/qh-id.h"
#include "fixture.h"
#include "model/qh-client.h"
#include "store/qh-settings.h"
#include <locale.h>
#include <string.h>

static void
test_text (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *value = NULL;

  g_assert_null (qh_store_get_setting (store, "some"));
  fixture_ok (qh_store_set_setting (store, "some", "one", &error));
  fixture_ok (qh_store_set_setting (store, "some", "other", &error));
  value = qh_store_get_setting (store, "some");
  g_assert_cmpstr (value, ==, "other");
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_free (value);
  value = qh_store_get_setting (store, "some");
  g_assert_cmpstr (value, ==, "one");
  fixture_ok (qh_store_set_setting (store, "some", NULL, &error));
  g_assert_null (qh_store_get_setting (store, "some"));
  fixture_ok (qh_store_undo (store, NULL, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_null (qh_store_get_setting (store, "some"));
  fixture_fails (qh_store_undo (store, NULL, &error), QH_ERROR_REFUSED);
}

static void
test_money (void)
{
  g_autoptr (QhStore) store = fixture_store ();

  g_assert_cmpint (qh_settings_get_hourly_rate (store), ==, 4500);
  fixture_ok (qh_settings_set_hourly_rate (store, 0, &error));
  g_assert_cmpint (qh_settings_get_hourly_rate (store), ==, 0);
  fixture_ok (qh_settings_set_hourly_rate (store, QH_MONEY_MAX, &error));
  g_assert_cmpint (qh_settings_get_hourly_rate (store), ==, QH_MONEY_MAX);
  fixture_fails (qh_settings_set_hourly_rate (store, -1, &error), QH_ERROR_INVALID);
  fixture_fails (qh_settings_set_hourly_rate (store, QH_MONEY_MAX + 1, &error), QH_ERROR_INVALID);
  fixture_ok (qh_store_set_setting (store, QH_SETTING_HOURLY_RATE, "a lot", &error));
  g_assert_cmpint (qh_settings_get_hourly_rate (store), ==, 4500);
}

static void
test_shares (void)
{
  static const int expected[] = { 0, 20, 100, 300 };
  g_autoptr (QhStore) store = fixture_store ();

  for (int severity = 1; severity <= 4; severity++)
    g_assert_cmpint (qh_settings_get_share (store, severity), ==, expected[severity - 1]);
  fixture_ok (qh_settings_set_share (store, 3, 1000, &error));
  fixture_ok (qh_settings_set_share (store, 4, 0, &error));
  fixture_fails (qh_settings_set_share (store, 2, 1001, &error), QH_ERROR_INVALID);
  fixture_fails (qh_settings_set_share (store, 2, -1, &error), QH_ERROR_INVALID);
  g_assert_cmpint (qh_settings_get_share (store, 2), ==, 20);
  g_assert_cmpint (qh_settings_get_share (store, 3), ==, 1000);
  g_assert_cmpint (qh_settings_get_share (store, 4), ==, 0);
}

static void
test_currency (void)
{
  static const char *const wrong[] = { "EURO", "E", "12E", "€" };
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *currency = NULL;

  /* The tests' locale has none. */
  setlocale (LC_ALL, "C");
  currency = qh_settings_get_currency (store);
  g_assert_cmpstr (currency, ==, "EUR");
  fixture_ok (qh_settings_set_currency (store, " chf ", &error));
  g_free (currency);
  currency = qh_settings_get_currency (store);
  g_assert_cmpstr (currency, ==, "CHF");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    fixture_fails (qh_settings_set_currency (store, wrong[i], &error), QH_ERROR_INVALID);
  fixture_ok (qh_settings_set_currency (store, NULL, &error));
  g_free (currency);
  currency = qh_settings_get_currency (store);
  g_assert_cmpstr (currency, ==, "EUR");
}

static void
test_name (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *account = qh_settings_get_user_name (store);
  g_autofree char *name = NULL;
  g_autofree char *again = NULL;
  g_autofree char *too_long = g_strnfill (201, 'x');

  g_assert_cmpstr (account, !=, "");
  g_assert_true (g_utf8_validate (account, -1, NULL));
  fixture_ok (qh_settings_set_user_name (store, "  Ann Bee ", &error));
  name = qh_settings_get_user_name (store);
  g_assert_cmpstr (name, ==, "Ann Bee");
  fixture_fails (qh_settings_set_user_name (store, too_long, &error), QH_ERROR_INVALID);
  fixture_fails (qh_settings_set_user_name (store, "\xff", &error), QH_ERROR_INVALID);
  fixture_ok (qh_settings_set_user_name (store, "", &error));
  again = qh_settings_get_user_name (store);
  g_assert_cmpstr (again, ==, account);
}

/* A new record is by whoever gave his name; one that came in says so itself. */
static void
test_author (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) before = (QhRecord *)fixture_client (store, "Ferris Dental");
  g_autoptr (QhRecord) after = NULL;
  g_autoptr (QhRecord) other = (QhRecord *)qh_client_new ();

  fixture_ok (qh_settings_set_user_name (store, "Ann Bee", &error));
  after = (QhRecord *)fixture_client (store, "Castell Optics");
  g_assert_cmpstr (before->author, ==, NULL);
  g_assert_cmpstr (after->author, ==, "Ann Bee");
  qh_record_set_string (other, "name", "Tilden School");
  qh_record_set_string (other, "author", "Cem Dal");
  fixture_ok (qh_store_save (store, other, &error));
  g_assert_cmpstr (other->author, ==, "Cem Dal");
}

/* Made once, and beside the undo list. */
static void
test_device_id (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autofree char *later = NULL;

  {
    g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
    id = qh_settings_get_device_id (store);
    again = qh_settings_get_device_id (store);
    g_assert_true (qh_id_is_valid (id));
    g_assert_cmpstr (id, ==, again);
    fixture_fails (qh_store_undo (store, NULL, &error), QH_ERROR_REFUSED);
  }
  g_autoptr (QhStore) store = fixture_open (path, 0);
  later = qh_settings_get_device_id (store);
  g_assert_cmpstr (id, ==, later);
  fixture_remove (folder);
}

/* Inside a change, too, the state of the window is not what is undone. */
static void
test_beside (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  QhWindowState state = { 1240, 800, TRUE };

  fixture_ok (qh_store_begin (store, "Both", &error));
  fixture_ok (qh_settings_set_window (store, state, &error));
  fixture_ok (qh_settings_set_color_scheme (store, QH_COLOR_SCHEME_DARK, &error));
  fixture_ok (qh_settings_set_hourly_rate (store, 1, &error));
  fixture_ok (qh_store_commit (store, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (qh_settings_get_hourly_rate (store), ==, 4500);
  g_assert_cmpint (qh_settings_get_color_scheme (store), ==, QH_COLOR_SCHEME_DARK);
  state = qh_settings_get_window (store);
  g_assert_cmpint (state.width, ==, 1240);
  g_assert_cmpint (state.height, ==, 800);
  g_assert_true (state.maximized);
}

static void
test_looks (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  QhWindowState state = qh_settings_get_window (store);

  g_assert_cmpint (state.width, ==, 0);
  g_assert_cmpint (qh_settings_get_color_scheme (store), ==, QH_COLOR_SCHEME_SYSTEM);
  fixture_ok (qh_store_set_setting (store, QH_SETTING_COLOR_SCHEME, "pink", &error));
  g_assert_cmpint (qh_settings_get_color_scheme (store), ==, QH_COLOR_SCHEME_SYSTEM);
  fixture_ok (qh_store_set_setting (store, QH_SETTING_WINDOW, "wide", &error));
  state = qh_settings_get_window (store);
  g_assert_cmpint (state.width, ==, 0);
}

static void
test_reminders (void)
{
  g_autoptr (QhStore) store = fixture_store ();

  g_assert_true (qh_settings_get_reminders (store));
  fixture_ok (qh_settings_set_reminders (store, FALSE, &error));
  g_assert_false (qh_settings_get_reminders (store));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_true (qh_settings_get_reminders (store));
  fixture_ok (qh_store_set_setting (store, QH_SETTING_REMINDERS, "perhaps", &error));
  g_assert_true (qh_settings_get_reminders (store));
}

/* What is typed and then rubbed out leaves nothing behind. */
static void
test_draft_goes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *draft = NULL;
  g_autofree char *kept = NULL;

  fixture_ok (qh_settings_set_draft (store, "log", "half", &error));
  fixture_ok (qh_settings_set_draft (store, "log", "", &error));
  draft = qh_settings_get_draft (store, "log");
  g_assert_cmpstr (draft, ==, "");
  kept = qh_store_get_setting (store, QH_SETTING_DRAFT "log");
  g_assert_null (kept);
}

static void
test_muted (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_auto (GStrv) rules = qh_settings_get_muted_rules (store);

  g_assert_cmpuint (g_strv_length (rules), ==, 0);
  fixture_ok (qh_settings_mute_rule (store, "voice.unheard", TRUE, &error));
  fixture_ok (qh_settings_mute_rule (store, "time.no-room", TRUE, &error));
  fixture_ok (qh_settings_mute_rule (store, "time.no-room", TRUE, &error));
  g_clear_pointer (&rules, g_strfreev);
  rules = qh_settings_get_muted_rules (store);
  g_assert_cmpstrv (rules, ((const char *[]){ "time.no-room", "voice.unheard", NULL }));
  fixture_ok (qh_settings_mute_rule (store, "time.no-room", FALSE, &error));
  fixture_ok (qh_settings_mute_rule (store, "voice.unheard", FALSE, &error));
  g_assert_null (qh_store_get_setting (store, QH_SETTING_MUTED_RULES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settings/text", test_text);
  g_test_add_func ("/store/settings/money", test_money);
  g_test_add_func ("/store/settings/shares", test_shares);
  g_test_add_func ("/store/settings/currency", test_currency);
  g_test_add_func ("/store/settings/name", test_name);
  g_test_add_func ("/store/settings/author", test_author);
  g_test_add_func ("/store/settings/device-id", test_device_id);
  g_test_add_func ("/store/settings/beside", test_beside);
  g_test_add_func ("/store/settings/looks", test_looks);
  g_test_add_func ("/store/settings/muted", test_muted);
  g_test_add_func ("/store/settings/reminders", test_reminders);
  g_test_add_func ("/store/settings/draft-goes", test_draft_goes);
  return g_test_run ();
}

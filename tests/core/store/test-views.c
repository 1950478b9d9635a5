/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How lists are narrowed: kept, saved, renamed, deleted; and what cannot be read. */
#include "store/qh-settings.h"
#include "store/qh-views.h"
#include <string.h>

static QhStore *
build_store (void)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

static GHashTable *
build_state (const char *search, const char *kind)
{
  GHashTable *state = qh_view_state_new ();

  if (search != NULL)
    g_hash_table_insert (state, g_strdup ("search"), g_strdup (search));
  if (kind != NULL)
    g_hash_table_insert (state, g_strdup ("kind"), g_strdup (kind));
  return state;
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "",        "wrong invoice", "“Ünïcode” 🦷", "\"quoted\" \\ back", "{{{{{{{{{{{{",
    "a\nb\tc", "\x01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GHashTable) state = build_state (texts[i], "mine");
    g_autofree char *text = qh_view_state_format (state);
    g_autoptr (GHashTable) read = qh_view_state_parse (text);
    g_autofree char *again = qh_view_state_format (read);
    g_test_message ("%s", text);
    g_assert_true (qh_view_state_equal (state, read));
    g_assert_cmpstr (text, ==, again);
  }
}

static void
test_kept (void)
{
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (GHashTable) state = build_state ("late", "mine");
  g_autoptr (GHashTable) nothing = qh_view_state_new ();
  g_autoptr (GHashTable) before = qh_views_get_kept (store, "friction");
  g_autoptr (GError) error = NULL;
  gboolean can_undo;

  g_assert_cmpuint (g_hash_table_size (before), ==, 0);
  g_assert_true (qh_views_set_kept (store, "friction", state, &error));
  g_object_get (store, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_autoptr (GHashTable) kept = qh_views_get_kept (store, "friction");
  g_assert_true (qh_view_state_equal (state, kept));
  g_autoptr (GHashTable) other = qh_views_get_kept (store, "meetings");
  g_assert_cmpuint (g_hash_table_size (other), ==, 0);
  g_assert_true (qh_views_set_kept (store, "friction", nothing, &error));
  g_autofree char *text = qh_store_get_setting (store, QH_SETTING_KEPT "friction");
  g_assert_null (text);
}

static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "nonsense",
    "null",
    "[]",
    "42",
    "{\"search\":",
    "{\"search\":{\"a\":1}}",
    "{\"search\":7,\"kind\":null,\"x\":[[]]}",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":\"\xff\"}",
    "\"",
    "[{\"name\":3},{\"state\":{}},{\"name\":\" \"},7,null,[]]",
    "{\"name\":\"x\"}",
  };
  g_autoptr (QhStore) store = build_store ();
  g_autofree char *deep = g_strnfill (400000, '[');
  g_autoptr (GHashTable) state = qh_view_state_parse (deep);

  g_assert_cmpuint (g_hash_table_size (state), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GHashTable) parsed = qh_view_state_parse (texts[i]);
    if (!strstr (texts[i], "\"x\"}"))
      g_assert_cmpuint (g_hash_table_size (parsed), ==, 0);
    if (!g_utf8_validate (texts[i], -1, NULL))
      continue;
    g_assert_true (qh_store_set_setting (store, QH_SETTING_VIEWS "friction", texts[i], NULL));
    g_autoptr (GPtrArray) views = qh_views_list (store, "friction");
    g_assert_cmpuint (views->len, ==, 0);
  }
}

static void
assert_names (QhStore *store, const char *expected)
{
  g_autoptr (GPtrArray) views = qh_views_list (store, "friction");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((QhView *)views->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_saved (void)
{
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (GHashTable) mine = build_state (NULL, "mine");
  g_autoptr (GHashTable) late = build_state ("late", NULL);
  g_autofree char *label = NULL;

  g_assert_true (qh_views_save (store, "friction", " My own ", mine, NULL));
  g_assert_true (qh_views_save (store, "friction", "Late", late, NULL));
  assert_names (store, "Late, My own");
  g_assert_true (qh_views_save (store, "friction", "my OWN", late, NULL));
  assert_names (store, "Late, my OWN");
  g_autoptr (GPtrArray) views = qh_views_list (store, "friction");
  g_assert_true (qh_view_state_equal (((QhView *)views->pdata[1])->state, late));
  g_assert_true (qh_views_rename (store, "friction", "Late", "LATE", NULL));
  g_assert_true (qh_views_rename (store, "friction", "LATE", "Overdue", NULL));
  assert_names (store, "my OWN, Overdue");
  g_assert_true (qh_views_remove (store, "friction", "Overdue", NULL));
  assert_names (store, "my OWN");
  g_assert_true (qh_store_undo (store, &label, NULL));
  g_assert_cmpstr (label, ==, "Delete a view");
  assert_names (store, "my OWN, Overdue");
}

static void
test_refused (void)
{
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (GHashTable) mine = build_state (NULL, "mine");
  g_autofree char *name = g_strnfill (101, 'x');

  g_assert_true (qh_views_save (store, "friction", "A", mine, NULL));
  g_assert_true (qh_views_save (store, "friction", "B", mine, NULL));
  g_assert_false (qh_views_save (store, "friction", " ", mine, NULL));
  g_assert_false (qh_views_save (store, "friction", name, mine, NULL));
  name[100] = '\0';
  g_assert_true (qh_views_save (store, "friction", name, mine, NULL));
  g_assert_true (qh_views_remove (store, "friction", name, NULL));
  g_assert_false (qh_views_rename (store, "friction", "A", "b", NULL));
  g_assert_false (qh_views_rename (store, "friction", "A", "", NULL));
  g_assert_false (qh_views_rename (store, "friction", "C", "D", NULL));
  g_assert_false (qh_views_remove (store, "friction", "C", NULL));
  assert_names (store, "A, B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/round-trip", test_round_trip);
  g_test_add_func ("/views/kept", test_kept);
  g_test_add_func ("/views/damaged", test_damaged);
  g_test_add_func ("/views/saved", test_saved);
  g_test_add_func ("/views/refused", test_refused);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desktop's search is told: names, of what is there, and nothing else. */
#include "exchange/qh-sample.h"
#include "search/qh-search-provider.h"
#include <string.h>

static QhStore *
build_store (void)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  g_assert_true (qh_sample_fill (store, &error));
  return store;
}

/* The first meta's @key. */
static char *
describe (QhStore *store, const char *const *ids, const char *key)
{
  g_autoptr (GVariant) metas = g_variant_ref_sink (qh_search_provider_describe (store, ids));
  g_autoptr (GVariant) first = NULL;
  char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), >, 0);
  first = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (first, key, "s", &text));
  return text;
}

static void
test_names (void)
{
  static const struct {
    const char *terms[4];
    const char *name;
    const char *detail;
  } cases[] = {
    { { "ferris" }, "Ferris Dental Group", "Client" },
    { { "FERRIS", "dent" }, "Ferris Dental Group", "Client" },
    { { "quiet", "room" }, "Quiet room sample set", "Content item" },
  };
  g_autoptr (QhStore) store = build_store ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) ids = qh_search_provider_find (store, cases[i].terms);
    g_assert_nonnull (ids[0]);
    g_autofree char *name = describe (store, (const char *const *)ids, "name");
    g_autofree char *id = describe (store, (const char *const *)ids, "id");
    g_autofree char *detail = describe (store, (const char *const *)ids, "description");
    g_assert_cmpstr (name, ==, cases[i].name);
    g_assert_cmpstr (id, ==, ids[0]);
    g_assert_true (g_str_has_prefix (detail, cases[i].detail));
  }
}

/* What was said is not told, though the app finds it. */
static void
test_words (void)
{
  const char *terms[] = { "goes", "right", "trash", NULL };
  g_autoptr (QhStore) store = build_store ();
  g_auto (GStrv) ids = qh_search_provider_find (store, terms);

  g_assert_null (ids[0]);
}

static void
test_nothing (void)
{
  static const char *const terms[][3] = { { NULL },          { "" },     { " ", " " },
                                          { "\"", "OR" },    { "🦷" }, { "f slow @Ferris" },
                                          { "\xff", "a b" }, { "*" },    { "meetings" } };
  const char *ids[] = { "", "nonsense", "0190aaaa-0000-7000-8000-000000000000", "win.quit", NULL };
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (GVariant) metas = g_variant_ref_sink (qh_search_provider_describe (store, ids));

  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++) {
    g_auto (GStrv) found = qh_search_provider_find (store, terms[i]);
    g_assert_nonnull (found);
  }
}

static void
test_no_store (void)
{
  const char *terms[] = { "ferris", NULL };
  g_auto (GStrv) ids = qh_search_provider_find (NULL, terms);
  g_autoptr (GVariant) metas = g_variant_ref_sink (qh_search_provider_describe (NULL, terms));

  g_assert_null (ids[0]);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-provider/names", test_names);
  g_test_add_func ("/search-provider/words", test_words);
  g_test_add_func ("/search-provider/nothing", test_nothing);
  g_test_add_func ("/search-provider/no-store", test_no_store);
  return g_test_run ();
}

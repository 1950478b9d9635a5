/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-growing-model.h"
#include "widgets/qh-list-sync.h"
#include "widgets/qh-section-model.h"
#include <gtk/gtk.h>

/* A mirror of a list that knows it by its signals only: what they tell must be all there is. */
typedef struct {
  GListModel *list;
  GPtrArray *items;
  guint told, removed, added;
} Mirror;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->told++;
  mirror->removed = removed;
  mirror->added = added;
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, position + i, g_list_model_get_item (list, position + i));
}

static void
mirror_start (Mirror *mirror, gpointer list)
{
  mirror->list = list;
  mirror->items = g_ptr_array_new_with_free_func (g_object_unref);
  mirror->told = mirror->removed = mirror->added = 0;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (mirror->items, g_list_model_get_item (list, i));
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), mirror);
}

static void
mirror_check (Mirror *mirror)
{
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (mirror->list));
  for (guint i = 0; i < mirror->items->len; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (mirror->list, i);
    g_assert_true (item == g_ptr_array_index (mirror->items, i));
  }
  g_assert_null (g_list_model_get_item (mirror->list, mirror->items->len));
}

static void
mirror_end (Mirror *mirror)
{
  g_signal_handlers_disconnect_by_data (mirror->list, mirror);
  g_ptr_array_unref (mirror->items);
}

static GListStore *
build_store (guint n)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
    g_list_store_append (store, item);
  }
  return store;
}

static void
splice (GListStore *store, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, position, removed, items->pdata, added);
}

/* Changes before, across and behind a limit of ten. */
static const struct {
  guint length, position, removed, added;
} changes[] = {
  { 0, 0, 0, 1 },   { 0, 0, 0, 10 },  { 0, 0, 0, 11 },  { 5, 0, 5, 0 },   { 5, 2, 1, 1 },
  { 5, 2, 1, 3 },   { 5, 5, 0, 5 },   { 5, 5, 0, 6 },   { 10, 0, 1, 0 },  { 10, 9, 1, 1 },
  { 10, 10, 0, 3 }, { 12, 0, 1, 0 },  { 12, 0, 5, 1 },  { 12, 3, 2, 2 },  { 12, 8, 4, 4 },
  { 12, 9, 3, 0 },  { 12, 10, 2, 0 }, { 12, 11, 1, 4 }, { 12, 0, 12, 0 }, { 12, 4, 0, 9 },
};

static void
test_growing_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GListStore) store = build_store (changes[i].length);
    QhGrowingModel *model = qh_growing_model_new (g_object_ref (G_LIST_MODEL (store)), 10);
    Mirror mirror;

    mirror_start (&mirror, model);
    splice (store, changes[i].position, changes[i].removed, changes[i].added);
    mirror_check (&mirror);
    g_assert_cmpuint (mirror.items->len, ==,
                      MIN (10, g_list_model_get_n_items (G_LIST_MODEL (store))));
    mirror_end (&mirror);
    g_assert_finalize_object (model);
  }
}

static void
test_growing_limit (void)
{
  g_autoptr (GListStore) store = build_store (25);
  QhGrowingModel *model = qh_growing_model_new (g_object_ref (G_LIST_MODEL (store)), 10);
  Mirror mirror;

  mirror_start (&mirror, model);
  qh_growing_model_raise_limit (model, 5);
  g_assert_cmpuint (qh_growing_model_get_limit (model), ==, 10);
  g_assert_cmpuint (mirror.told, ==, 0);
  qh_growing_model_raise_limit (model, 20);
  mirror_check (&mirror);
  g_assert_cmpuint (mirror.items->len, ==, 20);
  qh_growing_model_raise_limit (model, G_MAXUINT);
  mirror_check (&mirror);
  g_assert_cmpuint (mirror.items->len, ==, 25);
  g_assert_cmpuint (mirror.told, ==, 2);
  mirror_end (&mirror);
  g_assert_finalize_object (model);
}

static void
test_section_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GListStore) store = build_store (changes[i].length);
    QhSectionModel *model = qh_section_model_new ("To come", g_object_ref (G_LIST_MODEL (store)));
    Mirror mirror;
    guint length;

    mirror_start (&mirror, model);
    splice (store, changes[i].position, changes[i].removed, changes[i].added);
    mirror_check (&mirror);
    length = g_list_model_get_n_items (G_LIST_MODEL (store));
    g_assert_cmpuint (mirror.items->len, ==, length > 0 ? length + 1 : 0);
    mirror_end (&mirror);
    g_assert_finalize_object (model);
  }
}

static void
test_section_heading (void)
{
  g_autoptr (QhSectionModel) titled = qh_section_model_new ("Past", G_LIST_MODEL (build_store (1)));
  g_autoptr (QhSectionModel) bare = qh_section_model_new (NULL, G_LIST_MODEL (build_store (1)));
  g_autoptr (QhHeading) heading = g_list_model_get_item (G_LIST_MODEL (titled), 0);

  g_assert_true (QH_IS_HEADING (heading));
  g_assert_cmpstr (qh_heading_get_title (heading), ==, "Past");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bare)), ==, 1);
}

/* Every way to go from one arrangement of five objects to another tells only the stretch between
 * what they have in common at both ends. */
static void
test_sync (void)
{
  static const struct {
    const char *before, *after;
    guint removed, added;
  } cases[] = {
    { "", "", 0, 0 },        { "", "abc", 0, 3 },     { "abc", "", 3, 0 },   { "abc", "abc", 0, 0 },
    { "abc", "dabc", 0, 1 }, { "abc", "abcd", 0, 1 }, { "abc", "ac", 1, 0 }, { "abc", "acb", 2, 2 },
    { "abc", "adc", 1, 1 },  { "aab", "ab", 1, 0 },
  };
  g_autoptr (GListStore) objects = build_store (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
    g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
    gboolean is_change = !g_str_equal (cases[i].before, cases[i].after);
    Mirror mirror;

    for (const char *c = cases[i].before; *c; c++) {
      g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (objects), *c - 'a');
      g_list_store_append (list, object);
    }
    for (const char *c = cases[i].after; *c; c++)
      g_ptr_array_add (after, g_list_model_get_item (G_LIST_MODEL (objects), *c - 'a'));
    mirror_start (&mirror, list);
    g_assert_cmpint (qh_list_sync (list, after), ==, is_change);
    mirror_check (&mirror);
    g_assert_cmpuint (mirror.told, ==, is_change ? 1 : 0);
    g_assert_cmpuint (mirror.removed, ==, cases[i].removed);
    g_assert_cmpuint (mirror.added, ==, cases[i].added);
    g_assert_cmpuint (mirror.items->len, ==, after->len);
    mirror_end (&mirror);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growing/changes", test_growing_changes);
  g_test_add_func ("/growing/limit", test_growing_limit);
  g_test_add_func ("/section/changes", test_section_changes);
  g_test_add_func ("/section/heading", test_section_heading);
  g_test_add_func ("/sync", test_sync);
  return g_test_run ();
}

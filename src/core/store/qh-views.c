/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-views.h"
#include "base/qh-text.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What is larger was not written here. */
#define MOST_BYTES (512 * 1024)
#define MOST_DEPTH 8
#define MOST_VIEWS 100
#define NAME_MAX_CHARS 100

GHashTable *
qh_view_state_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
qh_view_free (QhView *view)
{
  g_free (view->name);
  g_hash_table_unref (view->state);
  g_free (view);
}

gboolean
qh_view_state_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (b, key), value) != 0)
      return FALSE;
  return TRUE;
}

/* --- JSON */

/* The parser's stack has an end: how deep a text goes is looked at before it is parsed. */
static gboolean
is_shallow (const char *text)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (in_string && *p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '"')
      in_string = !in_string;
    else if (!in_string && (*p == '[' || *p == '{') && ++depth > MOST_DEPTH)
      return FALSE;
    else if (!in_string && (*p == ']' || *p == '}'))
      depth--;
  }
  return TRUE;
}

/* NULL for what is no JSON. */
static JsonNode *
parse (const char *text)
{
  if (text == NULL || strlen (text) > MOST_BYTES || !g_utf8_validate (text, -1, NULL) ||
      !is_shallow (text))
    return NULL;
  return json_from_string (text, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static JsonNode *
state_to_node (GHashTable *state)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_alloc ();
  guint n;
  g_autofree const char **keys = (const char **)g_hash_table_get_keys_as_array (state, &n);

  qsort (keys, n, sizeof *keys, compare_names);
  for (guint i = 0; i < n; i++)
    json_object_set_string_member (object, keys[i], g_hash_table_lookup (state, keys[i]));
  return json_node_init_object (node, object);
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* What is no text in it is passed over. */
static GHashTable *
state_from_node (JsonNode *node)
{
  GHashTable *state = qh_view_state_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return state;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    if (is_text (member))
      g_hash_table_insert (state, g_strdup (name), g_strdup (json_node_get_string (member)));
  return state;
}

char *
qh_view_state_format (GHashTable *state)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (state != NULL, NULL);
  node = state_to_node (state);
  return json_to_string (node, FALSE);
}

GHashTable *
qh_view_state_parse (const char *text)
{
  g_autoptr (JsonNode) node = parse (text);

  return state_from_node (node);
}

/* --- As it is now */

static char *
name_key (const char *prefix, const char *page)
{
  return g_strconcat (prefix, page, NULL);
}

GHashTable *
qh_views_get_kept (QhStore *store, const char *page)
{
  g_autofree char *key = name_key (QH_SETTING_KEPT, page);
  g_autofree char *text = qh_store_get_setting (store, key);

  return qh_view_state_parse (text);
}

gboolean
qh_views_set_kept (QhStore *store, const char *page, GHashTable *state, GError **error)
{
  g_autofree char *key = name_key (QH_SETTING_KEPT, page);
  g_autofree char *text = g_hash_table_size (state) > 0 ? qh_view_state_format (state) : NULL;

  return qh_store_set_setting (store, key, text, error);
}

/* --- Saved */

static QhView *
view_new (const char *name, GHashTable *state)
{
  QhView *view = g_new (QhView, 1);

  view->name = g_strdup (name);
  view->state = state;
  return view;
}

static QhView *
view_from_node (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *name = object != NULL ? json_object_get_member (object, "name") : NULL;

  if (name == NULL || !is_text (name) || qh_text_is_empty (json_node_get_string (name)))
    return NULL;
  return view_new (json_node_get_string (name),
                   state_from_node (json_object_get_member (object, "state")));
}

static int
compare_views (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = qh_text_fold ((*(QhView *const *)a)->name);
  g_autofree char *other = qh_text_fold ((*(QhView *const *)b)->name);

  return g_utf8_collate (one, other);
}

GPtrArray *
qh_views_list (QhStore *store, const char *page)
{
  g_autofree char *key = name_key (QH_SETTING_VIEWS, page);
  g_autofree char *text = qh_store_get_setting (store, key);
  g_autoptr (JsonNode) node = parse (text);
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_view_free);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array) && i < MOST_VIEWS; i++) {
    QhView *view = view_from_node (json_array_get_element (array, i));
    if (view != NULL)
      g_ptr_array_add (views, view);
  }
  g_ptr_array_sort (views, compare_views);
  return views;
}

static char *
format_views (GPtrArray *views)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < views->len; i++) {
    const QhView *view = views->pdata[i];
    JsonObject *object = json_object_new ();
    json_object_set_string_member (object, "name", view->name);
    json_object_set_member (object, "state", state_to_node (view->state));
    json_array_add_object_element (array, object);
  }
  json_node_set_array (node, array);
  return json_to_string (node, FALSE);
}

/* One change, with its own label. */
static gboolean
write_views (QhStore *store, const char *page, GPtrArray *views, const char *label, GError **error)
{
  g_autofree char *key = name_key (QH_SETTING_VIEWS, page);
  g_autofree char *text = views->len > 0 ? format_views (views) : NULL;

  /* More would not be read again. */
  if (views->len > MOST_VIEWS || (text != NULL && strlen (text) > MOST_BYTES))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("There is no room for another view of this page: delete one first."));
  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (qh_store_set_setting (store, key, text, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

/* -1: there is none of that name. */
static int
find (GPtrArray *views, const char *name)
{
  g_autofree char *sought = qh_text_fold (name);

  for (guint i = 0; i < views->len; i++) {
    g_autofree char *folded = qh_text_fold (((QhView *)views->pdata[i])->name);
    if (g_str_equal (folded, sought))
      return (int)i;
  }
  return -1;
}

/* Trimmed; NULL with @error for none, or one that is too long. */
static char *
check_name (const char *name, GError **error)
{
  g_autofree char *trimmed = g_utf8_validate (name, -1, NULL) ? qh_text_trim (name) : NULL;

  if (trimmed != NULL && g_utf8_strlen (trimmed, -1) <= NAME_MAX_CHARS)
    return g_steal_pointer (&trimmed);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("name of a view: expected 1 to %d characters"),
               NAME_MAX_CHARS);
  return NULL;
}

static GHashTable *
copy_state (GHashTable *state)
{
  GHashTable *copy = qh_view_state_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
  return copy;
}

gboolean
qh_views_save (QhStore *store, const char *page, const char *name, GHashTable *state,
               GError **error)
{
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *checked = NULL;
  int at;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (page != NULL && name != NULL && state != NULL, FALSE);

  checked = check_name (name, error);
  if (checked == NULL)
    return FALSE;
  views = qh_views_list (store, page);
  at = find (views, checked);
  if (at >= 0)
    g_ptr_array_remove_index (views, (guint)at);
  g_ptr_array_add (views, view_new (checked, copy_state (state)));
  return write_views (store, page, views, _ ("Save a view"), error);
}

gboolean
qh_views_rename (QhStore *store, const char *page, const char *name, const char *new_name,
                 GError **error)
{
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *checked = NULL;
  int at, other;
  QhView *view;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (page != NULL && name != NULL && new_name != NULL, FALSE);

  checked = check_name (new_name, error);
  if (checked == NULL)
    return FALSE;
  views = qh_views_list (store, page);
  at = find (views, name);
  other = find (views, checked);
  if (at < 0 || (other >= 0 && other != at)) {
    g_set_error (error, QH_ERROR, at < 0 ? QH_ERROR_NOT_FOUND : QH_ERROR_INVALID,
                 at < 0 ? _ ("There is no view “%s”") : _ ("There is a view “%s” already"),
                 at < 0 ? name : checked);
    return FALSE;
  }
  view = views->pdata[at];
  g_free (view->name);
  view->name = g_steal_pointer (&checked);
  return write_views (store, page, views, _ ("Rename a view"), error);
}

gboolean
qh_views_remove (QhStore *store, const char *page, const char *name, GError **error)
{
  g_autoptr (GPtrArray) views = NULL;
  int at;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (page != NULL && name != NULL, FALSE);

  views = qh_views_list (store, page);
  at = find (views, name);
  if (at < 0) {
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("There is no view “%s”"), name);
    return FALSE;
  }
  g_ptr_array_remove_index (views, (guint)at);
  return write_views (store, page, views, _ ("Delete a view"), error);
}

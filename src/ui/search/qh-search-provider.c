/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-search-provider.h"
#include "search/qh-palette.h"
#include <gio/gio.h>

/* The shell shows fewer. */
#define RESULTS_MAX 12
/* Of what is typed, the first characters count. */
#define TERMS_MAX 1000

static const char introspection[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetSubsearchResultSet'>"
    "<arg type='as' name='previous' direction='in'/><arg type='as' name='terms' direction='in'/>"
    "<arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetResultMetas'>"
    "<arg type='as' name='ids' direction='in'/><arg type='aa{sv}' name='metas' direction='out'/>"
    "</method>"
    "<method name='ActivateResult'>"
    "<arg type='s' name='id' direction='in'/><arg type='as' name='terms' direction='in'/>"
    "<arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "<method name='LaunchSearch'>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "</interface></node>";

/* --- What is found */

static char *
join (const char *const *terms)
{
  g_autofree char *text = g_strjoinv (" ", (char **)terms);

  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TERMS_MAX));
}

/* A text that somebody said is nobody's business outside. */
static gboolean
may_be_told (const QhFound *found)
{
  return found->id && found->group != QH_FOUND_TEXTS;
}

char **
qh_search_provider_find (QhStore *store, const char *const *terms)
{
  g_return_val_if_fail (terms, NULL);

  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *text = join (terms);
  g_autoptr (QhPalette) palette = store ? qh_palette_new (store) : NULL;
  g_autoptr (GPtrArray) found = palette ? qh_palette_find (palette, text) : NULL;

  for (guint i = 0; found && i < found->len && ids->len < RESULTS_MAX; i++) {
    const QhFound *hit = found->pdata[i];
    if (may_be_told (hit) && !g_ptr_array_find_with_equal_func (ids, hit->id, g_str_equal, NULL))
      g_ptr_array_add (ids, g_strdup (hit->id));
  }
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static QhFound *
find_record (QhStore *store, const char *id)
{
  g_autoptr (QhRecord) record = store ? qh_store_find (store, id, NULL) : NULL;

  return record ? qh_found_new_for_record (store, QH_FOUND_RECENT, record) : NULL;
}

GVariant *
qh_search_provider_describe (QhStore *store, const char *const *ids)
{
  g_return_val_if_fail (ids, NULL);

  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i]; i++) {
    g_autoptr (QhFound) found = find_record (store, ids[i]);
    if (!found)
      continue;
    g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
    g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (ids[i]));
    g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (found->title));
    g_variant_builder_add (&metas, "{sv}", "description",
                           g_variant_new_string (found->detail ? found->detail : ""));
    g_variant_builder_close (&metas);
  }
  return g_variant_builder_end (&metas);
}

/* --- The interface */

static void
answer_set (QhStore *store, GVariant *parameters, guint which, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, which);
  g_autofree const char **texts = g_variant_get_strv (terms, NULL);
  g_auto (GStrv) ids = qh_search_provider_find (store, texts);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", ids));
}

static void
answer_metas (QhStore *store, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) given = g_variant_get_child_value (parameters, 0);
  g_autofree const char **ids = g_variant_get_strv (given, NULL);
  GVariant *metas = qh_search_provider_describe (store, ids);

  g_dbus_method_invocation_return_value (invocation, g_variant_new_tuple (&metas, 1));
}

/* What is gone meanwhile, or was never there, opens nothing. */
static void
open_result (const QhSearchDoor *door, QhStore *store, GVariant *parameters)
{
  g_autoptr (QhFound) found = NULL;
  const char *id;
  guint32 time;

  g_variant_get (parameters, "(&s@asu)", &id, NULL, &time);
  found = find_record (store, id);
  if (found)
    door->open (found->action, time, door->data);
}

static void
launch (const QhSearchDoor *door, GVariant *parameters)
{
  g_autofree const char **terms = NULL;
  g_autofree char *words = NULL;
  guint32 time;

  g_variant_get (parameters, "(^a&su)", &terms, &time);
  words = join (terms);
  door->ask (words, time, door->data);
}

static void
on_method (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
           const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  const QhSearchDoor *door = user_data;
  QhStore *store = door->get_store (door->data);

  if (g_str_equal (method, "GetInitialResultSet")) {
    answer_set (store, parameters, 0, invocation);
  } else if (g_str_equal (method, "GetSubsearchResultSet")) {
    answer_set (store, parameters, 1, invocation);
  } else if (g_str_equal (method, "GetResultMetas")) {
    answer_metas (store, parameters, invocation);
  } else {
    if (g_str_equal (method, "ActivateResult"))
      open_result (door, store, parameters);
    else
      launch (door, parameters);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

guint
qh_search_provider_export (GDBusConnection *connection, const char *path, const QhSearchDoor *door,
                           GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method };
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), 0);
  g_return_val_if_fail (path && door, 0);

  node = g_dbus_node_info_new_for_xml (introspection, error);
  if (!node)
    return 0;
  return g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable,
                                            (gpointer)door, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings: plain text by key in the store, read and written here with their types. What cannot be
 * read as what it should be counts as not set. */
#include "store/qh-settings.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include "design/qh-cost.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <locale.h>
#include <string.h>

#define DEFAULT_CURRENCY "EUR"
#define NAME_MAX_CHARS 200

static const int default_shares[] = QH_COST_SHARES;

static const char *const color_schemes[] = { "system", "light", "dark" };

/* --- Text by key */

gboolean
qh_settings_is_assumption (const char *key)
{
  return g_str_equal (key, QH_SETTING_HOURLY_RATE) || g_str_has_prefix (key, QH_SETTING_SHARE);
}

gboolean
qh_settings_is_undoable (const char *key)
{
  return !g_str_equal (key, QH_SETTING_DEVICE_ID) && !g_str_equal (key, QH_SETTING_PUBLIC_KEY) &&
         !g_str_equal (key, QH_SETTING_KEYRING) && !g_str_equal (key, QH_SETTING_WINDOW) &&
         !g_str_equal (key, QH_SETTING_COLOR_SCHEME) &&
         !g_str_equal (key, QH_SETTING_QUEUE_ORDER) && !g_str_equal (key, QH_SETTING_RECENT) &&
         !g_str_has_prefix (key, QH_SETTING_KEPT) && !g_str_has_prefix (key, QH_SETTING_DRAFT) &&
         !g_str_has_prefix (key, QH_SETTING_MAPPING);
}

char *
qh_store_get_setting (QhStore *store, const char *key)
{
  sqlite3_stmt *statement;
  char *value = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && key != NULL, NULL);
  statement = qh_store_prepare (store, "SELECT value FROM setting WHERE key = ?1");
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return value;
}

static gboolean
write_setting (QhStore *store, const char *key, const char *value, GError **error)
{
  if (value == NULL)
    return qh_store_run (store, error, "DELETE FROM setting WHERE key = ?1", key, NULL);
  return qh_store_run (store, error,
                       "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                       "  ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       key, value, NULL);
}

/* Beside the undo list, but still inside the transaction that may be under way. */
static gboolean
write_unrecorded (QhStore *store, const char *key, const char *value, GError **error)
{
  gboolean ok;

  qh_recording_pause (store->change.recording, TRUE);
  ok = write_setting (store, key, value, error);
  qh_recording_pause (store->change.recording, FALSE);
  return ok;
}

gboolean
qh_store_set_setting (QhStore *store, const char *key, const char *value, GError **error)
{
  g_autofree char *before = NULL;
  gboolean ok;

  g_return_val_if_fail (QH_IS_STORE (store) && key != NULL, FALSE);
  before = qh_store_get_setting (store, key);
  if (g_strcmp0 (before, value) == 0)
    return TRUE;
  if (!qh_store_begin (store, _ ("Change a setting"), error))
    return FALSE;
  if (qh_settings_is_undoable (key))
    ok = write_setting (store, key, value, error);
  else
    ok = write_unrecorded (store, key, value, error);
  if (ok)
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

/* --- Numbers */

static gint64
get_number (QhStore *store, const char *key, gint64 min, gint64 max, gint64 fallback)
{
  g_autofree char *text = qh_store_get_setting (store, key);
  g_autofree char *plain = NULL;
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    return fallback;
  plain = g_strdup_printf ("%" PRId64, number);
  return g_str_equal (text, plain) ? number : fallback;
}

static gboolean
set_number (QhStore *store, const char *key, gint64 min, gint64 max, gint64 number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64, number);

  if (number >= min && number <= max)
    return qh_store_set_setting (store, key, text, error);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("%s: expected %" PRId64 " to %" PRId64 ", got %" PRId64), key, min, max, number);
  return FALSE;
}

gint64
qh_settings_get_hourly_rate (QhStore *store)
{
  return get_number (store, QH_SETTING_HOURLY_RATE, 0, QH_MONEY_MAX, QH_COST_HOURLY_RATE);
}

gboolean
qh_settings_set_hourly_rate (QhStore *store, gint64 rate, GError **error)
{
  return set_number (store, QH_SETTING_HOURLY_RATE, 0, QH_MONEY_MAX, rate, error);
}

int
qh_settings_get_share (QhStore *store, int severity)
{
  char key[] = QH_SETTING_SHARE "1";

  g_return_val_if_fail (severity >= 1 && severity <= (int)G_N_ELEMENTS (default_shares), 0);
  key[sizeof key - 2] = '0' + severity;
  return (int)get_number (store, key, 0, QH_SHARE_MAX, default_shares[severity - 1]);
}

gboolean
qh_settings_set_share (QhStore *store, int severity, int share, GError **error)
{
  char key[] = QH_SETTING_SHARE "1";

  g_return_val_if_fail (severity >= 1 && severity <= (int)G_N_ELEMENTS (default_shares), FALSE);
  key[sizeof key - 2] = '0' + severity;
  return set_number (store, key, 0, QH_SHARE_MAX, share, error);
}

/* --- Names */

static char *
account_name (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || g_str_equal (name, "Unknown") || qh_text_is_empty (name))
    name = g_get_user_name ();
  return g_utf8_make_valid (name != NULL ? name : "?", -1);
}

char *
qh_settings_get_user_name (QhStore *store)
{
  char *name = qh_store_get_setting (store, QH_SETTING_USER_NAME);

  return name != NULL ? name : account_name ();
}

gboolean
qh_settings_set_user_name (QhStore *store, const char *name, GError **error)
{
  g_autofree char *trimmed = qh_text_trim (name);

  if (trimmed == NULL ||
      (g_utf8_validate (trimmed, -1, NULL) && g_utf8_strlen (trimmed, -1) <= NAME_MAX_CHARS))
    return qh_store_set_setting (store, QH_SETTING_USER_NAME, trimmed, error);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("name: expected at most %d characters"),
               NAME_MAX_CHARS);
  return FALSE;
}

char *
qh_settings_get_device_id (QhStore *store)
{
  g_autofree char *id = qh_store_get_setting (store, QH_SETTING_DEVICE_ID);

  if (id != NULL && qh_id_is_valid (id))
    return g_steal_pointer (&id);
  g_free (id);
  id = qh_id_new (qh_clock_now (&store->clock));
  if (!qh_store_set_setting (store, QH_SETTING_DEVICE_ID, id, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

char *
qh_settings_get_currency (QhStore *store)
{
  g_autofree char *currency = qh_store_get_setting (store, QH_SETTING_CURRENCY);
  g_autofree char *local = NULL;

  if (currency != NULL && is_currency (currency))
    return g_steal_pointer (&currency);
  /* Its fourth character separates it from an amount. */
  local = g_strndup (localeconv ()->int_curr_symbol, 3);
  return g_strdup (is_currency (local) ? local : DEFAULT_CURRENCY);
}

gboolean
qh_settings_set_currency (QhStore *store, const char *currency, GError **error)
{
  g_autofree char *trimmed = qh_text_trim (currency);
  g_autofree char *code = trimmed != NULL ? g_ascii_strup (trimmed, -1) : NULL;

  if (code == NULL || is_currency (code))
    return qh_store_set_setting (store, QH_SETTING_CURRENCY, code, error);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("currency: expected three letters like EUR, got “%s”"), trimmed);
  return FALSE;
}

/* --- Rules */

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
qh_settings_get_muted_rules (QhStore *store)
{
  g_autofree char *text = qh_store_get_setting (store, QH_SETTING_MUTED_RULES);

  return g_strsplit (text != NULL ? text : "", " ", -1);
}

gboolean
qh_settings_mute_rule (QhStore *store, const char *rule, gboolean muted, GError **error)
{
  g_auto (GStrv) before = qh_settings_get_muted_rules (store);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_return_val_if_fail (rule != NULL && strchr (rule, ' ') == NULL, FALSE);
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], rule))
      g_ptr_array_add (rules, before[i]);
  if (muted)
    g_ptr_array_add (rules, (gpointer)rule);
  g_ptr_array_sort (rules, compare);
  g_ptr_array_add (rules, NULL);
  text = g_strjoinv (" ", (char **)rules->pdata);
  return qh_store_set_setting (store, QH_SETTING_MUTED_RULES, text[0] != '\0' ? text : NULL, error);
}

/* --- How the app looks */

QhColorScheme
qh_settings_get_color_scheme (QhStore *store)
{
  g_autofree char *text = qh_store_get_setting (store, QH_SETTING_COLOR_SCHEME);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (text, color_schemes[i]))
      return i;
  return QH_COLOR_SCHEME_SYSTEM;
}

gboolean
qh_settings_set_color_scheme (QhStore *store, QhColorScheme scheme, GError **error)
{
  g_return_val_if_fail (scheme < G_N_ELEMENTS (color_schemes), FALSE);
  return qh_store_set_setting (store, QH_SETTING_COLOR_SCHEME, color_schemes[scheme], error);
}

gboolean
qh_settings_get_reminders (QhStore *store)
{
  g_autofree char *text = qh_store_get_setting (store, QH_SETTING_REMINDERS);

  return g_strcmp0 (text, "no") != 0;
}

gboolean
qh_settings_set_reminders (QhStore *store, gboolean wanted, GError **error)
{
  return qh_store_set_setting (store, QH_SETTING_REMINDERS, wanted ? NULL : "no", error);
}

QhWindowState
qh_settings_get_window (QhStore *store)
{
  g_autofree char *text = qh_store_get_setting (store, QH_SETTING_WINDOW);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", 3);
  QhWindowState state = { 0 };

  if (g_strv_length (parts) != 3)
    return state;
  state.width = CLAMP (atoi (parts[0]), 0, G_MAXINT16);
  state.height = CLAMP (atoi (parts[1]), 0, G_MAXINT16);
  state.maximized = g_str_equal (parts[2], "maximized");
  return state;
}

gboolean
qh_settings_set_window (QhStore *store, QhWindowState state, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d %d %s", state.width, state.height,
                                           state.maximized ? "maximized" : "normal");

  return qh_store_set_setting (store, QH_SETTING_WINDOW, text, error);
}

/* --- What is being typed */

char *
qh_settings_get_draft (QhStore *store, const char *place)
{
  g_autofree char *key = g_strconcat (QH_SETTING_DRAFT, place, NULL);
  char *text = qh_store_get_setting (store, key);

  return text != NULL ? text : g_strdup ("");
}

gboolean
qh_settings_set_draft (QhStore *store, const char *place, const char *text, GError **error)
{
  g_autofree char *key = g_strconcat (QH_SETTING_DRAFT, place, NULL);
  g_autofree char *before = qh_settings_get_draft (store, place);

  return g_str_equal (before, text) ||
         qh_store_set_setting (store, key, *text != '\0' ? text : NULL, error);
}

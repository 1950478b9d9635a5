/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of this kind may be far larger than what a parser holds at once: it is cut into its
 * records by a scan that knows only brackets and texts, and each is parsed by itself. */
#include "base/qh-error.h"
#include "base/qh-time.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-records-in.h"
#include "exchange/qh-store-json.h"
#include "record/qh-record-json.h"
#include "store/qh-side.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *at, *end;
} Scan;

typedef struct {
  QhStore *store;
  QhRecordsIn *records;
  GPtrArray *fates; /* QhSideRow: those that are settled after the ledger */
  GPtrArray *runs; /* QhSideRow */
  QhImportReport *report;
  const char *name;
  gboolean was_empty;
} Taking;

/* --- The scan */

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
    scan->at++;
}

static gboolean
set_broken (const char *what, GError **error)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("this is no export of a store: %s"), what);
  return FALSE;
}

/* The character that has to stand here. */
static gboolean
expect (Scan *scan, char character, GError **error)
{
  char what[] = { '"', character, '"', '\0' };
  g_autofree char *text = NULL;

  skip_blanks (scan);
  if (scan->at < scan->end && *scan->at == character) {
    scan->at++;
    return TRUE;
  }
  text = g_strdup_printf (_ ("expected %s"), what);
  return set_broken (text, error);
}

static gboolean
is_next (Scan *scan, char character)
{
  skip_blanks (scan);
  return scan->at < scan->end && *scan->at == character;
}

/* A name in plain letters; what has others is none of ours. */
static char *
take_name (Scan *scan, GError **error)
{
  const char *start;

  if (!expect (scan, '"', error))
    return NULL;
  start = scan->at;
  while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\')
    scan->at++;
  if (scan->at == scan->end || *scan->at == '\\') {
    set_broken (_ ("a name of a list is cut off"), error);
    return NULL;
  }
  return g_strndup (start, (gsize)(scan->at++ - start));
}

/* The object that begins here, from bracket to bracket. */
static GBytes *
take_object (Scan *scan, GError **error)
{
  const char *start;
  gboolean quoted = FALSE;
  guint depth = 0;

  skip_blanks (scan);
  start = scan->at;
  if (!is_next (scan, '{')) {
    set_broken (_ ("expected a record"), error);
    return NULL;
  }
  for (; scan->at < scan->end; scan->at++) {
    char c = *scan->at;
    if (quoted && c == '\\' && scan->at + 1 < scan->end)
      scan->at++;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '{' || c == '['))
      depth++;
    else if (!quoted && (c == '}' || c == ']') && --depth == 0)
      return g_bytes_new (start, (gsize)(++scan->at - start));
  }
  set_broken (_ ("it is cut off"), error);
  return NULL;
}

/* --- Records */

/* What is not said is none, also where a new record has a value. */
static void
clear_unsaid (QhRecord *record, JsonObject *object)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (json_object_has_member (object, field->name))
      continue;
    if (field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT)
      qh_record_set_int (record, field->name, QH_NONE);
    else if (field->kind == QH_KIND_ENUM)
      qh_record_set_int (record, field->name, 0);
  }
}

static JsonObject *
parse_object (Scan *scan, const char *where, GError **error)
{
  g_autoptr (GBytes) bytes = take_object (scan, error);
  g_autoptr (JsonNode) node =
      bytes != NULL ? qh_json_read_long (bytes, QH_VERBATIM_MAX * 2, error) : NULL;

  if (node != NULL)
    return json_object_ref (json_node_get_object (node));
  if (bytes != NULL)
    g_prefix_error (error, "%s: ", where);
  return NULL;
}

static gboolean
take_record (Taking *taking, const QhEntity *entity, Scan *scan, const char *where, GError **error)
{
  g_autoptr (JsonObject) object = parse_object (scan, where, error);
  g_autoptr (QhRecord) record = qh_record_new (entity);

  if (object == NULL)
    return FALSE;
  clear_unsaid (record, object);
  if (!qh_record_read_json (record, object, where, error))
    return FALSE;
  return qh_records_in_add (taking->records, g_steal_pointer (&record), where, error);
}

/* --- What stands beside them */

static const char *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
row_free (QhSideRow *row)
{
  g_free (row->key);
  g_free (row->value);
  g_free (row);
}

static QhSideRow *
row_new (const char *key, const char *value, const char *modified)
{
  QhSideRow *row = g_new0 (QhSideRow, 1);

  row->key = g_strdup (key);
  row->value = g_strdup (value);
  if (modified == NULL || !qh_instant_parse (modified, NULL, &row->modified))
    row->modified = 0;
  return row;
}

/* Of a store that is not empty the settings stay. */
static gboolean
put_setting (Taking *taking, const QhSideRow *row, const char *where, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!taking->was_empty || qh_side_put (taking->store, QH_SIDE_SETTING, row, &problem))
    return TRUE;
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_REFUSED)) {
    qh_import_skip (taking->report, where, g_strdup (problem->message));
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
take_row (Taking *taking, QhSide side, Scan *scan, const char *where, GError **error)
{
  g_autoptr (JsonObject) object = parse_object (scan, where, error);
  const char *key = object != NULL ? member (object, "key") : NULL;
  const char *value = object != NULL ? member (object, "value") : NULL;
  QhSideRow *row;
  gboolean ok = TRUE;

  if (object == NULL)
    return FALSE;
  if (key == NULL || value == NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: expected a key and a value"), where);
    return FALSE;
  }
  row = row_new (key, value, member (object, "modified"));
  if (side == QH_SIDE_SETTING) {
    ok = put_setting (taking, row, where, error);
    row_free (row);
  } else {
    g_ptr_array_add (side == QH_SIDE_FATE ? taking->fates : taking->runs, row);
  }
  return ok;
}

/* What cannot be put is left out. */
static gboolean
put_row (Taking *taking, QhSide side, const QhSideRow *row, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s, %s", taking->name, qh_side_name (side));
  g_autoptr (GError) problem = NULL;

  if (qh_side_put (taking->store, side, row, &problem))
    return TRUE;
  if (problem->code != QH_ERROR_REFUSED && problem->code != QH_ERROR_INVALID) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  qh_import_skip (taking->report, where, g_strdup (problem->message));
  return TRUE;
}

/* A copy that is away went by a transfer that was sent before it went; what else is settled came
 * after. Only what was sent from here, or called back, is known before the ledger. */
static gboolean
put_fates (Taking *taking, gboolean before, GError **error)
{
  for (guint i = 0; i < taking->fates->len; i++) {
    const QhSideRow *row = taking->fates->pdata[i];
    gboolean is_sent = g_str_equal (row->value, "sent") || g_str_equal (row->value, "taken_back");
    QhSideRow sent = { row->key, (char *)"sent", 0 };
    const char *values[] = { row->key, NULL };
    gboolean is_own = is_sent || qh_store_count (taking->store,
                                                 "SELECT count (*) FROM transfer WHERE id = ?1"
                                                 "  AND direction = 'sent'",
                                                 values) > 0;
    if (before && is_own && !put_row (taking, QH_SIDE_FATE, &sent, error))
      return FALSE;
    if ((before ? is_sent : TRUE) && !put_row (taking, QH_SIDE_FATE, row, error))
      return FALSE;
  }
  return TRUE;
}

/* --- The file */

static gboolean
take_element (Taking *taking, const char *list, const QhEntity *entity, int side, Scan *scan,
              guint i, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s[%u]", list, i);

  if (entity != NULL)
    return take_record (taking, entity, scan, where, error);
  if (side >= 0)
    return take_row (taking, side, scan, where, error);
  /* A list of a later version: read over. */
  g_autoptr (GBytes) unknown = take_object (scan, error);
  return unknown != NULL;
}

static int
find_side (const char *name)
{
  for (int i = 0; i < QH_N_SIDES; i++)
    if (g_str_equal (qh_side_name (i), name))
      return i;
  return -1;
}

static gboolean
take_list (Taking *taking, Scan *scan, const QhWatch *watch, GError **error)
{
  g_autofree char *name = take_name (scan, error);
  const QhEntity *entity = name != NULL ? qh_entity_find (name) : NULL;
  guint n = 0;

  if (name == NULL || !expect (scan, ':', error) || !expect (scan, '[', error))
    return FALSE;
  while (!is_next (scan, ']')) {
    if (n > 0 && !expect (scan, ',', error))
      return FALSE;
    if ((n % 256 == 0 && !qh_watch_go_on (watch, 0, 0, error)) ||
        !take_element (taking, name, entity, find_side (name), scan, n++, error))
      return FALSE;
  }
  scan->at++;
  return TRUE;
}

static gboolean
take_lists (Taking *taking, Scan *scan, const QhWatch *watch, GError **error)
{
  guint n = 0;

  if (!expect (scan, '{', error))
    return FALSE;
  for (; !is_next (scan, '}'); n++)
    if ((n > 0 && !expect (scan, ',', error)) || !take_list (taking, scan, watch, error))
      return FALSE;
  scan->at++;
  skip_blanks (scan);
  return scan->at == scan->end || set_broken (_ ("something stands behind the end"), error);
}

static gboolean
put_all (Taking *taking, const QhWatch *watch, GError **error)
{
  if (!put_fates (taking, TRUE, error) || !qh_records_in_merge (taking->records, watch, error) ||
      !put_fates (taking, FALSE, error))
    return FALSE;
  for (guint i = 0; i < taking->runs->len; i++)
    if (!put_row (taking, QH_SIDE_RUN, taking->runs->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
qh_store_json_take (QhStore *store, GBytes *bytes, const char *name, QhImportReport *report,
                    const QhWatch *watch, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (QhRecordsIn) records = qh_records_in_new (store, name, report);
  g_autoptr (GPtrArray) fates = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  Taking taking = { store, records, fates, runs, report, name, qh_store_is_empty (store) };
  Scan scan = { text, text + size };

  if (size == 0 || !g_utf8_validate_len (text, size, NULL))
    return set_broken (size == 0 ? _ ("the file is empty") : _ ("not valid UTF-8"), error);
  return take_lists (&taking, &scan, watch, error) && put_all (&taking, watch, error);
}

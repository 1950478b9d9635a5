/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-merge.h"
#include "base/qh-text.h"
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Finding them */

static void
duplicate_free (QhDuplicate *duplicate)
{
  g_object_unref (duplicate->keep);
  g_object_unref (duplicate->other);
  g_free (duplicate);
}

static const struct {
  const QhEntity *entity;
  const char *field;
  const char *sql; /* pairs of ids */
} alike[] = {
  { &qh_client_entity, "name",
    "SELECT a.id, b.id FROM client AS a JOIN client AS b ON b.name_key = a.name_key"
    "  AND b.id > a.id ORDER BY a.id, b.id LIMIT ?1" },
  { &qh_contact_entity, "email",
    "SELECT first, id FROM (SELECT id, min (id) OVER (PARTITION BY lower (email)) AS first"
    "  FROM contact WHERE email IS NOT NULL) WHERE id > first ORDER BY first, id LIMIT ?1" },
  { &qh_contact_entity, "name",
    "SELECT a.id, b.id FROM contact AS a JOIN contact AS b ON b.client = a.client"
    "  AND b.name_key = a.name_key AND b.id > a.id"
    "  WHERE a.email IS NULL OR b.email IS NULL OR lower (a.email) <> lower (b.email)"
    "  ORDER BY a.id, b.id LIMIT ?1" },
};

static gboolean
add_pair (QhStore *store, guint i, const char *keep, const char *other, GPtrArray *duplicates,
          GError **error)
{
  g_autoptr (QhRecord) first = qh_store_get (store, alike[i].entity, keep, error);
  g_autoptr (QhRecord) second =
      first != NULL ? qh_store_get (store, alike[i].entity, other, error) : NULL;
  QhDuplicate *duplicate;

  if (second == NULL)
    return FALSE;
  duplicate = g_new0 (QhDuplicate, 1);
  duplicate->keep = g_steal_pointer (&first);
  duplicate->other = g_steal_pointer (&second);
  duplicate->same = qh_entity_field (alike[i].entity, alike[i].field);
  g_ptr_array_add (duplicates, duplicate);
  return TRUE;
}

static gboolean
list_alike (QhStore *store, guint i, guint max, GPtrArray *duplicates, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (store, alike[i].sql, error);
  g_autoptr (GError) failure = NULL;
  gboolean ok = statement != NULL;

  if (!ok)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, max - duplicates->len);
  while (ok && qh_sqlite_step (statement, &failure))
    ok = add_pair (store, i, (const char *)sqlite3_column_text (statement, 0),
                   (const char *)sqlite3_column_text (statement, 1), duplicates, error);
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return ok;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
qh_merge_list_duplicates (QhStore *store, guint max, GError **error)
{
  g_autoptr (GPtrArray) duplicates =
      g_ptr_array_new_with_free_func ((GDestroyNotify)duplicate_free);

  for (guint i = 0; i < G_N_ELEMENTS (alike) && duplicates->len < max; i++)
    if (!list_alike (store, i, max, duplicates, error))
      return NULL;
  return g_steal_pointer (&duplicates);
}

static GPtrArray *
list_clients (QhStore *store, QhRecord *record, const char *key, const char *text,
              const char *limit, GError **error)
{
  g_autofree char *word = g_strndup (key, strcspn (key, " "));

  return qh_store_select (store, &qh_client_entity,
                          "WHERE id <> ?1 AND instr (name_key, ?2) > 0"
                          "  ORDER BY name_key <> ?3, substr (name_key, 1, length (?4)) <> ?4,"
                          "  name_key, id LIMIT CAST (?5 AS INTEGER)",
                          (const char *[]){ record->id, text, key, word, limit, NULL }, error);
}

static GPtrArray *
list_contacts (QhStore *store, QhContact *contact, const char *key, const char *text,
               const char *limit, GError **error)
{
  const char *values[] = {
    QH_RECORD (contact)->id, text,  key, contact->email != NULL ? contact->email : "",
    contact->client,         limit, NULL
  };

  return qh_store_select (
      store, &qh_contact_entity,
      "WHERE id <> ?1 AND instr (name_key, ?2) > 0"
      "  ORDER BY name_key <> ?3 AND coalesce (lower (email), '-') <> lower (?4),"
      "  client <> ?5, name_key, id LIMIT CAST (?6 AS INTEGER)",
      values, error);
}

GPtrArray *
qh_merge_list_candidates (QhStore *store, QhRecord *record, const char *text, guint max,
                          GError **error)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *key = qh_store_fold_key (title);
  g_autofree char *folded = qh_text_fold (text);
  g_autofree char *limit = g_strdup_printf ("%u", max);

  if (QH_IS_CONTACT (record))
    return list_contacts (store, QH_CONTACT (record), key, folded, limit, error);
  return list_clients (store, record, key, folded, limit, error);
}

/* --- What they know */

static gboolean
add_notes (QhRecord *keep, const QhField *field, const char *text)
{
  g_autofree char *had = qh_record_get_text (keep, field);
  g_autofree char *both = NULL;

  if (had != NULL && strstr (had, text) != NULL)
    return FALSE;
  both = had != NULL ? g_strconcat (had, "\n", text, NULL) : g_strdup (text);
  return qh_record_set_string (keep, field->name, both);
}

static void
fill_field (QhRecord *keep, QhRecord *other, const QhField *field)
{
  g_autofree char *text = qh_record_get_text (other, field);

  if (text == NULL || (field->flags & QH_FIELD_AUTOMATIC) || g_str_equal (field->name, "author"))
    return;
  if (g_str_equal (field->name, "notes"))
    add_notes (keep, field, text);
  /* A rule that holds for one of them holds. */
  else if (field->kind == QH_KIND_BOOLEAN ? g_str_equal (text, "true")
                                          : qh_record_is_none (keep, field))
    qh_record_set_text (keep, field, text, NULL);
}

static void
fill_all (QhRecord *keep, QhRecord *other)
{
  const QhEntity *entity = qh_record_get_entity (keep);

  for (guint i = 0; i < entity->n_fields; i++)
    fill_field (keep, other, &entity->fields[i]);
}

QhRecord *
qh_merge_preview (QhRecord *keep, QhRecord *other)
{
  QhRecord *merged = qh_record_duplicate (keep);

  fill_all (merged, other);
  return merged;
}

static gboolean
fill (QhStore *store, QhRecord *keep, QhRecord *other, GError **error)
{
  fill_all (keep, other);
  return qh_store_write (store, keep, 0, error);
}

/* --- What refers to them */

/* Of what is there once for two records, the one that @keep has stays. */
static const struct {
  const char *entity, *field, *beside;
} unique[] = {
  { "attendee", "contact", "meeting" },
  { "friction_client", "client", "friction" },
  { "waiting", "client", "content" },
};

static gboolean
has_already (QhStore *store, QhRecord *record, const QhField *field, const char *keep)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < G_N_ELEMENTS (unique); i++) {
    g_autofree char *beside = NULL;
    g_autofree char *sql = NULL;
    if (!g_str_equal (unique[i].entity, entity->name) ||
        !g_str_equal (unique[i].field, field->name))
      continue;
    beside = qh_record_get_text (record, qh_entity_field (entity, unique[i].beside));
    sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1 AND %s = ?2", entity->name,
                           field->name, unique[i].beside);
    return qh_store_count (store, sql, (const char *[]){ keep, beside, NULL }) > 0;
  }
  return FALSE;
}

static gboolean
move_reference (QhStore *store, QhRecord *record, const QhField *field, const char *keep,
                GError **error)
{
  if (has_already (store, record, field, keep))
    return qh_store_delete (store, record, error);
  qh_record_set_string (record, field->name, keep);
  return qh_store_write (store, record, 0, error);
}

static gboolean
move_references (QhStore *store, const QhEntity *entity, const QhField *field, const char *keep,
                 const char *other, GError **error)
{
  g_autofree char *tail = g_strdup_printf ("WHERE %s = ?1 ORDER BY id", field->name);
  g_autoptr (GPtrArray) records =
      qh_store_select (store, entity, tail, (const char *[]){ other, NULL }, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!move_reference (store, records->pdata[i], field, keep, error))
      return FALSE;
  return records != NULL;
}

static gboolean
move_all (QhStore *store, const QhEntity *target, const char *keep, const char *other,
          GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; entities[i] != &qh_movement_entity && k < entities[i]->n_fields; k++) {
      const QhField *field = &entities[i]->fields[k];
      if (field->kind == QH_KIND_REFERENCE && g_str_equal (field->target, target->name) &&
          !move_references (store, entities[i], field, keep, other, error))
        return FALSE;
    }
  return TRUE;
}

/* --- What they hold */

/* What @other has and did not give back, or is kept for him by hand: of numbered copies their own
 * line, of others the sum of what was delivered. */
#define HELD                                                                                     \
  "SELECT m.id, 1 FROM holding AS h JOIN movement AS m ON m.id = h.movement WHERE h.client = ?1" \
  "  AND (h.state = 'delivered' OR (h.state = 'reserved' AND h.meeting IS NULL)) UNION ALL "     \
  "SELECT max (id),"                                                                             \
  "  sum (CASE kind WHEN 'deliver' THEN copies ELSE -copies END) AS copies FROM movement"        \
  "  WHERE client = ?1 AND number IS NULL AND kind IN ('deliver', 'return')"                     \
  "  GROUP BY content HAVING sum (CASE kind WHEN 'deliver' THEN copies ELSE -copies END) > 0"

static gboolean
hand_over (QhStore *store, QhMovement *from, gint64 copies, const char *keep, const char *reason,
           GError **error)
{
  gboolean is_reserved = from->number != QH_NONE && from->kind == QH_MOVEMENT_KIND_RESERVE;
  QhMovementKind kinds[] = { is_reserved ? QH_MOVEMENT_KIND_RELEASE : QH_MOVEMENT_KIND_RETURN,
                             is_reserved ? QH_MOVEMENT_KIND_RESERVE : QH_MOVEMENT_KIND_DELIVER };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (QhMovement) line = (QhMovement *)qh_record_duplicate ((QhRecord *)from);
    QhRecord *record = (QhRecord *)line;
    qh_record_set_string (record, "id", NULL);
    qh_record_set_int (record, "created", QH_NONE);
    qh_record_set_int (record, "modified", QH_NONE);
    qh_record_set_int (record, "kind", kinds[i]);
    qh_record_set_int (record, "copies", copies);
    qh_record_set_string (record, "reason", reason);
    if (i == 1)
      qh_record_set_string (record, "client", keep);
    if (!qh_ledger_append_as_it_is (store, line, error))
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  char *id;
  gint64 copies;
} Held;

static void
held_clear (gpointer held)
{
  g_free (((Held *)held)->id);
}

static GArray *
list_held (QhStore *store, const char *client, GError **error)
{
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, HELD, error);

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (held, held_clear);
  sqlite3_bind_text (statement, 1, client, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    Held one = { g_strdup ((const char *)sqlite3_column_text (statement, 0)),
                 sqlite3_column_int64 (statement, 1) };
    g_array_append_val (held, one);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&held);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
hand_over_all (QhStore *store, QhRecord *keep, QhRecord *other, GError **error)
{
  g_autoptr (GArray) held = list_held (store, other->id, error);
  g_autofree char *name = qh_record_title (other);
  /* Translators: why a copy went from one client to another; a client's name */
  g_autofree char *reason = g_strdup_printf (_ ("Merged with “%s”"), name);

  for (guint i = 0; held != NULL && i < held->len; i++) {
    const Held *one = &g_array_index (held, Held, i);
    g_autoptr (QhRecord) line = qh_store_read_row (store, &qh_movement_entity, one->id, error);
    if (line == NULL ||
        !hand_over (store, (QhMovement *)line, one->copies, keep->id, reason, error))
      return FALSE;
  }
  return held != NULL;
}

/* --- Merging */

static gboolean
check_pair (QhRecord *keep, QhRecord *other, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (keep);

  if ((entity == &qh_client_entity || entity == &qh_contact_entity) &&
      qh_record_get_entity (other) == entity && g_strcmp0 (keep->id, other->id) != 0)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("expected two clients, or two contacts"));
  return FALSE;
}

static gboolean
merge (QhStore *store, QhRecord *keep, QhRecord *other, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (keep);

  /* What meetings hold is released, and reserved for the other one by the plans that moved. */
  if (entity == &qh_client_entity && (!hand_over_all (store, keep, other, error) ||
                                      !qh_ledger_release_client (store, other->id, error)))
    return FALSE;
  return fill (store, keep, other, error) && move_all (store, entity, keep->id, other->id, error) &&
         qh_store_delete_all (store, other, error);
}

gboolean
qh_store_merge (QhStore *store, QhRecord *keep, QhRecord *other, GError **error)
{
  G_GNUC_UNUSED g_autoptr (QhRecord) held = g_object_ref (other);
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (keep) && QH_IS_RECORD (other), FALSE);
  if (!check_pair (keep, other, error))
    return FALSE;
  title = qh_record_title (keep);
  shown = qh_text_shorten (title, 40);
  /* Translators: what undo takes back; the name of a client or contact */
  label = g_strdup_printf (_ ("Merge “%s”"), shown);
  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (merge (store, keep, other, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return qh_store_fail (store, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting, and what refers to what: what dies with a record, what stands in the way of its
 * deletion, and what goes along when all of it is to go. */
#include "base/qh-text.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

/* What has no life of its own, as the schema says (ON DELETE CASCADE, SET NULL). */
static const struct {
  const char *entity;
  const char *field;
} owned[] = {
  { "segment", "meeting" },          { "attendee", "meeting" },
  { "finding_accepted", "meeting" }, { "finding_accepted", "segment" },
  { "export", "meeting" },           { "comment", "review" },
  { "comment", "segment" },          { "friction_client", "friction" },
  { "movement", "meeting" },         { "movement", "contact" },
};

static gboolean
is_owned (const QhEntity *entity, const QhField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    if (g_str_equal (owned[i].entity, entity->name) && g_str_equal (owned[i].field, field->name))
      return TRUE;
  return FALSE;
}

typedef gboolean (*QhRelationFunc) (QhStore *store, const QhEntity *entity, const QhField *field,
                                    const char *id, gpointer data, GError **error);

/* Calls @func for every field that refers to records of @target, and that blocks their deletion. */
static gboolean
each_relation (QhStore *store, const QhEntity *target, const char *id, QhRelationFunc func,
               gpointer data, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < entities[i]->n_fields; k++) {
      const QhField *field = &entities[i]->fields[k];
      if (field->kind != QH_KIND_REFERENCE || !g_str_equal (field->target, target->name) ||
          is_owned (entities[i], field))
        continue;
      if (!func (store, entities[i], field, id, data, error))
        return FALSE;
    }
  return TRUE;
}

/* --- In words */

#define COUNTED(type, format)        \
  if (entity == &qh_##type##_entity) \
  return g_strdup_printf (format, n)

static char *
count_label (const QhEntity *entity, int n)
{
  COUNTED (client, ngettext ("%d client", "%d clients", n));
  COUNTED (contact, ngettext ("%d contact", "%d contacts", n));
  COUNTED (meeting, ngettext ("%d meeting", "%d meetings", n));
  COUNTED (remark, ngettext ("%d remark", "%d remarks", n));
  COUNTED (attendee, ngettext ("%d attendance", "%d attendances", n));
  COUNTED (content, ngettext ("%d content item", "%d content items", n));
  COUNTED (promise, ngettext ("%d promise", "%d promises", n));
  COUNTED (contact_log, ngettext ("%d contact log entry", "%d contact log entries", n));
  COUNTED (friction, ngettext ("%d friction", "%d frictions", n));
  COUNTED (friction_client, ngettext ("%d share in a friction", "%d shares in frictions", n));
  COUNTED (segment, ngettext ("%d segment", "%d segments", n));
  COUNTED (movement, ngettext ("%d line of the ledger", "%d lines of the ledger", n));
  COUNTED (waiting, ngettext ("%d place on a waiting list", "%d places on waiting lists", n));
  COUNTED (housekeeping, ngettext ("%d housekeeping task", "%d housekeeping tasks", n));
  COUNTED (transfer, ngettext ("%d transfer", "%d transfers", n));
  COUNTED (review, ngettext ("%d review", "%d reviews", n));
  g_return_val_if_reached (g_strdup (entity->name));
}

static gint64
count_rows (QhStore *store, const QhEntity *entity, const QhField *field, const char *id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1", entity->name, field->name);

  return qh_store_count (store, sql, (const char *[]){ id, NULL });
}

static gboolean
add_count (QhStore *store, const QhEntity *entity, const QhField *field, const char *id,
           gpointer data, GError **error)
{
  gint64 n = count_rows (store, entity, field, id);
  GString *text = data;

  if (n <= 0)
    return TRUE;
  g_autofree char *label = count_label (entity, (int)MIN (n, G_MAXINT));
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
  return TRUE;
}

char *
qh_store_describe_dependants (QhStore *store, QhRecord *record)
{
  GString *text;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (record), NULL);
  text = g_string_new (NULL);
  if (record->id != NULL)
    each_relation (store, qh_record_get_entity (record), record->id, add_count, text, NULL);
  return g_string_free (text, text->len == 0);
}

/* --- Deleting one record */

static gboolean
delete_row (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", entity->name);

  return qh_store_run (store, error, sql, id, NULL);
}

static gboolean
refuse_ledger (GError **error)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("A line of the ledger is never rubbed out; append one that takes it "
                          "back."));
  return FALSE;
}

static gboolean
refuse_blocked (QhRecord *record, const char *dependants, GError **error)
{
  g_autofree char *title = qh_record_title (record);

  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               /* Translators: a record's name, and a list like "3 meetings, 2 contacts" */
               _ ("“%s” cannot be deleted by itself; to it belong: %s"), title, dependants);
  return FALSE;
}

static void
note_segment (QhStore *store, QhSegment *segment)
{
  g_hash_table_add (store->change.meetings, g_strdup (segment->meeting));
  if (segment->content != NULL)
    qh_ledger_touch (store, segment->meeting, segment->content);
}

/* The place of a segment is taken from its row: the object may be ahead of it. */
static gboolean
delete_segment (QhStore *store, const char *id, gboolean close_gap, GError **error)
{
  g_autoptr (QhRecord) row = qh_store_read_row (store, &qh_segment_entity, id, error);
  QhSegment *segment = (QhSegment *)row;

  if (row == NULL)
    return FALSE;
  note_segment (store, segment);
  return delete_row (store, &qh_segment_entity, id, error) &&
         (!close_gap || qh_store_close_gap (store, segment->meeting, segment->position, error));
}

static gboolean
delete_one (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  if (entity == &qh_segment_entity)
    return delete_segment (store, id, TRUE, error);
  if (entity == &qh_meeting_entity && !qh_ledger_release (store, id, NULL, error))
    return FALSE;
  return delete_row (store, entity, id, error);
}

gboolean
qh_store_delete_part (QhStore *store, QhRecord *record, GError **error)
{
  if (qh_record_get_entity (record) == &qh_segment_entity)
    return delete_segment (store, record->id, FALSE, error);
  return delete_row (store, qh_record_get_entity (record), record->id, error);
}

/* The row decides: another program may have deleted what is live here. */
static gboolean
check_there (QhStore *store, QhRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhRecord) row = NULL;

  if (qh_record_get_entity (record) == &qh_movement_entity)
    return refuse_ledger (error);
  row = qh_store_read_row (store, qh_record_get_entity (record), record->id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (row == NULL)
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("There is no %s with the id “%s”."),
                 qh_record_get_entity (record)->name, record->id);
  return row != NULL;
}

static gboolean
delete_lone (QhStore *store, QhRecord *record, GError **error)
{
  g_autofree char *dependants = NULL;

  if (!check_there (store, record, error))
    return FALSE;
  dependants = qh_store_describe_dependants (store, record);
  if (dependants != NULL)
    return refuse_blocked (record, dependants, error);
  return delete_one (store, qh_record_get_entity (record), record->id, error);
}

/* --- Deleting with all that belongs to it */

static gboolean take_along (QhStore *store, const QhEntity *entity, const char *id, GError **error);

static GPtrArray *
select_ids (QhStore *store, const QhEntity *entity, const QhField *field, const char *id,
            GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", entity->name, field->name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (ids, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* A link that is not needed is cut; what it was in stays. */
static gboolean
cut (QhStore *store, const QhEntity *entity, const QhField *field, const char *id, GError **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, qh_clock_now (&store->clock));
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET %s = NULL, modified = max (modified + 1000, CAST (?2 AS INTEGER))"
      "  WHERE %s = ?1",
      entity->name, field->name, field->name);

  return qh_store_run (store, error, sql, id, now, NULL);
}

/* A line of the ledger gives up its client; it stays. */
static gboolean
cut_line (QhStore *store, const QhField *field, const char *id, GError **error)
{
  if (field->flags & QH_FIELD_REQUIRED) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("The item has lines in the ledger, which are never rubbed out. Retire "
                            "it instead."));
    return FALSE;
  }
  return qh_store_run (store, error, "UPDATE movement SET client = NULL WHERE client = ?1", id,
                       NULL);
}

/* A client's history goes with him; elsewhere only what cannot be without the record. */
static gboolean
take_relation (QhStore *store, const QhEntity *entity, const QhField *field, const char *id,
               gpointer data, GError **error)
{
  const QhEntity *target = data;
  g_autoptr (GPtrArray) ids = NULL;

  if (count_rows (store, entity, field, id) == 0)
    return TRUE;
  if (entity == &qh_movement_entity)
    return cut_line (store, field, id, error);
  if (target != &qh_client_entity && !(field->flags & QH_FIELD_REQUIRED))
    return cut (store, entity, field, id, error);
  ids = select_ids (store, entity, field, id, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!take_along (store, entity, g_ptr_array_index (ids, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
take_along (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  /* Reservations are released while it is still known for whom they are. */
  if (entity == &qh_meeting_entity && !qh_ledger_release (store, id, NULL, error))
    return FALSE;
  if (entity == &qh_client_entity && !qh_ledger_release_client (store, id, error))
    return FALSE;
  return each_relation (store, entity, id, take_relation, (gpointer)entity, error) &&
         delete_one (store, entity, id, error);
}

static gboolean
delete_all (QhStore *store, QhRecord *record, GError **error)
{
  return check_there (store, record, error) &&
         take_along (store, qh_record_get_entity (record), record->id, error);
}

/* --- The two doors */

static gboolean
delete_with (QhStore *store, QhRecord *record, QhStoreWork work, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  if (record->id == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                         _ ("What was never saved cannot be deleted."));
    return FALSE;
  }
  /* Its file, with its copies, may be anywhere; without the record none could be called back. */
  if (qh_record_get_entity (record) == &qh_transfer_entity) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("A transfer is never deleted. What has not been received yet can be "
                            "called back; a receipt can be undone."));
    return FALSE;
  }
  title = qh_record_title (record);
  shown = qh_text_shorten (title, 40);
  /* Translators: what undo takes back; a record's name */
  label = g_strdup_printf (_ ("Delete “%s”"), shown);
  return qh_store_do (store, label, work, record, error);
}

gboolean
qh_store_delete (QhStore *store, QhRecord *record, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (record), FALSE);
  return delete_with (store, record, delete_lone, error);
}

gboolean
qh_store_delete_all (QhStore *store, QhRecord *record, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (record), FALSE);
  return delete_with (store, record, delete_all, error);
}

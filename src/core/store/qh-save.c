/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a record: what is new is inserted, what differs is updated, column by column, so that two
 * programs that change different fields of one record do not undo each other. */
#include "base/qh-id.h"
#include "record/qh-record-sql.h"
#include "store/qh-settings.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

/* `modified` rises by at least this much, a millisecond, when the clock does not. */
#define TICK 1000

/* --- What the database refused */

/* The first reference of @record that leads nowhere. */
static const QhField *
find_dangling (QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (field->kind != QH_KIND_REFERENCE || qh_record_is_none (record, field))
      continue;
    g_autofree char *sql =
        g_strdup_printf ("SELECT count (*) FROM %s WHERE id = ?1", field->target);
    g_autofree char *id = qh_record_get_text (record, field);
    if (qh_store_count (store, sql, (const char *[]){ id, NULL }) == 0)
      return field;
  }
  return NULL;
}

static void
set_reference_error (QhStore *store, QhRecord *record, GError **error)
{
  const QhField *field = find_dangling (store, record);
  g_autofree char *id = field != NULL ? qh_record_get_text (record, field) : NULL;

  if (field == NULL)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("Something refers to what is not there."));
  else
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 /* Translators: a field's name, an entity's name, and an id */
                 _ ("%s: there is no %s with the id “%s”"), field->name, field->target, id);
}

void
qh_store_set_write_error (QhStore *store, QhRecord *record, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  if (qh_ledger_is_refusal (store->db)) {
    if (entity == &qh_movement_entity)
      qh_ledger_set_error (store, (QhMovement *)record, error);
    else
      qh_ledger_set_edition_error (store, (QhContent *)record, error);
    return;
  }
  switch (sqlite3_extended_errcode (store->db)) {
  case SQLITE_CONSTRAINT_FOREIGNKEY:
    set_reference_error (store, record, error);
    return;
  case SQLITE_CONSTRAINT_UNIQUE:
  case SQLITE_CONSTRAINT_PRIMARYKEY:
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 /* Translators: an entity's label, e.g. "Attendee" */
                 _ ("%s: the same is there already."), _ (entity->label));
    return;
  default:
    qh_sqlite_set_error (error, store->db);
  }
}

/* --- Places of segments */

static gboolean
shift (QhStore *store, const char *meeting, int by, gint64 from, gint64 to, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (store,
                                             "UPDATE segment SET position = position + ?1,"
                                             "  modified = max (modified + 1000, ?2)"
                                             "  WHERE meeting = ?3 AND position BETWEEN ?4 AND ?5",
                                             error);
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, by);
  sqlite3_bind_int64 (statement, 2, qh_clock_now (&store->clock));
  sqlite3_bind_text (statement, 3, meeting, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, from);
  sqlite3_bind_int64 (statement, 5, to);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_sqlite_set_error (error, store->db);
  qh_store_give_back (store, statement);
  return ok;
}

gboolean
qh_store_close_gap (QhStore *store, const char *meeting, gint64 position, GError **error)
{
  return shift (store, meeting, -1, position + 1, G_MAXINT32, error);
}

/* A new segment goes to its place, or, without one, to the end. */
static gboolean
make_room (QhStore *store, QhSegment *segment, GError **error)
{
  const char *values[] = { segment->meeting, NULL };
  gint64 n = qh_store_count (store, "SELECT count (*) FROM segment WHERE meeting = ?1", values);

  if (segment->position == QH_NONE)
    qh_record_set_int ((QhRecord *)segment, "position", n);
  return segment->position >= n ||
         shift (store, segment->meeting, 1, segment->position, G_MAXINT32, error);
}

static gboolean
move_others (QhStore *store, QhSegment *segment, QhSnapshot *base, GError **error)
{
  const char *meeting = qh_snapshot_text (base, "meeting");
  gint64 from = qh_snapshot_number (base, "position");
  gint64 to = segment->position;

  if (g_strcmp0 (meeting, segment->meeting) != 0)
    return make_room (store, segment, error) && qh_store_close_gap (store, meeting, from, error);
  if (from < to)
    return shift (store, meeting, -1, from + 1, to, error);
  return from == to || shift (store, meeting, 1, to, from - 1, error);
}

/* --- What a save means for the rest of the change */

static void
note_segment (QhStore *store, QhSegment *segment, QhSnapshot *base)
{
  const char *meeting = base != NULL ? qh_snapshot_text (base, "meeting") : NULL;
  const char *content = base != NULL ? qh_snapshot_text (base, "content") : NULL;

  g_hash_table_add (store->change.meetings, g_strdup (segment->meeting));
  if (meeting != NULL)
    g_hash_table_add (store->change.meetings, g_strdup (meeting));
  if (g_strcmp0 (meeting, segment->meeting) == 0 && g_strcmp0 (content, segment->content) == 0)
    return;
  if (content != NULL)
    qh_ledger_touch (store, meeting, content);
  if (segment->content != NULL)
    qh_ledger_touch (store, segment->meeting, segment->content);
}

/* Cancelled, to be held again, moved out of the long past, or with another client. */
static gboolean
changes_reservations (QhStore *store, QhMeeting *meeting, QhSnapshot *base)
{
  int status = (int)qh_snapshot_number (base, "status");
  gboolean is_open = qh_ledger_is_open (meeting->status);
  gint64 start = qh_snapshot_number (base, "start");

  if (g_strcmp0 (qh_snapshot_text (base, "client"), meeting->client) != 0)
    return TRUE;
  if (status != meeting->status && meeting->status == QH_MEETING_STATUS_CANCELLED)
    return TRUE;
  if (!is_open)
    return FALSE;
  return !qh_ledger_is_open (status) ||
         (start != QH_NONE && start != meeting->start && start < qh_ledger_lapse_limit (store));
}

static void
note (QhStore *store, QhRecord *record, QhSnapshot *base)
{
  const QhEntity *entity = qh_record_get_entity (record);

  if (entity == &qh_segment_entity)
    note_segment (store, (QhSegment *)record, base);
  else if (entity == &qh_meeting_entity && base != NULL &&
           changes_reservations (store, (QhMeeting *)record, base))
    qh_ledger_touch (store, record->id, NULL);
}

/* The row now says what @record says: the live object, too. */
void
qh_store_keep (QhStore *store, QhRecord *record)
{
  QhRecord *live = qh_live_find (store, record->id);
  QhSnapshot *before;

  if (live != NULL && live != record)
    qh_record_assign (live, record);
  else
    live = record;
  before = qh_live_base (store, live);
  if (!g_hash_table_contains (store->change.saved, live))
    g_hash_table_insert (store->change.saved, g_object_ref (live),
                         before != NULL ? qh_snapshot_copy (before) : NULL);
  qh_live_keep (store, live);
}

/* --- Inserting */

static char *
insert_sql (const QhEntity *entity)
{
  g_autofree char *columns = qh_entity_columns (entity, "");
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("?");

  for (guint i = 1; i < entity->n_fields; i++)
    g_string_append (marks, ", ?");
  g_string_printf (sql, "INSERT INTO %s (%s", entity->name, columns);
  for (const QhField *field = qh_store_next_keyed (entity, NULL); field != NULL;
       field = qh_store_next_keyed (entity, field)) {
    g_string_append_printf (sql, ", %s_key", field->name);
    g_string_append (marks, ", ?");
  }
  g_string_append_printf (sql, ") VALUES (%s)", marks->str);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind_key (QhRecord *record, const QhField *field, sqlite3_stmt *statement, int index)
{
  g_autofree char *text = qh_record_get_text (record, field);

  sqlite3_bind_text (statement, index, qh_store_fold_key (text), -1, g_free);
}

static void
complete_meeting (QhStore *store, QhMeeting *meeting)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *system = NULL;
  const char *name;

  if (meeting->zone != NULL)
    return;
  zone = qh_clock_zone (&store->clock);
  name = g_time_zone_get_identifier (zone);
  if (!qh_zone_is_valid (name))
    name = system = qh_zone_system_name ();
  qh_record_set_string ((QhRecord *)meeting, "zone", name);
}

/* What is made here is by whoever works with this store; what came in says so itself. */
static void
sign (QhStore *store, QhRecord *record, gint64 now)
{
  QhBulk *bulk = store->change.bulk;
  g_autofree char *asked = bulk == NULL ? qh_store_get_setting (store, QH_SETTING_USER_NAME) : NULL;
  const char *name = bulk != NULL ? qh_bulk_author (bulk) : asked;

  qh_record_set_int (record, "created", now);
  if (record->author == NULL && name != NULL)
    qh_record_set_string (record, "author", name);
}

/* What the store adds to a new record. */
void
qh_store_complete (QhStore *store, QhRecord *record)
{
  gint64 now = qh_clock_now (&store->clock);

  if (record->id == NULL) {
    g_autofree char *id = qh_id_new (now);
    qh_record_set_string (record, "id", id);
  }
  if (record->created == QH_NONE)
    sign (store, record, now);
  if (record->modified == QH_NONE)
    qh_record_set_int (record, "modified", MAX (now, record->created));
  if (qh_record_get_entity (record) == &qh_meeting_entity)
    complete_meeting (store, (QhMeeting *)record);
}

gboolean
qh_store_insert_row (QhStore *store, QhRecord *record, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);
  sqlite3_stmt *statement =
      qh_store_borrow (store, qh_store_sql (store, insert_sql, entity), error);
  int index = entity->n_fields + 1;
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  qh_record_bind (record, statement, 1);
  for (const QhField *field = qh_store_next_keyed (entity, NULL); field != NULL;
       field = qh_store_next_keyed (entity, field))
    bind_key (record, field, statement, index++);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_store_set_write_error (store, record, error);
  qh_store_give_back (store, statement);
  return ok;
}

static gboolean
insert (QhStore *store, QhRecord *record, QhSaveFlags flags, GError **error)
{
  qh_store_complete (store, record);
  if (!qh_record_check (record, error))
    return FALSE;
  if (qh_record_get_entity (record) == &qh_segment_entity && !(flags & QH_SAVE_AS_IT_IS) &&
      !make_room (store, (QhSegment *)record, error))
    return FALSE;
  if (!qh_store_insert_row (store, record, error))
    return FALSE;
  note (store, record, NULL);
  qh_store_keep (store, record);
  return TRUE;
}

/* A record that could not be inserted is as new as it was before. */
static gboolean
insert_or_forget (QhStore *store, QhRecord *record, QhSaveFlags flags, GError **error)
{
  g_autoptr (QhSnapshot) before = qh_snapshot_new (record);

  if (insert (store, record, flags, error))
    return TRUE;
  qh_snapshot_restore (before, record, ~G_GUINT64_CONSTANT (0));
  return FALSE;
}

/* --- Updating */

static QhFieldSet
field_bit (const QhEntity *entity, const char *name)
{
  return QH_FIELD_BIT (qh_entity_field (entity, name) - entity->fields);
}

static char *
update_sql (const QhEntity *entity, QhFieldSet fields)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET modified = ?1", entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    if (fields & QH_FIELD_BIT (i))
      g_string_append_printf (sql, ", %s = ?", entity->fields[i].name);
  for (const QhField *field = qh_store_next_keyed (entity, NULL); field != NULL;
       field = qh_store_next_keyed (entity, field))
    if (fields & QH_FIELD_BIT (field - entity->fields))
      g_string_append_printf (sql, ", %s_key = ?", field->name);
  g_string_append (sql, " WHERE id = ? AND modified = ?");
  return g_string_free (sql, FALSE);
}

static void
bind_update (QhRecord *record, QhFieldSet fields, sqlite3_stmt *statement, gint64 modified_before)
{
  const QhEntity *entity = qh_record_get_entity (record);
  int index = 1;

  sqlite3_bind_int64 (statement, index++, record->modified);
  for (guint i = 0; i < entity->n_fields; i++)
    if (fields & QH_FIELD_BIT (i))
      qh_record_bind_field (record, &entity->fields[i], statement, index++);
  for (const QhField *field = qh_store_next_keyed (entity, NULL); field != NULL;
       field = qh_store_next_keyed (entity, field))
    if (fields & QH_FIELD_BIT (field - entity->fields))
      bind_key (record, field, statement, index++);
  sqlite3_bind_text (statement, index++, record->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, index, modified_before);
}

/* Writes @fields where the row is still as it was; @written is FALSE when it is not. */
static gboolean
update_row (QhStore *store, QhRecord *record, QhFieldSet fields, gint64 modified_before,
            gboolean *written, GError **error)
{
  g_autofree char *sql = update_sql (qh_record_get_entity (record), fields);
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  bind_update (record, fields, statement, modified_before);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_store_set_write_error (store, record, error);
  *written = ok && sqlite3_changes (store->db) > 0;
  qh_store_give_back (store, statement);
  return ok;
}

/* Takes over what another program wrote into the row since it was read; @fields are ours. */
static gboolean
merge (QhStore *store, QhRecord *record, QhSnapshot *base, QhFieldSet fields, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhRecord) row =
      qh_store_read_row (store, qh_record_get_entity (record), record->id, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (row == NULL) {
    g_autofree char *title = qh_record_title (record);
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("“%s” was deleted meanwhile."), title);
    return FALSE;
  }
  qh_snapshot_take (base, row);
  qh_snapshot_restore (base, record, ~fields);
  return qh_record_check (record, error);
}

static void
raise_modified (QhStore *store, QhRecord *record, QhSnapshot *base)
{
  gint64 before = qh_snapshot_modified (base);
  gint64 now = qh_clock_now (&store->clock);

  /* An importer brings its own. */
  if (record->modified <= before)
    qh_record_set_int (record, "modified", MAX (now, before + TICK));
}

static gboolean
write_fields (QhStore *store, QhRecord *record, QhSnapshot *base, QhFieldSet fields, GError **error)
{
  gboolean written;

  raise_modified (store, record, base);
  if (!update_row (store, record, fields, qh_snapshot_modified (base), &written, error))
    return FALSE;
  if (written)
    return TRUE;
  if (!merge (store, record, base, fields, error))
    return FALSE;
  fields &= qh_snapshot_compare (base, record);
  if (fields == 0)
    return TRUE;
  raise_modified (store, record, base);
  return update_row (store, record, fields, qh_snapshot_modified (base), &written, error);
}

static gboolean
prepare_update (QhStore *store, QhRecord *record, QhSnapshot *base, QhFieldSet fields,
                QhSaveFlags flags, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  if (entity == &qh_content_entity && (fields & field_bit (entity, "edition")))
    return qh_ledger_check_issuer (store, (QhContent *)record, error);
  if (entity != &qh_segment_entity || (flags & QH_SAVE_AS_IT_IS) ||
      !(fields & (field_bit (entity, "position") | field_bit (entity, "meeting"))))
    return TRUE;
  return move_others (store, (QhSegment *)record, base, error);
}

static gboolean
finish_update (QhStore *store, QhRecord *record, QhSnapshot *base, QhFieldSet fields,
               GError **error)
{
  const QhEntity *entity = &qh_content_entity;

  if (qh_record_get_entity (record) != entity || !(fields & field_bit (entity, "edition")))
    return TRUE;
  return qh_ledger_adjust (store, (QhContent *)record, qh_snapshot_number (base, "edition"), error);
}

static gboolean
update (QhStore *store, QhRecord *record, QhSnapshot *base, QhSaveFlags flags, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);
  QhFieldSet fields = qh_snapshot_compare (base, record) & ~field_bit (entity, "modified");
  g_autoptr (QhSnapshot) values = NULL;

  if (fields == 0)
    return TRUE;
  if (!qh_record_check (record, error))
    return FALSE;
  values = qh_snapshot_new (record);
  if (prepare_update (store, record, base, fields, flags, error) &&
      write_fields (store, record, base, fields, error) &&
      finish_update (store, record, base, fields, error)) {
    note (store, record, base);
    qh_store_keep (store, record);
    return TRUE;
  }
  /* What was typed stays; what another program wrote meanwhile stays, too. */
  qh_snapshot_restore (values, record, fields | field_bit (entity, "modified"));
  return FALSE;
}

/* --- Saving */

/* The values of @record's row; NULL without an error when there is no row. */
static QhSnapshot *
read_base (QhStore *store, QhRecord *record, GError **error)
{
  g_autoptr (QhRecord) row = NULL;

  if (record->id == NULL)
    return NULL;
  row = qh_store_read_row (store, qh_record_get_entity (record), record->id, error);
  return row != NULL ? qh_snapshot_new (row) : NULL;
}

gboolean
qh_store_write (QhStore *store, QhRecord *record, QhSaveFlags flags, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhSnapshot) row = NULL;
  QhSnapshot *base = qh_live_base (store, record);

  if (qh_record_get_entity (record) == &qh_movement_entity)
    return qh_ledger_append (store, (QhMovement *)record, error);
  if (base == NULL)
    base = row = read_base (store, record, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (base == NULL)
    return insert_or_forget (store, record, flags, error);
  return update (store, record, base, flags, error);
}

gboolean
qh_store_do (QhStore *store, const char *label, QhStoreWork work, QhRecord *record, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (work (store, record, error))
    return qh_store_commit (store, error);
  if (store->change.depth == 1)
    qh_store_rollback (store);
  else
    store->change.depth--;
  return qh_store_fail (store, error);
}

static gboolean
save (QhStore *store, QhRecord *record, GError **error)
{
  return qh_store_write (store, record, 0, error);
}

gboolean
qh_store_save (QhStore *store, QhRecord *record, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (record), FALSE);
  if (store->change.depth == 0) {
    const char *name = _ (qh_record_get_entity (record)->label);
    /* Translators: what undo takes back; an entity's label, e.g. "Client" */
    label = g_strdup_printf (qh_live_base (store, record) != NULL ? _ ("Change %s") : _ ("Add %s"),
                             name);
  }
  return qh_store_do (store, label, save, record, error);
}

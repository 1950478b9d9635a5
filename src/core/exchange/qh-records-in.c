/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-records-in.h"
#include "base/qh-error.h"
#include "store/qh-side.h"
#include <glib/gi18n-lib.h>

#define STEP 256

struct _QhRecordsIn {
  QhStore *store;
  const char *name; /* of the file */
  QhImportReport *report;
  GPtrArray **records; /* by entity, in their order */
  GHashTable *where; /* id → place in the file */
  GHashTable *left_out; /* ids of those that could not be taken */
  GHashTable *meetings; /* whose segments changed */
  GHashTable *new_items; /* id → QhContent, of which the ledger is gone through again */
  const QhWatch *watch;
  guint done;
};

QhRecordsIn *
qh_records_in_new (QhStore *store, const char *name, QhImportReport *report)
{
  QhRecordsIn *in = g_new0 (QhRecordsIn, 1);
  guint n;

  qh_entities (&n);
  in->store = store;
  in->name = name;
  in->report = report;
  in->records = g_new (GPtrArray *, n);
  for (guint i = 0; i < n; i++)
    in->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  in->where = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  in->left_out = g_hash_table_new (g_str_hash, g_str_equal);
  in->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  in->new_items = g_hash_table_new (g_str_hash, g_str_equal);
  return in;
}

void
qh_records_in_free (QhRecordsIn *in)
{
  guint n;

  qh_entities (&n);
  g_hash_table_unref (in->where);
  g_hash_table_unref (in->left_out);
  g_hash_table_unref (in->meetings);
  g_hash_table_unref (in->new_items);
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (in->records[i]);
  g_free (in->records);
  g_free (in);
}

gboolean
qh_records_in_add (QhRecordsIn *in, QhRecord *record, const char *where, GError **error)
{
  g_autoptr (QhRecord) owned = record;

  if (record->id == NULL || record->created == QH_NONE || record->modified == QH_NONE) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("%s: expected an id, and when it was created and modified"), where);
    return FALSE;
  }
  if (g_hash_table_contains (in->where, record->id)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: the id %s is there twice"), where,
                 record->id);
    return FALSE;
  }
  g_hash_table_insert (in->where, record->id, g_strdup (where));
  g_ptr_array_add (in->records[qh_entity_index (qh_record_get_entity (record))],
                   g_steal_pointer (&owned));
  return TRUE;
}

/* --- References */

static gboolean
is_in_store (QhRecordsIn *in, const char *target, const char *id, GError **error)
{
  g_autoptr (QhRecord) record = qh_bulk_get (in->store, qh_entity_find (target), id, error);

  return record != NULL;
}

/* Whether all that @record refers to is there; @gone: it was in the file, and left out. */
static gboolean
check_references (QhRecordsIn *in, QhRecord *record, gboolean *gone, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    g_autofree char *id =
        field->kind == QH_KIND_REFERENCE ? qh_record_get_text (record, field) : NULL;
    g_autoptr (GError) failure = NULL;
    if (id == NULL)
      continue;
    *gone = *gone || g_hash_table_contains (in->left_out, id);
    if (g_hash_table_contains (in->where, id) || is_in_store (in, field->target, id, &failure))
      continue;
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else
      g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                   /* Translators: a place in a file, an entity's name, and an id */
                   _ ("%s.%s: there is no %s with the id “%s”"),
                   (const char *)g_hash_table_lookup (in->where, record->id), field->name,
                   field->target, id);
    return FALSE;
  }
  return TRUE;
}

/* --- Merging */

static void
leave_out (QhRecordsIn *in, QhRecord *record, const char *reason)
{
  const char *place = g_hash_table_lookup (in->where, record->id);
  /* Translators: a file's name, and a place in it */
  g_autofree char *where =
      in->name != NULL ? g_strdup_printf (_ ("%s, %s"), in->name, place) : g_strdup (place);

  qh_import_skip (in->report, where, g_strdup (reason));
}

/* A law of the store's says no: that one is left out, and what belongs to it. */
static gboolean
forgive (QhRecordsIn *in, QhRecord *record, GError *problem, GError **error)
{
  if (problem->code != QH_ERROR_REFUSED && problem->code != QH_ERROR_INVALID) {
    g_propagate_error (error, problem);
    return FALSE;
  }
  leave_out (in, record, problem->message);
  g_hash_table_add (in->left_out, record->id);
  g_error_free (problem);
  return TRUE;
}

static gboolean
add_record (QhRecordsIn *in, QhRecord *record, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!qh_bulk_add (in->store, record, &problem))
    return forgive (in, record, g_steal_pointer (&problem), error);
  if (qh_record_get_entity (record) == &qh_content_entity)
    g_hash_table_insert (in->new_items, record->id, record);
  in->report->added++;
  return TRUE;
}

static gboolean
merge_record (QhRecordsIn *in, QhRecord *record, QhRecord *here, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (qh_record_equal (record, here)) {
    in->report->same++;
    return TRUE;
  }
  if (record->modified <= here->modified) {
    leave_out (in, record, _ ("the one that is here is newer"));
    return TRUE;
  }
  if (!qh_bulk_put (in->store, record, &problem))
    return forgive (in, record, g_steal_pointer (&problem), error);
  in->report->changed++;
  return TRUE;
}

static gboolean
take_record (QhRecordsIn *in, QhRecord *record, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhRecord) here = NULL;
  gboolean gone = FALSE;

  if (!check_references (in, record, &gone, error))
    return FALSE;
  if (gone) {
    leave_out (in, record, _ ("what it belongs to was left out"));
    g_hash_table_add (in->left_out, record->id);
    return TRUE;
  }
  if (QH_IS_SEGMENT (record))
    g_hash_table_add (in->meetings, g_strdup (QH_SEGMENT (record)->meeting));
  here = qh_bulk_get (in->store, qh_record_get_entity (record), record->id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return here == NULL ? add_record (in, record, error) : merge_record (in, record, here, error);
}

/* --- The ledger */

/* What the item has to be while a line is appended as it was: how many copies there were is known
 * from the end backwards, by the adjustments. */
typedef struct {
  QhContent *item;
  gint64 edition; /* as it stands in the row now */
  gint64 before; /* what the edition was before all lines of the file */
  gint64 highest; /* number in its lines */
  gboolean is_open; /* how many a client may have does not count now */
} Replay;

static gboolean
is_unnumbered (QhMovement *line)
{
  return line->number == QH_NONE && line->kind != QH_MOVEMENT_KIND_ADJUST;
}

static Replay *
replay_new (QhContent *item)
{
  Replay *replay = g_new0 (Replay, 1);

  replay->item = item;
  replay->edition = replay->before = item->edition;
  return replay;
}

static GHashTable *
prepare_replays (QhRecordsIn *in, GPtrArray *lines)
{
  GHashTable *replays = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < lines->len; i++) {
    QhMovement *line = lines->pdata[i];
    QhContent *item = g_hash_table_lookup (in->new_items, line->content);
    Replay *replay = g_hash_table_lookup (replays, line->content);
    if (item == NULL)
      continue;
    if (replay == NULL)
      g_hash_table_insert (replays, line->content, replay = replay_new (item));
    replay->highest = MAX (replay->highest, line->number);
    if (line->kind == QH_MOVEMENT_KIND_ADJUST && replay->before != QH_NONE)
      replay->before -= line->copies;
  }
  return replays;
}

/* The edition under which @line was appended once. */
static gint64
edition_for (Replay *replay, QhMovement *line)
{
  gint64 now = replay->before;

  if (is_unnumbered (line))
    return QH_NONE;
  if (line->kind == QH_MOVEMENT_KIND_ADJUST && replay->before != QH_NONE)
    now = replay->before += line->copies;
  return now == QH_NONE ? MAX (replay->highest, 1) : MAX (now, line->number);
}

/* One that somebody else issued is as large as he says; its ledger never was otherwise. */
static gboolean
be_ready (QhRecordsIn *in, Replay *replay, QhMovement *line, GError **error)
{
  gint64 edition =
      replay->item->issuer != NULL ? replay->item->edition : edition_for (replay, line);

  if (replay->is_open && edition == replay->edition)
    return TRUE;
  replay->is_open = TRUE;
  replay->edition = edition;
  return qh_side_set_edition (in->store, QH_RECORD (replay->item)->id, edition, QH_NONE, error);
}

static gboolean
take_line (QhRecordsIn *in, QhMovement *line, GHashTable *replays, GError **error)
{
  QhRecord *record = QH_RECORD (line);
  Replay *replay = g_hash_table_lookup (replays, line->content);
  g_autoptr (GError) problem = NULL;
  g_autoptr (QhRecord) here = NULL;
  gboolean gone = FALSE;

  if (!check_references (in, record, &gone, error))
    return FALSE;
  here = qh_bulk_get (in->store, &qh_movement_entity, record->id, &problem);
  if (problem == NULL && here != NULL) {
    in->report->same++;
    return TRUE;
  }
  if (problem == NULL && gone) {
    leave_out (in, record, _ ("what it belongs to was left out"));
    return TRUE;
  }
  if (problem == NULL && (replay == NULL || be_ready (in, replay, line, &problem)) &&
      qh_side_append (in->store, line, &problem)) {
    in->report->added++;
    return TRUE;
  }
  return forgive (in, record, g_steal_pointer (&problem), error);
}

/* Then the items are as they were again. */
static gboolean
end_replays (QhRecordsIn *in, GHashTable *replays, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, replays);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    QhContent *item = ((Replay *)value)->item;
    if (!qh_side_set_edition (in->store, QH_RECORD (item)->id, item->edition, item->per_client,
                              error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_lines (QhRecordsIn *in, GPtrArray *lines, GError **error)
{
  g_autoptr (GHashTable) replays = prepare_replays (in, lines);

  for (guint i = 0; i < lines->len; i++)
    if (!take_line (in, lines->pdata[i], replays, error))
      return FALSE;
  return end_replays (in, replays, error);
}

/* --- All of it */

static guint
count_all (QhRecordsIn *in)
{
  return g_hash_table_size (in->where);
}

static gboolean
take_entity (QhRecordsIn *in, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if ((in->done++ % STEP == 0 && !qh_watch_go_on (in->watch, in->done, count_all (in), error)) ||
        !take_record (in, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
number_segments (QhRecordsIn *in, GError **error)
{
  GHashTableIter iter;
  gpointer meeting;

  g_hash_table_iter_init (&iter, in->meetings);
  while (g_hash_table_iter_next (&iter, &meeting, NULL))
    if (!qh_bulk_number_segments (in->store, meeting, error))
      return FALSE;
  return TRUE;
}

gboolean
qh_records_in_merge (QhRecordsIn *in, const QhWatch *watch, GError **error)
{
  guint n, lines = qh_entity_index (&qh_movement_entity);
  const QhEntity *const *entities = qh_entities (&n);

  in->watch = watch;
  for (guint i = 0; i < n; i++)
    if (entities[i] != &qh_movement_entity && !take_entity (in, in->records[i], error))
      return FALSE;
  return number_segments (in, error) && take_lines (in, in->records[lines], error);
}

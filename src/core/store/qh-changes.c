/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: what the user did, one transaction and one line in the undo list each. A change is
 * recorded (qh-recorder.c) and kept as a changeset in the same transaction; undo applies its
 * inverse, redo the changeset again, both in one transaction, also across runs. */
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the larger changes, this many bytes are kept to be undone. */
#define CHANGES_BYTES_MAX (64 * 1024 * 1024)
#define LARGE_CHANGE (64 * 1024)
/* The rows of changes out of reach are cleared away after so many more. */
#define TRIM_EVERY 64

static QhEntities
ledger_bits (guint lines)
{
  return lines > 0 ? QH_ENTITY_BIT (&qh_movement_entity) : 0;
}

/* --- Begin */

static void
forget_typing (QhStore *store)
{
  g_clear_pointer (&store->typing_recording, qh_recording_end);
  g_clear_pointer (&store->typing_key, g_free);
  store->typing_change = 0;
}

static void
clear_change (QhStore *store)
{
  QhChangeUnderWay *change = &store->change;

  g_clear_pointer (&change->recording, qh_recording_end);
  g_clear_pointer (&change->step, qh_recording_end);
  g_clear_pointer (&change->label, g_free);
  g_clear_pointer (&change->key, g_free);
  g_clear_pointer (&change->saved, g_hash_table_unref);
  g_clear_pointer (&change->meetings, g_hash_table_unref);
  g_clear_pointer (&change->plans, g_hash_table_unref);
  g_clear_pointer (&change->lines, g_ptr_array_unref);
  g_clear_pointer (&change->bulk, qh_bulk_free);
  change->depth = 0;
  change->broken = FALSE;
  change->continued = 0;
}

/* TRUE when the newest change of all is the one that is being typed on. */
static gboolean
is_typing_on (QhStore *store, const char *key)
{
  return key != NULL && g_strcmp0 (key, store->typing_key) == 0 &&
         qh_store_count (store, "SELECT max (id) FROM change", NULL) == store->typing_change;
}

/* What is typed on is undone as a whole, but told step by step. */
static void
start_recording (QhStore *store, const char *key)
{
  QhChangeUnderWay *change = &store->change;

  if (is_typing_on (store, key)) {
    change->recording = g_steal_pointer (&store->typing_recording);
    change->continued = store->typing_change;
    qh_recording_pause (change->recording, FALSE);
    change->step = qh_recording_start (store->recorder);
  } else {
    change->recording = qh_recording_start (store->recorder);
  }
  forget_typing (store);
}

static void
free_base (gpointer base)
{
  if (base != NULL)
    qh_snapshot_free (base);
}

static gboolean
begin (QhStore *store, const char *label, const char *key, GError **error)
{
  QhChangeUnderWay *change = &store->change;

  if (!qh_store_begin_transaction (store, error))
    return FALSE;
  start_recording (store, key);
  change->depth = 1;
  change->label = g_strdup (label);
  change->key = g_strdup (key);
  change->saved = g_hash_table_new_full (NULL, NULL, g_object_unref, free_base);
  change->meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  change->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  change->lines = g_ptr_array_new_with_free_func (qh_ledger_line_free);
  return TRUE;
}

static gboolean
refuse_broken (GError **error)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE,
                       _ ("The change was taken back, because a part of it failed."));
  return FALSE;
}

static gboolean
refuse_read_only (QhStore *store, GError **error)
{
  g_set_error (error, QH_ERROR, QH_ERROR_READ_ONLY, _ ("“%s” was opened for looking only."),
               store->path);
  return FALSE;
}

static gboolean
begin_or_join (QhStore *store, const char *label, const char *key, GError **error)
{
  if (store->read_only)
    return refuse_read_only (store, error);
  if (store->change.broken)
    return refuse_broken (error);
  if (store->change.depth == 0) {
    /* A store may stay open for weeks. */
    if (qh_clock_now (&store->clock) >= store->lapses_next)
      qh_ledger_lapse (store, NULL, NULL);
    return begin (store, label, key, error);
  }
  store->change.depth++;
  return TRUE;
}

gboolean
qh_store_begin (QhStore *store, const char *label, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  return begin_or_join (store, label, NULL, error);
}

gboolean
qh_store_continue (QhStore *store, const char *label, const char *key, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && key != NULL, FALSE);
  return begin_or_join (store, label, key, error);
}

/* --- Commit */

static gboolean
check_positions (QhStore *store, const char *meeting, GError **error)
{
  const char *sql = "SELECT count (*) = count (DISTINCT position)"
                    "  AND coalesce (min (position), 0) = 0"
                    "  AND coalesce (max (position) + 1, 0) = count (*)"
                    "  FROM segment WHERE meeting = ?1";

  if (qh_store_count (store, sql, (const char *[]){ meeting, NULL }) == 1)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("position: the segments of a meeting are numbered from 0 on, without a "
                          "gap"));
  return FALSE;
}

/* The laws that concern more than one row. */
static gboolean
check_laws (QhStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer meeting;

  g_hash_table_iter_init (&iter, store->change.meetings);
  while (g_hash_table_iter_next (&iter, &meeting, NULL))
    if (!check_positions (store, meeting, error))
      return FALSE;
  return qh_ledger_settle (store, error);
}

/* The oldest changes go; the newest, @id, is kept however large it is. */
static gboolean
trim_changes (QhStore *store, gint64 id, int size, GError **error)
{
  if (id % TRIM_EVERY == 0 &&
      !qh_store_run (store, error, "DELETE FROM change WHERE NOT (" QH_CHANGE_IN_REACH ")", NULL))
    return FALSE;
  return size < LARGE_CHANGE ||
         qh_store_run (store, error,
                       "DELETE FROM change WHERE id < (SELECT min (id) FROM"
                       "  (SELECT id, sum (size) OVER (ORDER BY id DESC) AS bytes FROM change)"
                       "  WHERE bytes <= " G_STRINGIFY (
                           CHANGES_BYTES_MAX) "  OR id = (SELECT max (id) FROM change))",
                       NULL);
}

/* Writes the line of the undo list: a new one, or the one that is continued. */
static gboolean
write_change (QhStore *store, const void *changeset, int size, gint64 *id, GError **error)
{
  const char *sql = store->change.continued != 0
                        ? "UPDATE change SET at = ?2, size = ?3, changeset = ?4 WHERE id = ?5"
                        : "INSERT INTO change (label, at, size, changeset)"
                          "  VALUES (?1, ?2, ?3, ?4)";
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, store->change.label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, qh_clock_now (&store->clock));
  sqlite3_bind_int (statement, 3, size);
  sqlite3_bind_blob (statement, 4, size > 0 ? changeset : "", size, SQLITE_STATIC);
  if (store->change.continued != 0)
    sqlite3_bind_int64 (statement, 5, store->change.continued);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_sqlite_set_error (error, store->db);
  qh_store_give_back (store, statement);
  *id = store->change.continued != 0 ? store->change.continued
                                     : sqlite3_last_insert_rowid (store->db);
  return ok;
}

static gboolean
record_change (QhStore *store, const void *changeset, int size, gint64 *id, GError **error)
{
  *id = 0;
  if (store->change.label == NULL)
    return TRUE;
  if (size == 0 && store->change.lines->len == 0 && store->change.continued == 0)
    return TRUE;
  return qh_store_run (store, error, "DELETE FROM change WHERE undone", NULL) &&
         write_change (store, changeset, size, id, error) && qh_ledger_note (store, *id, error) &&
         trim_changes (store, *id, size, error);
}

/* The recording of a change that can be typed on is kept, paused. */
static void
keep_typing (QhStore *store, gint64 id)
{
  if (store->change.key == NULL || id == 0)
    return;
  qh_recording_pause (store->change.recording, TRUE);
  store->typing_recording = g_steal_pointer (&store->change.recording);
  store->typing_key = g_steal_pointer (&store->change.key);
  store->typing_change = id;
}

/* What is told: of a change that is continued, only this step. */
static GByteArray *
take_told (QhStore *store, GByteArray *changeset, GError **error)
{
  if (store->change.step == NULL)
    return g_byte_array_ref (changeset);
  return qh_recording_take (store->change.step, error);
}

/* The changeset to be told, and the change's @id in the undo list, or 0; NULL on error. */
static GByteArray *
commit (QhStore *store, gint64 *id, GError **error)
{
  g_autoptr (GByteArray) changeset = NULL;
  g_autoptr (GByteArray) told = NULL;

  if (!qh_bulk_finish (store, error) || !check_laws (store, error) ||
      (changeset = qh_recording_take (store->change.recording, error)) == NULL ||
      !record_change (store, changeset->data, changeset->len, id, error) ||
      (told = take_told (store, changeset, error)) == NULL ||
      !qh_store_end_transaction (store, error))
    return NULL;
  return g_steal_pointer (&told);
}

/* A failed commit leaves what was typed in the records, so that it can be tried again. */
static void
take_back (QhStore *store, gboolean and_records)
{
  g_autoptr (GHashTable) saved = g_steal_pointer (&store->change.saved);
  GHashTableIter iter;
  gpointer record, base;

  qh_store_drop_transaction (store);
  clear_change (store);
  if (saved == NULL)
    return;
  g_hash_table_iter_init (&iter, saved);
  while (g_hash_table_iter_next (&iter, &record, &base))
    qh_live_go_back (store, record, base, and_records);
}

gboolean
qh_store_commit (QhStore *store, GError **error)
{
  g_autoptr (GHashTable) saved = NULL;
  g_autoptr (GByteArray) changeset = NULL;
  gint64 id = 0;
  QhEntities entities;
  gboolean differs, is_bulk;

  g_return_val_if_fail (QH_IS_STORE (store) && store->change.depth > 0, FALSE);
  if (store->change.broken) {
    store->change.depth--;
    if (store->change.depth == 0)
      clear_change (store);
    return refuse_broken (error);
  }
  if (store->change.depth > 1) {
    store->change.depth--;
    return TRUE;
  }
  is_bulk = store->change.bulk != NULL;
  changeset = commit (store, &id, error);
  if (changeset == NULL) {
    take_back (store, FALSE);
    return qh_store_fail (store, error);
  }
  differs = id != 0 || changeset->len > 0 || store->change.lines->len > 0;
  keep_typing (store, id);
  saved = g_steal_pointer (&store->change.saved);
  entities = ledger_bits (store->change.lines->len);
  clear_change (store);
  /* Of thousands of rows, to look anew is quicker than to look at each. */
  if (differs && is_bulk)
    qh_store_tell_anything (store);
  else if (differs)
    qh_store_tell (store, changeset->data, changeset->len, saved, entities);
  return TRUE;
}

void
qh_store_rollback (QhStore *store)
{
  g_return_if_fail (QH_IS_STORE (store));
  if (store->change.depth == 0)
    return;
  guint depth = store->change.depth - 1;
  if (!store->change.broken)
    take_back (store, TRUE);
  store->change.depth = depth;
  store->change.broken = depth > 0;
}

/* --- Undo and redo */

typedef struct {
  gint64 id;
  char *label;
  void *changeset;
  int size;
} Step;

static void
step_clear (Step *step)
{
  g_free (step->label);
  sqlite3_free (step->changeset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

/* The newest change that stands, or the oldest that was undone; id 0 when there is none. */
static gboolean
read_step (QhStore *store, gboolean redo, Step *step, GError **error)
{
  const char *sql = redo
                        ? "SELECT id, label, changeset FROM change WHERE undone ORDER BY id LIMIT 1"
                        : "SELECT id, label, changeset FROM change WHERE NOT undone"
                          "  AND " QH_CHANGE_IN_REACH " ORDER BY id DESC LIMIT 1";
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (qh_sqlite_step (statement, &failure)) {
    step->id = sqlite3_column_int64 (statement, 0);
    step->label = g_strdup ((const char *)sqlite3_column_text (statement, 1));
    step->size = sqlite3_column_bytes (statement, 2);
    step->changeset = sqlite3_malloc (MAX (step->size, 1));
    memcpy (step->changeset, sqlite3_column_blob (statement, 2) ?: "", step->size);
  }
  qh_store_give_back (store, statement);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (step->id == 0)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return step->id != 0;
}

static gboolean
invert (Step *step, GError **error)
{
  void *inverse = NULL;
  int size = 0;

  if (step->size == 0)
    return TRUE;
  if (sqlite3changeset_invert (step->size, step->changeset, &size, &inverse) != SQLITE_OK) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_DAMAGED, _ ("the undo list is damaged"));
    return FALSE;
  }
  sqlite3_free (step->changeset);
  step->changeset = inverse;
  step->size = size;
  return TRUE;
}

static gboolean
mark (QhStore *store, Step *step, gboolean undone, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, step->id);

  return qh_store_run (store, error,
                       undone ? "UPDATE change SET undone = 1 WHERE id = CAST (?1 AS INTEGER)"
                              : "UPDATE change SET undone = 0 WHERE id = CAST (?1 AS INTEGER)",
                       id, NULL);
}

/* Where lines are still waiting, what the ledger has against them is why. */
static gboolean
apply_records (QhStore *store, Step *step, GPtrArray *lines, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (qh_changeset_apply (store, step->changeset, step->size, &failure))
    return TRUE;
  if (failure->code != QH_ERROR_REFUSED || qh_ledger_append_lines (store, lines, TRUE, error))
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The ledger's lines and the records lean on each other in both directions: a copy comes back from
 * a client before he goes, and goes to a client after he is there. So lines are tried before the
 * records are changed, and those that could not be yet, after. */
static gboolean
apply (QhStore *store, Step *step, gboolean redo, guint *n_lines, GError **error)
{
  g_autoptr (GPtrArray) lines = redo ? qh_ledger_lines_again (store, step->id, error)
                                     : qh_ledger_counter_lines (store, step->id, error);

  if (lines == NULL)
    return FALSE;
  *n_lines = lines->len;
  return (redo || invert (step, error)) &&
         qh_sqlite_exec (store->db, "PRAGMA defer_foreign_keys = ON", error) &&
         qh_ledger_append_lines (store, lines, FALSE, error) &&
         apply_records (store, step, lines, error) &&
         qh_ledger_append_lines (store, lines, TRUE, error) && mark (store, step, !redo, error);
}

static void
explain (Step *step, gboolean redo, GError **error)
{
  if (error == NULL || (*error)->code != QH_ERROR_REFUSED)
    return;
  g_autoptr (GError) reason = g_steal_pointer (error);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               redo ? _ ("“%s” cannot be redone: %s") : _ ("“%s” cannot be undone: %s"),
               step->label, reason->message);
}

static gboolean
apply_and_commit (QhStore *store, Step *step, gboolean redo, guint *n_lines, GError **error)
{
  if (apply (store, step, redo, n_lines, error))
    return qh_store_end_transaction (store, error);
  explain (step, redo, error);
  return FALSE;
}

static gboolean
transact (QhStore *store, Step *step, gboolean redo, guint *n_lines, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!qh_store_begin_transaction (store, error))
    return FALSE;
  if (read_step (store, redo, step, &failure) &&
      apply_and_commit (store, step, redo, n_lines, &failure))
    return TRUE;
  qh_store_drop_transaction (store);
  g_propagate_error (error, g_steal_pointer (&failure));
  return qh_store_fail (store, error);
}

static gboolean
step_through (QhStore *store, gboolean redo, char **label, GError **error)
{
  g_auto (Step) step = { 0 };
  guint n_lines = 0;

  if (store->read_only)
    return refuse_read_only (store, error);
  forget_typing (store);
  if (!transact (store, &step, redo, &n_lines, error))
    return FALSE;
  if (label != NULL)
    *label = g_strdup (step.label);
  qh_store_tell (store, step.changeset, step.size, NULL, ledger_bits (n_lines));
  return TRUE;
}

gboolean
qh_store_undo (QhStore *store, char **label, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && store->change.depth == 0, FALSE);
  return step_through (store, FALSE, label, error);
}

gboolean
qh_store_redo (QhStore *store, char **label, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && store->change.depth == 0, FALSE);
  return step_through (store, TRUE, label, error);
}

static void
change_free (gpointer data)
{
  QhChange *change = data;

  g_free (change->label);
  g_free (change);
}

GPtrArray *
qh_store_list_changes (QhStore *store, guint max)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT label, at FROM change WHERE NOT undone AND " QH_CHANGE_IN_REACH
             " ORDER BY id DESC LIMIT ?1");

  sqlite3_bind_int64 (statement, 1, max);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    QhChange *change = g_new (QhChange, 1);
    change->label = g_strdup ((const char *)sqlite3_column_text (statement, 0));
    change->at = sqlite3_column_int64 (statement, 1);
    g_ptr_array_add (changes, change);
  }
  sqlite3_reset (statement);
  return changes;
}

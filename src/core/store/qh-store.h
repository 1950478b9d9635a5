/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-clock.h"
#include "base/qh-error.h"
#include "model/qh-model.h"
#include "model/qh-plan.h"
#include "store/qh-migration.h"
#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The store: one SQLite file that holds everything. It owns the writing connection, keeps one live
 * object per row (weakly), and records every user action as one change that can be undone. */
#define QH_TYPE_STORE (qh_store_get_type ())
G_DECLARE_FINAL_TYPE (QhStore, qh_store, QH, STORE, GObject)

typedef enum {
  QH_STORE_CREATE = 1 << 0, /* make the store (and its folder) when it does not exist */
  QH_STORE_READ_ONLY = 1 << 1, /* for looking only; an older store is shown through a copy */
} QhStoreFlags;

/* Signals:
 *   "changed" (guint64 entities): once after every change that was committed, undone or redone,
 * here or by another process; a set of the entities it touched (QH_ENTITY_BIT; all bits: anything).
 *     Live records have been brought up to date before it.
 * Properties: "can-undo", "can-redo" (boolean), "undo-label", "redo-label" (string or NULL).
 */

/* Opens @path (in-memory for ":memory:"). Errors: QH_ERROR_NOT_FOUND, _NEWER, _DAMAGED, _READ_ONLY,
 * _FULL, _STORE; a damaged or newer store is not touched. */
QhStore *qh_store_open (const char *path, QhStoreFlags flags, const QhClock *clock, GError **error);

/* The same, for somebody who waits (@watch, nullable) where an older store is brought up to date.
 */
QhStore *qh_store_open_watched (const char *path, QhStoreFlags flags, const QhClock *clock,
                                const QhMigrationWatch *watch, GError **error);

/* The app's own store, `quarterhour/quarterhour.db` in the user's data folder. */
char *qh_store_default_path (void);

const char *qh_store_get_path (QhStore *store);
const QhClock *qh_store_get_clock (QhStore *store);
/* What exchange keeps with an open store, and nothing else does: freed with it. */
void qh_store_set_keepsake (QhStore *store, gpointer keepsake, GDestroyNotify free_keepsake);
gpointer qh_store_get_keepsake (QhStore *store);
/* The writing connection, for SQL where one sees it (queries only outside the store). */
sqlite3 *qh_store_get_db (QhStore *store);
/* A prepared statement kept by the store: reset and with cleared bindings. @sql must be static. Its
 * errors are programming errors. (transfer none) */
sqlite3_stmt *qh_store_prepare (QhStore *store, const char *sql);
/* Whether there is not one client, meeting, content item, friction or promise. */
gboolean qh_store_is_empty (QhStore *store);
/* Looks whether another process wrote, and if so brings live records up to date and emits
 * "changed". The app calls it now and then and when its window is focused. */
gboolean qh_store_poll (QhStore *store);

/* --- Records. Each returned record is (transfer full); one live object per row. */

/* QH_ERROR_NOT_FOUND when there is no such row. */
QhRecord *qh_store_get (QhStore *store, const QhEntity *entity, const char *id, GError **error);
/* The record with @id, of whichever entity. */
QhRecord *qh_store_find (QhStore *store, const char *id, GError **error);
/* Takes back what was changed in @record, a live one, and not saved: it is as its row again. */
void qh_store_revert (QhStore *store, QhRecord *record);
/* The record of @entity that @name_or_id names: by id, else by the folded text of its title field.
 * An ambiguous name is QH_ERROR_INVALID and lists the candidates. */
QhRecord *qh_store_resolve (QhStore *store, const QhEntity *entity, const char *name_or_id,
                            GError **error);
/* Reads records: @tail is what follows `SELECT … FROM <entity>` ("WHERE client = ?1 ORDER BY said
 * DESC, id DESC"), @values (may be NULL) its text parameters ended by NULL. For what is bounded by
 * nature (one client's); long lists are QhListModel. (transfer container with its records) */
GPtrArray *qh_store_select (QhStore *store, const QhEntity *entity, const char *tail,
                            const char *const *values, GError **error);
/* One whole number; QH_NONE when there is no row or it is NULL. */
gint64 qh_store_count (QhStore *store, const char *sql, const char *const *values);

/* --- Changes. Everything that is saved between begin and commit is one change, with one label
 * ("Move segment", translated) in the undo list, one transaction. A begin inside a change joins it.
 * A change without a label (NULL) keeps what cannot be taken back, like what has left the house: it
 * is no step of undo, and touches nothing that one might find changed.
 */

gboolean qh_store_begin (QhStore *store, const char *label, GError **error);
/* As begin, but what is committed becomes part of the newest change, still one step of undo, where
 * that was begun here with the same @key and nothing was done or undone since: a person types on in
 * one field. A @key names one such session ("meeting-id output 3"); it is not kept across runs. */
gboolean qh_store_continue (QhStore *store, const char *label, const char *key, GError **error);
gboolean qh_store_commit (QhStore *store, GError **error);
/* Takes the whole change back; records that were saved in it are read again from the store. */
void qh_store_rollback (QhStore *store);

/* Inserts or updates @record inside a change (without one: as a change of its own, labelled by the
 * entity). A new record gets its id and `created`; `modified` is set when anything differs; a
 * record that does not differ is not written. */
gboolean qh_store_save (QhStore *store, QhRecord *record, GError **error);
/* Deletes @record with what dies with it; QH_ERROR_REFUSED names what blocks it. */
gboolean qh_store_delete (QhStore *store, QhRecord *record, GError **error);
/* As delete, and takes with it everything that refers to it, ledger lines excepted: for a client
 * with history. One change. */
gboolean qh_store_delete_all (QhStore *store, QhRecord *record, GError **error);
/* What qh_store_delete_all would take along, for people: "3 meetings, 2 contacts"; NULL: nothing.
 */
char *qh_store_describe_dependants (QhStore *store, QhRecord *record);

/* Undo and redo, across runs. QH_ERROR_REFUSED when there is nothing, or a law says no (with the
 * reason). The label of what was done comes back in @label (nullable, transfer full). */
gboolean qh_store_undo (QhStore *store, char **label, GError **error);
gboolean qh_store_redo (QhStore *store, char **label, GError **error);
typedef struct {
  char *label;
  gint64 at;
} QhChange;
/* Newest first, at most @max. (QhChange, transfer full) */
GPtrArray *qh_store_list_changes (QhStore *store, guint max);

/* While "changed" is emitted: the changeset (as of sqlite3session) of what was just done, redone,
 * or undone (then as it was applied), so that lists need not look at every row. NULL when it is not
 * known: another process, or too large to be kept. (transfer none) */
const void *qh_store_peek_changeset (QhStore *store, int *size);

/* --- Plans */

/* A meeting with its segments and attendees. */
QhPlan *qh_store_load_plan (QhStore *store, const char *meeting, GError **error);
/* Saves the meeting, every segment and attendee that differs, and deletes those that are gone from
 * @plan, as one change labelled @label. On error the change is rolled back. */
gboolean qh_store_save_plan (QhStore *store, QhPlan *plan, const char *label, GError **error);

/* --- Settings that belong to the data: plain text by key (qh-settings.h names the keys). */

char *qh_store_get_setting (QhStore *store, const char *key);
gboolean qh_store_set_setting (QhStore *store, const char *key, const char *value, GError **error);

G_END_DECLS

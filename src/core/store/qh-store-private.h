/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include "record/qh-snapshot.h"
#include "store/qh-recorder.h"
#include "store/qh-sqlite.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What the files of the store share; nobody else includes this. */

typedef struct _QhOffers QhOffers;
typedef struct _QhBulk QhBulk;

/* A change under way, between begin and commit. */
typedef struct {
  guint depth; /* how many begins it joins; 0: there is none */
  gboolean broken; /* taken back from within: what follows is refused until the last end */
  char *label;
  char *key; /* of qh_store_continue, or NULL */
  gint64 continued; /* the change in the undo list that this one becomes part of, or 0 */
  QhRecording *recording;
  QhRecording *step; /* of a continued change: this step of it alone; else NULL */
  GHashTable
      *saved; /* the records saved in it, each with its row before it (QhSnapshot), or NULL */
  GHashTable *meetings; /* ids of meetings whose segments were touched */
  GHashTable *plans; /* plans whose reservations are to be looked at (qh_ledger_touch) */
  gboolean restates; /* an edition may change that somebody else issued */
  GPtrArray *lines; /* what was appended to the ledger, in order (qh-ledger.c) */
  QhBulk *bulk; /* what is put off to its end (qh-bulk.c), or NULL */
} QhChangeUnderWay;

struct _QhStore {
  GObject parent_instance;

  char *path;
  QhClock clock;
  gint64 lapses_next; /* when reservations are to be looked at again: the next midnight */
  GHashTable *lapsed; /* ids of items of which a reservation has lapsed since it was opened */
  sqlite3 *db;
  gboolean read_only;
  gint64 data_version;
  GHashTable *statements; /* by their SQL; those that are not in use */
  GHashTable *texts; /* SQL that is made once: QhMakeSql → GPtrArray by entity */
  GHashTable *live; /* QhLive by id */

  QhRecorder *recorder; /* NULL: opened for looking only */
  QhChangeUnderWay change;
  gboolean in_transaction; /* begun, and neither committed nor rolled back by us */
  GError *failure; /* a query failed whose answer a change rests on: it is not committed */
  char *undo_label;
  char *redo_label;
  /* The newest change while it can be continued. */
  QhRecording *typing_recording;
  char *typing_key;

  gpointer keepsake; /* of a layer above */
  GDestroyNotify free_keepsake;
  gint64 typing_change;

  /* While "changed" is emitted. */
  const void *changeset;
  int changeset_size;

  /* What the design review needs besides records, as last read (qh-gather.c). */
  QhHouseRules *house_rules;
  char *house_rules_stamp;
  QhPhrases *phrases;
  QhOffers *offers; /* as last listed (qh-offers.c), or NULL */
};

/* --- Statements (qh-store.c) */

/* Every transaction begins and ends here. SQLite may roll one back by itself when the disk fails:
 * then nothing is written any more until it is ended. */
gboolean qh_store_begin_transaction (QhStore *store, GError **error);
gboolean qh_store_end_transaction (QhStore *store, GError **error);
void qh_store_drop_transaction (QhStore *store);

/* FALSE when the transaction is gone. */
gboolean qh_store_check_transaction (QhStore *store, GError **error);

/* What can be undone: this many changes. The rows of older ones are cleared away many at a time,
 * because each would cost a save a page of the file or two. */
#define QH_CHANGES_MAX 500
#define QH_CHANGE_IN_REACH "id > (SELECT max (id) FROM change) - " G_STRINGIFY (QH_CHANGES_MAX)

/* A statement that nobody else uses until it is given back, which resets it. */
sqlite3_stmt *qh_store_borrow (QhStore *store, const char *sql, GError **error);
void qh_store_give_back (QhStore *store, sqlite3_stmt *statement);

/* Runs @sql, which returns no rows, with text parameters ended by NULL. */
gboolean qh_store_run (QhStore *store, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;

/* FALSE, for a change that fails with @error; where a query failed before, that is the reason. */
gboolean qh_store_fail (QhStore *store, GError **error);

/* The labels of undo and redo, as the store now has them; notifies those that changed. */
void qh_store_look_at_changes (QhStore *store);

void qh_gather_clear (QhStore *store);

/* What @make says of @entity, which is put together once and then kept. */
typedef char *(*QhMakeSql) (const QhEntity *entity);
const char *qh_store_sql (QhStore *store, QhMakeSql make, const QhEntity *entity);

/* --- Many records (qh-bulk.c) */

/* Does what was put off. */
gboolean qh_bulk_finish (QhStore *store, GError **error);
void qh_bulk_free (QhBulk *bulk);
/* Who works with the store, as it says. */
const char *qh_bulk_author (QhBulk *bulk);

/* --- What can be given (qh-offers.c) */

/* An item in few figures: there may be thousands. */
typedef struct {
  char id[37];
  int modality, rarity;
  gint64 edition, out;
  gboolean is_left; /* a copy, or there is no end of them */
  int product; /* scarcity */
} QhCandidate;

/* Every item whose window is open on @day and that is not retired, in no order. */
GArray *qh_candidates_list (QhStore *store, const char *day, GError **error);
/* As qh_scarcity_compare. */
int qh_candidate_compare (gconstpointer a, gconstpointer b);

typedef struct {
  QhContent *content;
  QhStanding *standing; /* of the client, and of no meeting */
} QhOffer;

void qh_offer_free (QhOffer *offer);

/* What @client could be given on @day: items in their window with a copy left and room for one more
 * of his. The scarcest first; of each modality a few dozen at most. (QhOffer; transfer container)
 */
GPtrArray *qh_offers_list (QhStore *store, const char *client, const char *day, GError **error);

/* After content or the ledger has changed. */
void qh_offers_clear (QhStore *store);

/* --- Live records (qh-live.c) */

void qh_live_init (QhStore *store);
void qh_live_clear (QhStore *store);

/* The live record with @id, borrowed; NULL. */
QhRecord *qh_live_find (QhStore *store, const char *id);
/* The values of @record as they stand in the store; NULL when it is not the live record. */
QhSnapshot *qh_live_base (QhStore *store, QhRecord *record);
/* Makes @record, whose values are those of its row, the live one; or notes its row's new values. */
void qh_live_keep (QhStore *store, QhRecord *record);
void qh_live_drop (QhStore *store, const char *id);
/* Reads a live record's row again, and lets the record go when there is none. */
void qh_live_refresh (QhStore *store, QhRecord *record);
/* The row of a live record is again what it was, @base; NULL: there is none any more. The record
 * says so too when @and_record, else what it says has yet to be saved. */
void qh_live_go_back (QhStore *store, QhRecord *record, QhSnapshot *base, gboolean and_record);
/* Every live record, or those of one entity (transfer container with its records). */
GPtrArray *qh_live_list (QhStore *store, const QhEntity *entity);

/* --- Rows (qh-records.c) */

/* Reads the row of @id into a new record that is not the live one; NULL without an error when there
 * is no such row. */
QhRecord *qh_store_read_row (QhStore *store, const QhEntity *entity, const char *id,
                             GError **error);

/* The field of @entity whose folded text stands in the column `FIELD_key`, after those in @previous
 * (NULL: the first); NULL when there is none. */
const QhField *qh_store_next_keyed (const QhEntity *entity, const QhField *previous);

/* What stands in such a column for @text (nullable). */
char *qh_store_fold_key (const char *text);

/* --- Saving (qh-save.c) */

typedef enum {
  QH_SAVE_AS_IT_IS = 1 << 0, /* a segment's place is the caller's affair */
} QhSaveFlags;

/* Saves inside the change under way. */
gboolean qh_store_write (QhStore *store, QhRecord *record, QhSaveFlags flags, GError **error);

/* What the store adds to a new record: its id, its times, a meeting's zone. */
void qh_store_complete (QhStore *store, QhRecord *record);

/* The row now says what @record says: the identity map and the change know it. */
void qh_store_keep (QhStore *store, QhRecord *record);

/* Inserts the row of @record as it is. */
gboolean qh_store_insert_row (QhStore *store, QhRecord *record, GError **error);

/* Moves the segments of @meeting behind @position up by one. */
gboolean qh_store_close_gap (QhStore *store, const char *meeting, gint64 position, GError **error);

/* Runs @work inside the change under way, or as a change of its own called @label. */
typedef gboolean (*QhStoreWork) (QhStore *store, QhRecord *record, GError **error);
gboolean qh_store_do (QhStore *store, const char *label, QhStoreWork work, QhRecord *record,
                      GError **error);

/* Sets the error for a write of @record that the database refused. */
void qh_store_set_write_error (QhStore *store, QhRecord *record, GError **error);

/* Deletes a segment or an attendee of a plan, inside the change under way; the places of the other
 * segments are the caller's affair. (qh-relations.c) */
gboolean qh_store_delete_part (QhStore *store, QhRecord *record, GError **error);

/* --- Changesets (qh-changeset.c) */

typedef struct {
  QhEntities entities;
  GPtrArray *ids; /* of every row in it */
  GPtrArray *deleted_clients;
  GPtrArray *deleted_content;
  gboolean moves_people; /* a client, contact or meeting comes or goes */
} QhChangesetInfo;

QhChangesetInfo *qh_changeset_info_new (const void *changeset, int size);
void qh_changeset_info_free (QhChangesetInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhChangesetInfo, qh_changeset_info_free)

/* The tables that undo concerns, ended by NULL, those that refer before those referred to. */
const char *const *qh_changeset_tables (void);

/* Applies a changeset, inside a transaction; all or nothing. */
gboolean qh_changeset_apply (QhStore *store, const void *changeset, int size, GError **error);

/* Brings all live records up to date, and tells everyone that anything may be another. */
void qh_store_tell_anything (QhStore *store);

/* Brings live records up to date after @changeset (NULL: none), but not those in @but (nullable),
 * and tells everyone; @entities are those touched besides. */
void qh_store_tell (QhStore *store, const void *changeset, int size, GHashTable *but,
                    QhEntities entities);

/* --- The ledger (qh-ledger.c) */

/* A line as it was appended. */
typedef struct {
  QhMovement *movement;
  gboolean reserved; /* a delivery that used up a reservation */
  char *held; /* the meeting for which the copy was held before, or NULL */
} QhLedgerLine;

void qh_ledger_line_free (gpointer line);

/* A new line of now. (transfer full) */
QhMovement *qh_ledger_new_line (QhStore *store, QhMovementKind kind, const char *content,
                                const char *client, const char *meeting);

/* Appends @movement, new: finds its copy number where it has none. */
gboolean qh_ledger_append (QhStore *store, QhMovement *movement, GError **error);

/* Of a plan, which may lie outside the item's window. */
gboolean qh_ledger_append_planned (QhStore *store, QhMovement *movement, GError **error);

/* Whether the item of @movement can be had on the day that it is about. */
gboolean qh_ledger_check_window (QhStore *store, QhMovement *movement, GError **error);

/* Appends @movement, which lacks nothing, in the change under way. */
gboolean qh_ledger_append_as_it_is (QhStore *store, QhMovement *movement, GError **error);

/* Inserts @movement, which no change keeps. */
gboolean qh_ledger_insert (QhStore *store, QhMovement *movement, GError **error);

/* QH_NONE: unlimited. */
gint64 qh_ledger_edition (QhStore *store, const char *content);

/* How much of an item without numbers is reserved for a client. */
gint64 qh_ledger_count_reserved (QhStore *store, const char *content, const char *client);

/* After @content was saved with another edition: appends the adjustment. */
gboolean qh_ledger_adjust (QhStore *store, QhContent *content, gint64 edition_before,
                           GError **error);

/* "Reserve “Benchmark report”": @format with the title of @content in the place of its %s. */
char *qh_ledger_label (QhStore *store, const char *format, const char *content);

/* Takes the client (nullable) off the list. (qh-ledger-waiting.c) */
gboolean qh_ledger_stop_waiting (QhStore *store, const char *content, const char *client,
                                 GError **error);

/* --- What plans hold (qh-ledger-plan.c) */

/* Whether a meeting of this status is still to be held. */
gboolean qh_ledger_is_open (int status);

/* The plan of @meeting changed in what it says of @content (NULL: of all). */
void qh_ledger_touch (QhStore *store, const char *meeting, const char *content);

/* Reserves what the plans touched by the change under way hold, releases what they let go. */
gboolean qh_ledger_settle (QhStore *store, GError **error);

/* Releases every reservation of @meeting; @reason may be NULL. */
gboolean qh_ledger_release (QhStore *store, const char *meeting, const char *reason,
                            GError **error);

/* Releases every reservation for @client. */
gboolean qh_ledger_release_client (QhStore *store, const char *client, GError **error);

/* Releases what of an unlimited item was reserved for whom it is delivered to. */
gboolean qh_ledger_use_up (QhStore *store, QhMovement *delivery, GError **error);

/* The instant before which a meeting is long past. */
gint64 qh_ledger_lapse_limit (QhStore *store);

/* --- Undo and redo of the ledger (qh-ledger-undo.c) */

/* What takes back a line of this kind, and such a line, of now. (transfer full) */
QhMovementKind qh_ledger_counter_kind (int kind);
QhMovement *qh_ledger_counter_line (QhStore *store, QhMovement *from, QhMovementKind kind);

/* Writes the lines of the change under way into the undo list, beside the change @change. */
gboolean qh_ledger_note (QhStore *store, gint64 change, GError **error);
/* Whether the edition of @content is this store's to change. */
gboolean qh_ledger_check_issuer (QhStore *store, QhContent *content, GError **error);

/* The lines that undo (or redo) of @change has to append, oldest first. (transfer container) */
GPtrArray *qh_ledger_counter_lines (QhStore *store, gint64 change, GError **error);
GPtrArray *qh_ledger_lines_again (QhStore *store, gint64 change, GError **error);

/* Appends what of @lines the law allows now, and takes it out of @lines; a release of what has
 * lapsed meanwhile is done already. FALSE when the last try, @finally, leaves any. */
gboolean qh_ledger_append_lines (QhStore *store, GPtrArray *lines, gboolean finally,
                                 GError **error);

/* --- What the ledger refuses, in words (qh-ledger-words.c) */

/* Whether the client may have one more of @content, after he gave @back. */
gboolean qh_ledger_check_per_client (QhStore *store, const char *content, const char *client,
                                     int back, GError **error);

/* Whether @db's last error is the ledger's refusal. */
gboolean qh_ledger_is_refusal (sqlite3 *db);
/* Sets the error for a refusal of the database, or for one by its @code. */
void qh_ledger_set_error (QhStore *store, QhMovement *movement, GError **error);
void qh_ledger_set_refusal (QhStore *store, QhMovement *movement, const char *code, GError **error);
void qh_ledger_set_edition_error (QhStore *store, QhContent *content, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-list-model.h"

G_BEGIN_DECLS

/* The ledger of content items: how much there is, who has which copy, who waits, and what one does
 * with it. The law stands in the database (data/sql/0001-ledger.sql): edition = available +
 * reserved + delivered + away, and available is never below 0. What the law refuses is
 * QH_ERROR_REFUSED and names the item, the numbers and the holder.
 *
 * Items, clients and meetings are given by their ids. What moves something is one change with a
 * label, or joins the change under way. The store's "changed" then has the bit of
 * qh_movement_entity. */

/* --- Looking */

typedef struct {
  gint64 edition; /* QH_NONE: unlimited */
  gint64 available; /* QH_NONE: without end */
  gint64 reserved, delivered, away;
} QhLedgerCounts;

/* QH_ERROR_NOT_FOUND when there is no such item. In SQL: the view `ledger` (content, edition,
 * available, reserved, delivered, away), one row an item. */
gboolean qh_ledger_count (QhStore *store, const char *content, QhLedgerCounts *counts,
                          GError **error);

typedef enum { QH_COPY_RESERVED = 1, QH_COPY_DELIVERED, QH_COPY_AWAY } QhCopyState;

/* A numbered copy that is out. */
typedef struct {
  gint64 number;
  QhCopyState state;
  char *client; /* id, or NULL */
  char *meeting; /* id, or NULL: by hand */
  char *person; /* away: to whom it was handed on, where that is known */
  char *movement; /* id of the line that put it there; NULL: never here, of an edition that somebody
                   * else issued */
} QhCopy;

/* Those of a limited edition that are reserved, delivered or away, by number; the others are
 * available. (QhCopy, transfer full) */
GPtrArray *qh_ledger_list_copies (QhStore *store, const char *content, GError **error);

/* What is reserved for @meeting, as the lines that would deliver it, not saved. (QhMovement,
 * transfer container with its records) */
GPtrArray *qh_ledger_list_reserved (QhStore *store, const char *meeting, GError **error);

/* The lines of an item, a window over them, in the order of the ledger, or backwards. (QhMovement)
 */
QhListModel *qh_ledger_list_lines (QhStore *store, const char *content, gboolean newest_first);

/* --- Moving copies */

/* A new line, not saved; @client may be NULL where @meeting says who it is, @meeting where it is by
 * hand. Its other fields (contact, reason, reaction, opened, copies of an unlimited item) are the
 * caller's to set. (transfer full) */
QhMovement *qh_ledger_line (QhMovementKind kind, const char *content, const char *client,
                            const char *meeting);

/* Appends @line: reserve, deliver (uses up the client's own reservation), release, return, adjust
 * (`copies` more or fewer, with a reason). Its copy's number stands in it afterwards. Whoever gets
 * a copy leaves the waiting list. */
gboolean qh_ledger_move (QhStore *store, QhMovement *line, GError **error);

/* Makes the edition of @content @edition copies (QH_NONE: unlimited), with a reason, which is
 * required where it was limited and stays so. */
gboolean qh_ledger_set_edition (QhStore *store, const char *content, gint64 edition,
                                const char *reason, GError **error);

/* Takes a wrong @line back by a counter-line with a @reason. Only the newest line of a copy can be
 * taken back, and none of a transfer. */
gboolean qh_ledger_correct (QhStore *store, QhMovement *line, const char *reason, GError **error);

/* Says how the client took what @delivery gave him (@reaction 1 to 5, or QH_NONE) and what it led
 * to (@opened, or NULL): the delivery is taken back and made again, at its own time. */
gboolean qh_ledger_note_reaction (QhStore *store, QhMovement *delivery, gint64 reaction,
                                  const char *opened, GError **error);

/* --- Waiting */

/* Saves @waiting, new, with its item and client (`since` none: now). Refused while copies are to be
 * had that nobody waits for, for an unlimited item, and for who has as many as he may. */
gboolean qh_ledger_join (QhStore *store, QhWaiting *waiting, GError **error);
gboolean qh_ledger_leave (QhStore *store, const char *content, const char *client, GError **error);

/* Who waits for @content, longest first. (QhWaiting, transfer container with its records) */
GPtrArray *qh_ledger_list_waiting (QhStore *store, const char *content, GError **error);

/* Who can be offered a copy of @content (NULL: of any item) now: as many of those who waited
 * longest as there are copies available. (QhWaiting, transfer container with its records) */
GPtrArray *qh_ledger_list_offers (QhStore *store, const char *content, GError **error);

/* Reserves a copy for who waits, where he plans the item in a meeting for that one, and takes him
 * off the list. Refused when it is not his turn. */
gboolean qh_ledger_accept (QhStore *store, QhWaiting *waiting, GError **error);

/* --- Lapse */

/* Releases what is reserved for meetings that were to be more than 14 days ago and were neither
 * held, moved nor cancelled; @n (nullable) copies. No step of undo. Done whenever a store is opened
 * for writing, and before the first change of a day. */
gboolean qh_ledger_lapse (QhStore *store, guint *n, GError **error);

/* Whether a reservation of @content has lapsed since the store was opened, or by its opening: what
 * is free by that has not been offered yet. */
gboolean qh_ledger_has_lapsed (QhStore *store, const char *content);

/* How much of an item is reserved still, but will be released by the next that lapses. */
gint64 qh_ledger_count_lapsed (QhStore *store, const char *content);

G_END_DECLS

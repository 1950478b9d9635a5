/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan holds: an item that comes into a meeting is reserved where a copy is to be had, and
 * what the plan lets go is released; so is what was reserved for a meeting long past. */
#include "design/qh-standing.h"
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

#define OPEN_STATUS "('draft', 'submitted', 'approved')"

gboolean
qh_ledger_is_open (int status)
{
  return status == QH_MEETING_STATUS_DRAFT || status == QH_MEETING_STATUS_SUBMITTED ||
         status == QH_MEETING_STATUS_APPROVED;
}

/* --- What is reserved */

/* Numbered or not, for one meeting, or one client (of one item, ?2). */
#define RESERVATIONS(column)                                                                    \
  "SELECT content, client, meeting, number, 1 FROM holding"                                     \
  "  WHERE state = 'reserved' AND " column " = ?1 "                                             \
  "UNION ALL "                                                                                  \
  "SELECT content, client, meeting, NULL, sum (iif (kind = 'reserve', copies, -copies)) AS n"   \
  "  FROM movement WHERE " column " = ?1 AND number IS NULL AND kind IN ('reserve', 'release')" \
  "  GROUP BY content, client, meeting HAVING n > 0"

/* As lines that would release it. */
static GPtrArray *
list_reservations (QhStore *store, const char *sql, const char *id, const char *content,
                   GError **error)
{
  g_autoptr (GPtrArray) releases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (content != NULL)
    sqlite3_bind_text (statement, 2, content, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    QhMovement *release = qh_ledger_new_line (store, QH_MOVEMENT_KIND_RELEASE,
                                              (const char *)sqlite3_column_text (statement, 0),
                                              (const char *)sqlite3_column_text (statement, 1),
                                              (const char *)sqlite3_column_text (statement, 2));
    if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
      qh_record_set_int ((QhRecord *)release, "number", sqlite3_column_int64 (statement, 3));
    qh_record_set_int ((QhRecord *)release, "copies", sqlite3_column_int64 (statement, 4));
    g_ptr_array_add (releases, release);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&releases);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
qh_ledger_list_reserved (QhStore *store, const char *meeting, GError **error)
{
  GPtrArray *lines = list_reservations (store, RESERVATIONS ("meeting"), meeting, NULL, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    qh_record_set_int (lines->pdata[i], "kind", QH_MOVEMENT_KIND_DELIVER);
  return lines;
}

/* --- Releasing */

/* Without numbers, what was reserved for one meeting may have been let go by another line. */
static gboolean
release_line (QhStore *store, QhMovement *line, const char *reason, GError **error)
{
  gint64 copies = line->copies;

  if (line->number == QH_NONE)
    copies = MIN (copies, qh_ledger_count_reserved (store, line->content, line->client));
  if (copies <= 0)
    return TRUE;
  qh_record_set_int ((QhRecord *)line, "copies", copies);
  qh_record_set_string ((QhRecord *)line, "reason", reason);
  return qh_ledger_append_as_it_is (store, line, error);
}

static gboolean
release_all (QhStore *store, GPtrArray *releases, const char *reason, GError **error)
{
  if (releases == NULL)
    return FALSE;
  for (guint i = 0; i < releases->len; i++)
    if (!release_line (store, g_ptr_array_index (releases, i), reason, error))
      return FALSE;
  return TRUE;
}

gboolean
qh_ledger_release (QhStore *store, const char *meeting, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) releases =
      list_reservations (store, RESERVATIONS ("meeting"), meeting, NULL, error);

  return release_all (store, releases, reason, error);
}

gboolean
qh_ledger_release_client (QhStore *store, const char *client, GError **error)
{
  g_autoptr (GPtrArray) releases =
      list_reservations (store, RESERVATIONS ("client"), client, NULL, error);

  return release_all (store, releases, NULL, error);
}

static gboolean
use_up_for (QhStore *store, GPtrArray *releases, const char *meeting, gboolean that_meeting,
            gint64 *copies, GError **error)
{
  for (guint i = 0; i<releases->len && * copies> 0; i++) {
    QhMovement *line = g_ptr_array_index (releases, i);
    if ((g_strcmp0 (line->meeting, meeting) == 0) != that_meeting)
      continue;
    qh_record_set_int ((QhRecord *)line, "copies", MIN (*copies, line->copies));
    *copies -= line->copies;
    if (!release_line (store, line, NULL, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
qh_ledger_use_up (QhStore *store, QhMovement *delivery, GError **error)
{
  g_autoptr (GPtrArray) releases = list_reservations (
      store, RESERVATIONS ("content = ?2 AND client"), delivery->client, delivery->content, error);
  gint64 copies = delivery->copies;

  return releases != NULL &&
         use_up_for (store, releases, delivery->meeting, TRUE, &copies, error) &&
         use_up_for (store, releases, delivery->meeting, FALSE, &copies, error);
}

/* --- A plan and what it holds */

/* A meeting, or one item in it, whose plan a change touched. */
typedef struct {
  char *meeting;
  char *content; /* NULL: every item */
  char *client; /* whom the meeting is with; NULL: there is no such meeting any more */
  gboolean open, cancelled;
} Touched;

static void
touched_clear (Touched *touched)
{
  g_free (touched->meeting);
  g_free (touched->content);
  g_free (touched->client);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, touched_clear)

static void
read_touched (QhStore *store, const char *key, Touched *touched)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);
  g_autoptr (QhRecord) row = qh_store_read_row (store, &qh_meeting_entity, parts[0], NULL);
  QhMeeting *meeting = (QhMeeting *)row;

  touched->meeting = g_strdup (parts[0]);
  touched->content = parts[1][0] != '\0' ? g_strdup (parts[1]) : NULL;
  touched->client = row != NULL ? g_strdup (meeting->client) : NULL;
  touched->open = row != NULL && qh_ledger_is_open (meeting->status);
  touched->cancelled = row != NULL && meeting->status == QH_MEETING_STATUS_CANCELLED;
}

void
qh_ledger_touch (QhStore *store, const char *meeting, const char *content)
{
  g_hash_table_add (store->change.plans,
                    g_strdup_printf ("%s %s", meeting, content != NULL ? content : ""));
}

static gboolean
is_planned (QhStore *store, const char *meeting, const char *content)
{
  return qh_store_count (store, "SELECT count (*) FROM segment WHERE meeting = ?1 AND content = ?2",
                         (const char *[]){ meeting, content, NULL }) > 0;
}

/* Reserved for nothing now: the meeting is cancelled, or with somebody else, or none of its
 * segments carries the item any more. */
static gboolean
is_let_go (QhStore *store, const Touched *touched, QhMovement *release)
{
  if (touched->content != NULL && !g_str_equal (touched->content, release->content))
    return FALSE;
  if (touched->cancelled || g_strcmp0 (release->client, touched->client) != 0)
    return TRUE;
  return touched->content != NULL && !is_planned (store, touched->meeting, release->content);
}

static gboolean
let_go (QhStore *store, const Touched *touched, GError **error)
{
  g_autoptr (GPtrArray) releases =
      list_reservations (store, RESERVATIONS ("meeting"), touched->meeting, NULL, error);

  if (releases == NULL)
    return FALSE;
  for (guint i = 0; i < releases->len; i++) {
    QhMovement *line = g_ptr_array_index (releases, i);
    if (is_let_go (store, touched, line) && !release_line (store, line, NULL, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether the change says itself what becomes of the item in the meeting: an importer knows. */
static gboolean
is_said (QhStore *store, const Touched *touched, const char *content)
{
  GPtrArray *lines = store->change.lines;

  for (guint i = 0; i < lines->len; i++) {
    QhMovement *line = ((QhLedgerLine *)g_ptr_array_index (lines, i))->movement;
    if (g_strcmp0 (line->meeting, touched->meeting) == 0 && g_str_equal (line->content, content) &&
        g_strcmp0 (line->client, touched->client) == 0)
      return TRUE;
  }
  return FALSE;
}

/* How much of ?1 is reserved or given through the meeting ?2. */
#define HAS_FOR_MEETING                                                          \
  "SELECT (SELECT count (*) FROM holding WHERE content = ?1 AND meeting = ?2)"   \
  "  + coalesce ((SELECT sum (CASE kind WHEN 'reserve' THEN copies"              \
  "    WHEN 'release' THEN -copies WHEN 'deliver' THEN copies ELSE -copies END)" \
  "    FROM movement WHERE meeting = ?2 AND content = ?1 AND number IS NULL), 0)"

static gboolean
has_for_meeting (QhStore *store, const Touched *touched, const char *content)
{
  return qh_store_count (store, HAS_FOR_MEETING,
                         (const char *[]){ content, touched->meeting, NULL }) > 0;
}

/* As the line that would release it: what is reserved for the client by hand. NULL without an error
 * when there is nothing. */
static QhMovement *
find_by_hand (QhStore *store, const Touched *touched, const char *content, GError **error)
{
  g_autoptr (GPtrArray) releases = list_reservations (
      store, RESERVATIONS ("content = ?2 AND client"), touched->client, content, error);

  QhMovement *found = NULL;

  for (guint i = 0; releases != NULL && i < releases->len; i++) {
    QhMovement *line = g_ptr_array_index (releases, i);
    if (line->meeting == NULL && (found == NULL || line->number < found->number))
      found = line;
  }
  if (found == NULL)
    return NULL;
  qh_record_set_int ((QhRecord *)found, "copies", 1);
  return g_object_ref (found);
}

static gboolean
is_to_be_had (QhStore *store, const Touched *touched, const char *content, QhMovement *by_hand)
{
  QhLedgerCounts counts;

  return qh_ledger_count (store, content, &counts, NULL) &&
         (counts.edition == QH_NONE || counts.available > 0 || by_hand != NULL) &&
         qh_ledger_check_per_client (store, content, touched->client, by_hand != NULL, NULL);
}

/* Where no copy is to be had, the item stays planned without one; the review says so. What is
 * reserved for the client by hand becomes what the plan holds. */
static gboolean
reserve (QhStore *store, const Touched *touched, const char *content, GError **error)
{
  g_autoptr (QhMovement) line = NULL;
  g_autoptr (QhMovement) by_hand = NULL;
  g_autoptr (GError) failure = NULL;

  if (is_said (store, touched, content) || has_for_meeting (store, touched, content))
    return TRUE;
  by_hand = find_by_hand (store, touched, content, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!is_to_be_had (store, touched, content, by_hand))
    return TRUE;
  line = qh_ledger_new_line (store, QH_MOVEMENT_KIND_RESERVE, content, touched->client,
                             touched->meeting);
  if (by_hand != NULL)
    qh_record_set_int ((QhRecord *)line, "number", by_hand->number);
  return (by_hand == NULL || release_line (store, by_hand, _ ("Planned into a meeting"), error)) &&
         qh_ledger_append_planned (store, line, error) &&
         qh_ledger_stop_waiting (store, content, touched->client, error);
}

static GPtrArray *
list_planned (QhStore *store, const Touched *touched, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement =
      qh_store_borrow (store,
                       "SELECT content FROM segment WHERE meeting = ?1 AND content IS NOT NULL"
                       "  AND ?2 IN ('', content) GROUP BY content ORDER BY min (position)",
                       error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, touched->meeting, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, touched->content != NULL ? touched->content : "", -1,
                     SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (items, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
hold (QhStore *store, const Touched *touched, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (!touched->open)
    return TRUE;
  items = list_planned (store, touched, error);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!reserve (store, touched, g_ptr_array_index (items, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
settle (QhStore *store, GPtrArray *keys,
        gboolean (*work) (QhStore *store, const Touched *touched, GError **error), GError **error)
{
  for (guint i = 0; i < keys->len; i++) {
    g_auto (Touched) touched = { 0 };
    read_touched (store, g_ptr_array_index (keys, i), &touched);
    if (!work (store, &touched, error))
      return FALSE;
  }
  return TRUE;
}

/* What one plan lets go, another may hold; and the order is always the same. */
gboolean
qh_ledger_settle (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, store->change.plans);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return settle (store, keys, let_go, error) && settle (store, keys, hold, error);
}

/* --- Lapse */

gint64
qh_ledger_lapse_limit (QhStore *store)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&store->clock);
  g_autofree char *today = qh_clock_today (&store->clock);
  g_autofree char *day = qh_date_add_days (today, -QH_RESERVATION_DAYS);

  return qh_date_to_instant (day, zone);
}

/* Meetings before ?1 that are still to be held and for which something is reserved. */
#define LAPSED                                                                         \
  "SELECT id FROM meeting WHERE status IN " OPEN_STATUS " AND start < ?1 AND ("        \
  "  EXISTS (SELECT 1 FROM holding WHERE meeting = meeting.id AND state = 'reserved')" \
  "  OR (SELECT sum (iif (kind = 'reserve', copies, -copies)) FROM movement"           \
  "    WHERE meeting = meeting.id AND number IS NULL AND kind IN ('reserve', 'release')) > 0)"

#define COUNT_LAPSED                                                                         \
  "SELECT (SELECT count (*) FROM holding AS h JOIN meeting ON meeting.id = h.meeting"        \
  "    WHERE h.content = ?1 AND h.state = 'reserved'"                                        \
  "    AND status IN " OPEN_STATUS " AND start < CAST (?2 AS INTEGER))"                      \
  "  + coalesce ((SELECT sum (iif (m.kind = 'reserve', copies, -copies)) FROM movement AS m" \
  "    JOIN meeting ON meeting.id = m.meeting WHERE m.content = ?1 AND m.number IS NULL"     \
  "    AND m.kind IN ('reserve', 'release')"                                                 \
  "    AND status IN " OPEN_STATUS " AND start < CAST (?2 AS INTEGER)), 0)"

gint64
qh_ledger_count_lapsed (QhStore *store, const char *content)
{
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, qh_ledger_lapse_limit (store));

  return qh_store_count (store, COUNT_LAPSED, (const char *[]){ content, limit, NULL });
}

static GPtrArray *
list_lapsed (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, LAPSED, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, qh_ledger_lapse_limit (store));
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (meetings, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&meetings);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Looks again inside the change: another process may have been quicker. */
static gboolean
lapse (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) meetings = list_lapsed (store, error);

  if (meetings == NULL)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    if (!qh_ledger_release (store, g_ptr_array_index (meetings, i),
                            _ ("Lapsed: the meeting was neither held nor moved"), error))
      return FALSE;
  return TRUE;
}

static gint64
next_midnight (QhStore *store)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&store->clock);
  g_autofree char *today = qh_clock_today (&store->clock);
  g_autofree char *tomorrow = qh_date_add_days (today, 1);

  return qh_date_to_instant (tomorrow, zone);
}

/* The items of the lines of the change under way. */
static void
note_lapsed (QhStore *store)
{
  for (guint i = 0; i < store->change.lines->len; i++) {
    const QhLedgerLine *line = g_ptr_array_index (store->change.lines, i);
    g_hash_table_add (store->lapsed, g_strdup (line->movement->content));
  }
}

gboolean
qh_ledger_has_lapsed (QhStore *store, const char *content)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  return g_hash_table_contains (store->lapsed, content);
}

gboolean
qh_ledger_lapse (QhStore *store, guint *n, GError **error)
{
  g_autoptr (GPtrArray) meetings = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  store->lapses_next = next_midnight (store);
  if (n != NULL)
    *n = 0;
  meetings = list_lapsed (store, error);
  if (meetings == NULL || meetings->len == 0)
    return meetings != NULL;
  if (!qh_store_begin (store, NULL, error))
    return FALSE;
  if (!lapse (store, error)) {
    qh_store_rollback (store);
    return FALSE;
  }
  if (n != NULL)
    *n = store->change.lines->len;
  note_lapsed (store);
  return qh_store_commit (store, error);
}

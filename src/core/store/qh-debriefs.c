/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-debriefs.h"
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_of (QhMeeting *meeting)
{
  return meeting->title != NULL ? meeting->title : _ ("The meeting");
}

/* --- What can be debriefed */

static gint64
began_at (QhMeeting *meeting)
{
  return meeting->began != QH_NONE ? meeting->began : meeting->start;
}

static gboolean
has_begun (QhStore *store, QhMeeting *meeting)
{
  gint64 began = began_at (meeting);

  return meeting->status == QH_MEETING_STATUS_HELD ||
         (began != QH_NONE && began <= qh_clock_now (&store->clock));
}

gboolean
qh_store_can_debrief (QhStore *store, QhMeeting *meeting, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (QH_IS_MEETING (meeting), FALSE);

  if (meeting->status == QH_MEETING_STATUS_CANCELLED)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is cancelled: there is nothing to debrief"), name_of (meeting));
  else if (meeting->status == QH_MEETING_STATUS_DEBRIEFED)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("“%s” is debriefed already"),
                 name_of (meeting));
  else if (!has_begun (store, meeting))
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("“%s” has not begun yet"),
                 name_of (meeting));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check (QhStore *store, QhMeeting *meeting, GError **error)
{
  if (!qh_store_can_debrief (store, meeting, error))
    return FALSE;
  if (meeting->output_reached != 0)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("output_reached: expected yes, partly or no"));
  return FALSE;
}

/* --- What was reserved */

static gboolean
is_reserved (GPtrArray *reserved, const char *content)
{
  for (guint i = 0; i < reserved->len; i++)
    if (g_str_equal (((QhMovement *)reserved->pdata[i])->content, content))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_item (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhRecord) content = qh_store_get (store, &qh_content_entity, id, error);

  if (content != NULL)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("Nothing of “%s” is reserved for this meeting."),
                 ((QhContent *)content)->title);
  return FALSE;
}

static gboolean
check_kept (QhStore *store, GPtrArray *reserved, GPtrArray *kept, GError **error)
{
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    if (!is_reserved (reserved, kept->pdata[i]))
      return refuse_item (store, kept->pdata[i], error);
  return TRUE;
}

static gboolean
is_kept (GPtrArray *kept, const char *content)
{
  return kept != NULL && g_ptr_array_find_with_equal_func (kept, content, g_str_equal, NULL);
}

/* He has it since the meeting, as far as that is known. */
static gint64
given_at (QhStore *store, QhMeeting *meeting)
{
  gint64 now = qh_clock_now (&store->clock);
  gint64 at = meeting->ended != QH_NONE ? meeting->ended : meeting->start;

  return at != QH_NONE ? MIN (at, now) : now;
}

static gboolean
deliver (QhStore *store, QhMeeting *meeting, GPtrArray *reserved, GPtrArray *kept, GError **error)
{
  for (guint i = 0; i < reserved->len; i++) {
    QhMovement *line = reserved->pdata[i];
    if (is_kept (kept, line->content))
      continue;
    qh_record_set_int ((QhRecord *)line, "at", given_at (store, meeting));
    if (!qh_ledger_move (store, line, error))
      return FALSE;
  }
  return qh_ledger_release (store, ((QhRecord *)meeting)->id, _ ("Not given in the meeting"),
                            error);
}

/* --- What the client was told */

/* What segments that were held spoke of, gone by the day of the meeting, and told to nobody. Where
 * several share a friction, it is told once each of them has heard of it in a meeting of his. */
#define WAS_HELD "segment.seconds > 0 AND segment.actual IS NOT 0"
#define TO_TELL                                                                              \
  "WHERE status = 'removed' AND told IS NULL AND removed <= ?3"                              \
  "  AND id IN (SELECT friction FROM segment WHERE meeting = ?1 AND " WAS_HELD ")"           \
  "  AND NOT EXISTS ("                                                                       \
  "    SELECT 1 FROM (SELECT friction.client AS id UNION"                                    \
  "      SELECT client FROM friction_client WHERE friction_client.friction = friction.id) w" \
  "    WHERE w.id <> ?2 AND NOT EXISTS ("                                                    \
  "      SELECT 1 FROM segment JOIN meeting ON meeting.id = segment.meeting"                 \
  "      WHERE segment.friction = friction.id AND " WAS_HELD                                 \
  "        AND meeting.client = w.id AND meeting.status = 'debriefed'))"                     \
  " ORDER BY id"

/* The meeting's day; of one that was to be later than it is, today. */
static char *
day_of (QhStore *store, QhMeeting *meeting)
{
  gint64 now = qh_clock_now (&store->clock);
  gint64 at = began_at (meeting);
  g_autoptr (GTimeZone) zone = qh_clock_zone (&store->clock);

  return qh_instant_to_date (at != QH_NONE ? MIN (at, now) : now, zone);
}

static gboolean
tell (QhStore *store, QhMeeting *meeting, GError **error)
{
  g_autofree char *day = day_of (store, meeting);
  const char *values[] = { ((QhRecord *)meeting)->id, meeting->client, day, NULL };
  g_autoptr (GPtrArray) told = qh_store_select (store, &qh_friction_entity, TO_TELL, values, error);

  for (guint i = 0; told != NULL && i < told->len; i++) {
    qh_record_set_string (told->pdata[i], "told", day);
    if (!qh_store_save (store, told->pdata[i], error))
      return FALSE;
  }
  return told != NULL;
}

/* --- The next meeting */

/* The time of day of @meeting, on another day. */
static gint64
same_time (QhStore *store, QhMeeting *meeting, const char *date)
{
  g_autoptr (GTimeZone) own = qh_clock_zone (&store->clock);
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, own);
  gint64 day = qh_date_to_instant (date, zone);
  g_autofree char *before = NULL;
  gint64 then;

  if (day == QH_NONE || meeting->start == QH_NONE)
    return QH_NONE;
  before = qh_instant_format (meeting->start, zone);
  /* The clock on the wall says the same, also where the clocks were changed meanwhile. */
  memcpy (before, date, strlen ("YYYY-MM-DD"));
  before[strlen ("YYYY-MM-DDThh:mm")] = '\0';
  return qh_instant_parse (before, zone, &then) ? then : day;
}

QhMeeting *
qh_debrief_next (QhStore *store, QhMeeting *meeting, const char *date)
{
  static const char *const carried[] = {
    "client", "zone", "mode", "place", "ask", "fallback", NULL
  };
  QhMeeting *next;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (qh_date_is_valid (date), NULL);
  next = qh_meeting_new ();
  for (guint i = 0; carried[i] != NULL; i++) {
    g_auto (GValue) value = G_VALUE_INIT;
    g_object_get_property (G_OBJECT (meeting), carried[i], &value);
    g_object_set_property (G_OBJECT (next), carried[i], &value);
  }
  qh_record_set_int ((QhRecord *)next, "budget", meeting->budget);
  qh_record_set_int ((QhRecord *)next, "start", same_time (store, meeting, date));
  return next;
}

/* Its opening says what it is to open with. */
static void
add_opening (QhPlan *plan, const char *title)
{
  g_autoptr (QhSegment) opening = qh_segment_new ();

  qh_record_set_int ((QhRecord *)opening, "kind", QH_SEGMENT_KIND_OPEN);
  qh_record_set_int ((QhRecord *)opening, "seconds", QH_MINUTE);
  qh_record_set_string ((QhRecord *)opening, "title", title);
  qh_plan_insert (plan, opening, 0);
}

static gboolean
save_next (QhStore *store, QhMeeting *meeting, QhMeeting *next, GError **error)
{
  g_autoptr (QhPlan) plan = NULL;

  if (next == NULL)
    return TRUE;
  plan = qh_plan_new (next);
  if (meeting->open_with != NULL)
    add_opening (plan, meeting->open_with);
  return qh_store_save_plan (store, plan, _ ("New meeting"), error);
}

static gboolean
close_meeting (QhStore *store, QhMeeting *meeting, GPtrArray *kept, QhMeeting *next, GError **error)
{
  g_autoptr (GPtrArray) reserved =
      qh_ledger_list_reserved (store, ((QhRecord *)meeting)->id, error);

  if (reserved == NULL || !check_kept (store, reserved, kept, error))
    return FALSE;
  qh_record_set_int ((QhRecord *)meeting, "status", QH_MEETING_STATUS_DEBRIEFED);
  return qh_store_save (store, (QhRecord *)meeting, error) &&
         deliver (store, meeting, reserved, kept, error) && tell (store, meeting, error) &&
         save_next (store, meeting, next, error);
}

gboolean
qh_store_debrief (QhStore *store, QhMeeting *meeting, GPtrArray *kept, QhMeeting *next,
                  GError **error)
{
  gboolean begun;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (QH_IS_MEETING (meeting), FALSE);
  g_return_val_if_fail (next == NULL || QH_IS_MEETING (next), FALSE);
  begun = check (store, meeting, error) && qh_store_begin (store, _ ("Debrief"), error);
  if (begun && close_meeting (store, meeting, kept, next, error))
    return qh_store_commit (store, error);
  if (begun)
    qh_store_rollback (store);
  qh_store_revert (store, (QhRecord *)meeting);
  return FALSE;
}

void
qh_debrief_count_reached (QhStore *store, const char *client, gint64 *reached, gint64 *held)
{
  const char *values[] = { client, NULL };

  g_return_if_fail (QH_IS_STORE (store) && client != NULL);
  *held = qh_store_count (
      store, "SELECT count (*) FROM meeting WHERE client = ?1 AND status = 'debriefed'", values);
  *reached = qh_store_count (store,
                             "SELECT count (*) FROM meeting WHERE client = ?1"
                             "  AND status = 'debriefed' AND output_reached = 'yes'",
                             values);
}

/* --- What was caught */

/* In microseconds: its budget, else what its client gives. */
static gint64
planned_length (QhStore *store, QhMeeting *meeting)
{
  g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, meeting->client, NULL);
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);

  return qh_plan_budget (plan, (QhClient *)client) * G_TIME_SPAN_SECOND;
}

/* When there was nothing more to catch; QH_NONE where it is not known when it began. */
static gint64
caught_until (QhStore *store, QhMeeting *meeting)
{
  gint64 from = began_at (meeting);
  gint64 end = meeting->ended;

  if (from == QH_NONE)
    return QH_NONE;
  if (end == QH_NONE)
    end = from + planned_length (store, meeting);
  return end + QH_DEBRIEF_AFTERWARDS;
}

/* The day on which a meeting began that did so at @from. */
static char *
day_caught (QhStore *store, QhMeeting *meeting, gint64 from)
{
  g_autoptr (GTimeZone) own = qh_clock_zone (&store->clock);
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, own);

  return from != QH_NONE ? qh_instant_to_date (from, zone) : g_strdup ("");
}

/* ?1 whose, ?2 and ?3 from when until when, ?4 since when besides, ?5 the day: what had its day
 * before is only written down now. */
#define CAUGHT(day)                                                                      \
  "WHERE client = ?1 AND (created BETWEEN CAST (?2 AS INTEGER) AND CAST (?3 AS INTEGER)" \
  "  OR created >= CAST (?4 AS INTEGER)) AND " day " >= ?5 ORDER BY created, id"

GPtrArray *
qh_debrief_list_caught (QhStore *store, QhMeeting *meeting, gint64 opened, const QhEntity *entity,
                        GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting), NULL);
  const char *tail = entity == &qh_promise_entity    ? CAUGHT ("made")
                     : entity == &qh_friction_entity ? CAUGHT ("reported")
                     : entity == &qh_remark_entity   ? CAUGHT ("said")
                                                     : NULL;

  g_return_val_if_fail (tail != NULL, NULL);

  gint64 from = began_at (meeting);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, caught_until (store, meeting));
  g_autofree char *since =
      g_strdup_printf ("%" G_GINT64_FORMAT, opened != QH_NONE ? opened : G_MAXINT64);
  g_autofree char *day = day_caught (store, meeting, from);
  const char *values[] = { meeting->client, first, last, since, day, NULL };

  return qh_store_select (store, entity, tail, values, error);
}

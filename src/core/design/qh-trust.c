/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-trust.h"
#include "base/qh-text.h"
#include "model/qh-plan.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the normal distribution: 2.5 % lie above. */
#define WILSON_Z 1.959963984540054

/* So much of a record's text stands in a reason. */
#define REASON_CHARS 80

/* A meeting may run over its limit so long. */
#define OVER_SECONDS QH_MINUTE

/* An answer after more hours is none within a day. */
#define ANSWER_HOURS 24

#define FRICTION_SEVERITY 2
#define SEVERE 3
#define GRAVEST 4

/* So many contacts that were not solved close the gate, and make a touchpoint red. */
#define UNSOLVED_MANY 2

/* What may hold the gate. */
typedef struct {
  QhTrustSort sort; /* QH_TRUST_NONE: an open friction that is no event */
  gint64 severity; /* of an open friction, else 0 */
  char *when; /* for the order: a day, or an instant as text */
  QhTrustReason *reason;
} Note;

struct _QhTrustNotes {
  gint64 now;
  GTimeZone *zone;
  char *today;
  gboolean of_all;
  GPtrArray *notes; /* Note */
};

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->when);
  g_free (note->reason->id);
  g_free (note->reason->text);
  g_free (note->reason);
  g_free (note);
}

QhTrust *
qh_trust_new (gint64 now, GTimeZone *zone, gboolean of_all)
{
  QhTrust *trust = g_new0 (QhTrust, 1);
  QhTrustNotes *notes = g_new0 (QhTrustNotes, 1);

  trust->notes = notes;
  trust->because = g_ptr_array_new ();
  trust->last_needed = QH_NONE;
  notes->now = now;
  notes->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  notes->today = qh_instant_to_date (now, notes->zone);
  notes->of_all = of_all;
  notes->notes = g_ptr_array_new_with_free_func (note_free);
  qh_trust_settle (trust);
  return trust;
}

void
qh_trust_free (QhTrust *trust)
{
  g_ptr_array_unref (trust->because);
  g_ptr_array_unref (trust->notes->notes);
  g_time_zone_unref (trust->notes->zone);
  g_free (trust->notes->today);
  g_free (trust->notes);
  g_free (trust);
}

/* --- When */

static gboolean
day_is_within (const QhTrust *trust, const char *day, int days)
{
  int age = qh_date_to_days (trust->notes->today) - qh_date_to_days (day);

  return day != NULL && age >= 0 && age <= days;
}

static gboolean
instant_is_within (const QhTrust *trust, gint64 instant, int days)
{
  return instant != QH_NONE && instant <= trust->notes->now &&
         instant >= trust->notes->now - days * QH_DAY_USEC;
}

static void
count_day (QhTrust *trust, QhTrustSort sort, const char *day)
{
  trust->year[sort] += day_is_within (trust, day, QH_TRUST_DAYS);
  trust->recent[sort] += day_is_within (trust, day, QH_TRUST_RECENT_DAYS);
}

static void
count_instant (QhTrust *trust, QhTrustSort sort, gint64 instant)
{
  trust->year[sort] += instant_is_within (trust, instant, QH_TRUST_DAYS);
  trust->recent[sort] += instant_is_within (trust, instant, QH_TRUST_RECENT_DAYS);
}

/* --- Notes */

static Note *
add_note (QhTrust *trust, QhTrustSort sort, gpointer record, char *when, char *text)
{
  Note *note = g_new0 (Note, 1);

  note->sort = sort;
  note->when = when;
  note->reason = g_new0 (QhTrustReason, 1);
  note->reason->kind = g_intern_static_string (qh_record_get_entity (record)->name);
  note->reason->id = g_strdup (QH_RECORD (record)->id);
  note->reason->text = text;
  g_ptr_array_add (trust->notes->notes, note);
  return note;
}

static char *
day_label (const QhTrust *trust, const char *day)
{
  return qh_date_month_label (day, trust->notes->now, trust->notes->zone);
}

/* --- Promises */

const char *
qh_promise_counts_from (QhPromise *promise)
{
  if (promise->moved_from == NULL || promise->consent)
    return promise->due;
  if (promise->due != NULL && g_strcmp0 (promise->due, promise->moved_from) < 0)
    return promise->due;
  return promise->moved_from;
}

gboolean
qh_promise_is_overdue (QhPromise *promise, const char *today)
{
  const char *due = qh_promise_counts_from (promise);

  return promise->status == QH_PROMISE_STATUS_OPEN && due != NULL && g_strcmp0 (due, today) < 0;
}

static const char *
earlier (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return g_strcmp0 (a, b) <= 0 ? a : b;
}

QhTrustSort
qh_trust_promise_sort (QhPromise *promise, const char *today, char **day)
{
  const char *due = qh_promise_counts_from (promise);
  const char *broken = earlier (due, promise->broken);
  const char *kept = promise->kept != NULL ? promise->kept : due;

  *day = NULL;
  switch (promise->status) {
  case QH_PROMISE_STATUS_KEPT:
    *day = g_strdup (kept != NULL ? kept : promise->made);
    return due != NULL && g_strcmp0 (kept, due) > 0 ? QH_TRUST_LATE : QH_TRUST_KEPT;
  case QH_PROMISE_STATUS_BROKEN:
    *day = g_strdup (broken != NULL ? broken : promise->made);
    return QH_TRUST_BROKEN;
  case QH_PROMISE_STATUS_OPEN:
    if (!qh_promise_is_overdue (promise, today))
      return QH_TRUST_NONE;
    *day = g_strdup (today);
    return QH_TRUST_OVERDUE;
  default:
    return QH_TRUST_NONE;
  }
}

static char *
promise_text (const QhTrust *trust, QhPromise *promise, QhTrustSort sort, const char *day)
{
  g_autofree char *what = qh_text_shorten (promise->what, REASON_CHARS);
  g_autofree char *label = day_label (trust, day);

  if (sort == QH_TRUST_OVERDUE)
    /* Translators: a promise, and a day */
    return g_strdup_printf (_ ("“%s” was due on %s and is still open"), what, label);
  if (sort == QH_TRUST_LATE)
    return g_strdup_printf (_ ("“%s” was kept late, on %s"), what, label);
  return g_strdup_printf (_ ("“%s” was promised and broken (%s)"), what, label);
}

void
qh_trust_note_promise (QhTrust *trust, QhPromise *promise)
{
  g_autofree char *day = NULL;
  QhTrustSort sort = qh_trust_promise_sort (promise, trust->notes->today, &day);
  const char *told = sort == QH_TRUST_OVERDUE ? qh_promise_counts_from (promise) : day;

  if (sort < QH_TRUST_OVERDUE || !day_is_within (trust, day, QH_TRUST_RECENT_DAYS))
    return;
  add_note (trust, sort, promise, g_strdup (told), promise_text (trust, promise, sort, told));
}

void
qh_trust_add_promise (QhTrust *trust, QhPromise *promise)
{
  g_autofree char *day = NULL;
  QhTrustSort sort = qh_trust_promise_sort (promise, trust->notes->today, &day);

  if (sort != QH_TRUST_NONE)
    count_day (trust, sort, day);
  if (promise->status == QH_PROMISE_STATUS_OPEN ||
      (sort != QH_TRUST_NONE && day_is_within (trust, day, QH_TRUST_DAYS)))
    trust->moves += MAX (promise->moves, 0);
  qh_trust_note_promise (trust, promise);
}

/* --- Contacts */

QhTouchpoint
qh_channel_touchpoint (int channel)
{
  switch (channel) {
  case QH_CONTACT_CHANNEL_PHONE:
    return QH_TOUCHPOINT_PHONE;
  case QH_CONTACT_CHANNEL_MAIL:
    return QH_TOUCHPOINT_MAIL;
  case QH_CONTACT_CHANNEL_VISIT:
    return QH_TOUCHPOINT_VISIT;
  case QH_CONTACT_CHANNEL_WEBSITE:
    return QH_TOUCHPOINT_WEBSITE;
  default:
    return QH_TOUCHPOINT_OTHER;
  }
}

static char *
contact_text (const QhTrust *trust, QhContactLog *entry)
{
  g_autofree char *day = qh_instant_to_date (entry->at, trust->notes->zone);
  g_autofree char *label = day_label (trust, day);
  g_autofree char *words = NULL;

  if (qh_text_is_empty (entry->words))
    return g_strdup_printf (_ ("A contact of %s was not solved at first"), label);
  words = qh_text_shorten (entry->words, REASON_CHARS);
  /* Translators: the client's words, and the day of the contact */
  return g_strdup_printf (_ ("“%s” (%s) was not solved at first contact"), words, label);
}

static char *
sortable (gint64 instant)
{
  return qh_instant_format (instant, NULL);
}

void
qh_trust_note_contact (QhTrust *trust, QhContactLog *entry)
{
  if (entry->solved == QH_SOLVED_NO && instant_is_within (trust, entry->at, QH_TRUST_RECENT_DAYS))
    add_note (trust, QH_TRUST_UNSOLVED, entry, sortable (entry->at), contact_text (trust, entry));
}

void
qh_trust_add_contact (QhTrust *trust, QhContactLog *entry)
{
  QhTrustSpot *spot = &trust->spots[qh_channel_touchpoint (entry->channel)];
  gboolean needed = entry->failure || entry->solved == QH_SOLVED_NO;

  if (needed && entry->at != QH_NONE && entry->at <= trust->notes->now)
    trust->last_needed = MAX (trust->last_needed, entry->at);
  if (entry->solved == QH_SOLVED_UNSET)
    return;
  count_instant (trust, entry->solved == QH_SOLVED_YES ? QH_TRUST_SOLVED : QH_TRUST_UNSOLVED,
                 entry->at);
  if (!instant_is_within (trust, entry->at, QH_TRUST_RECENT_DAYS))
    return;
  spot->unsolved += entry->solved == QH_SOLVED_NO;
  spot->other += entry->solved == QH_SOLVED_YES;
  qh_trust_note_contact (trust, entry);
}

/* --- Frictions */

gboolean
qh_friction_is_open (QhFriction *friction)
{
  return friction->status == QH_FRICTION_STATUS_OPEN ||
         friction->status == QH_FRICTION_STATUS_FIXING;
}

/* Whether it is an event of the day it was reported. */
static gboolean
friction_counts (QhFriction *friction, QhContactLog *from)
{
  return friction->severity >= FRICTION_SEVERITY &&
         (from == NULL || from->solved == QH_SOLVED_UNSET);
}

static char *
friction_text (const QhTrust *trust, QhFriction *friction, gboolean open)
{
  g_autofree char *title = qh_text_shorten (friction->title, REASON_CHARS);
  g_autofree char *label = NULL;

  if (open)
    /* Translators: a friction, and its severity from 1 to 4 */
    return g_strdup_printf (_ ("“%s” is open, severity %d"), title, (int)friction->severity);
  label = day_label (trust, friction->reported);
  return g_strdup_printf (_ ("“%s” was reported on %s, severity %d"), title, label,
                          (int)friction->severity);
}

void
qh_trust_note_friction (QhTrust *trust, QhFriction *friction, QhContactLog *from)
{
  gboolean open = qh_friction_is_open (friction) && friction->severity >= SEVERE;
  gboolean counts = friction_counts (friction, from) &&
                    day_is_within (trust, friction->reported, QH_TRUST_RECENT_DAYS);
  Note *note;

  if (!open && !counts)
    return;
  note = add_note (trust, counts ? QH_TRUST_FRICTION : QH_TRUST_NONE, friction,
                   g_strdup (friction->reported), friction_text (trust, friction, open));
  note->severity = open ? friction->severity : 0;
}

void
qh_trust_add_friction (QhTrust *trust, QhFriction *friction, QhContactLog *from)
{
  QhTrustSpot *spot = &trust->spots[friction->touchpoint];
  const char *ended = friction->removed != NULL && friction->status == QH_FRICTION_STATUS_REMOVED
                          ? friction->removed
                          : friction->reported;

  if (friction_counts (friction, from))
    count_day (trust, QH_TRUST_FRICTION, friction->reported);
  if (qh_friction_is_open (friction)) {
    trust->open_severe += friction->severity == SEVERE;
    trust->open_gravest += friction->severity >= GRAVEST;
    spot->open++;
    spot->severe += friction->severity >= SEVERE;
    trust->open_recent += friction->severity >= SEVERE && friction_counts (friction, from) &&
                          day_is_within (trust, friction->reported, QH_TRUST_RECENT_DAYS);
  } else {
    spot->other += day_is_within (trust, ended, QH_TRUST_RECENT_DAYS);
  }
  qh_trust_note_friction (trust, friction, from);
}

/* --- Meetings */

static QhTrustSort
meeting_sort (QhMeeting *meeting, gint64 limit)
{
  if ((meeting->status != QH_MEETING_STATUS_HELD &&
       meeting->status != QH_MEETING_STATUS_DEBRIEFED) ||
      meeting->began == QH_NONE || meeting->ended == QH_NONE)
    return QH_TRUST_NONE;
  return meeting->ended - meeting->began <= (limit + OVER_SECONDS) * G_TIME_SPAN_SECOND
             ? QH_TRUST_IN_TIME
             : QH_TRUST_OVERRUN;
}

void
qh_trust_note_meeting (QhTrust *trust, QhMeeting *meeting, gint64 limit)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  g_autofree char *took = NULL;
  g_autofree char *given = NULL;

  if (meeting_sort (meeting, limit) != QH_TRUST_OVERRUN ||
      !instant_is_within (trust, meeting->ended, QH_TRUST_RECENT_DAYS))
    return;
  day = qh_instant_to_date (meeting->ended, trust->notes->zone);
  label = day_label (trust, day);
  took = qh_length_label ((meeting->ended - meeting->began) / G_TIME_SPAN_SECOND);
  given = qh_length_label (limit);
  add_note (trust, QH_TRUST_OVERRUN, meeting, sortable (meeting->ended),
            /* Translators: a day, and two lengths */
            g_strdup_printf (_ ("The meeting of %s took %s instead of %s"), label, took, given));
}

void
qh_trust_add_meeting (QhTrust *trust, QhMeeting *meeting, gint64 limit)
{
  QhTrustSort sort = meeting_sort (meeting, limit);

  if (sort != QH_TRUST_NONE)
    count_instant (trust, sort, meeting->ended);
  qh_trust_note_meeting (trust, meeting, limit);
}

/* --- Checks */

void
qh_trust_add_check (QhTrust *trust, QhTouchpointCheck *check)
{
  QhTrustSpot *spot = &trust->spots[check->touchpoint];

  if (!day_is_within (trust, check->checked_on, QH_TRUST_RECENT_DAYS))
    return;
  spot->checks++;
  spot->failed += !check->live_person || check->hours_to_answer > ANSWER_HOURS;
}

/* --- What follows */

double
qh_wilson_lower_bound (gint64 good, gint64 all)
{
  double n = (double)all, p = n > 0 ? (double)good / n : 0;
  double square = WILSON_Z * WILSON_Z;
  double bound;

  if (good <= 0 || all <= 0)
    return 0;
  bound = (p + square / (2 * n) - WILSON_Z * sqrt (p * (1 - p) / n + square / (4 * n * n))) /
          (1 + square / n);
  return CLAMP (bound, 0, 1);
}

double
qh_wilson_upper_bound (gint64 good, gint64 all)
{
  return 1 - qh_wilson_lower_bound (all - good, all);
}

static void
settle_figures (QhTrust *trust)
{
  gint64 all;

  trust->good = trust->bad = 0;
  for (int sort = 0; sort < QH_N_TRUST_SORTS; sort++)
    *(sort < QH_TRUST_OVERDUE ? &trust->good : &trust->bad) += trust->year[sort];
  all = trust->good + trust->bad;
  trust->trust = all >= QH_TRUST_EVENTS_MIN ? (double)trust->good / (double)all : -1;
  trust->at_least = qh_wilson_lower_bound (trust->good, all);
}

/* How many things hold a closed gate, and a narrow one. */
static gint64
count_closing (const QhTrust *trust)
{
  gint64 unsolved = trust->recent[QH_TRUST_UNSOLVED];

  return trust->recent[QH_TRUST_OVERDUE] + trust->recent[QH_TRUST_BROKEN] +
         trust->recent[QH_TRUST_LATE] + trust->open_gravest +
         (unsolved >= UNSOLVED_MANY ? unsolved : 0);
}

static gint64
count_narrowing (const QhTrust *trust)
{
  return trust->recent[QH_TRUST_UNSOLVED] + trust->recent[QH_TRUST_FRICTION] +
         trust->recent[QH_TRUST_OVERRUN] + trust->open_severe - trust->open_recent;
}

static void
settle_gate (QhTrust *trust)
{
  trust->gate = QH_GATE_CLOSED;
  trust->n_because = count_closing (trust);
  if (trust->n_because > 0)
    return;
  trust->n_because = count_narrowing (trust);
  trust->gate = trust->n_because > 0 ? QH_GATE_NARROW : QH_GATE_OPEN;
}

/* Whether the thing holds the gate where it stands. */
static gboolean
holds (const QhTrust *trust, const Note *note)
{
  if (trust->gate != QH_GATE_CLOSED)
    return trust->gate == QH_GATE_NARROW;
  return (note->sort >= QH_TRUST_OVERDUE && note->sort <= QH_TRUST_LATE) ||
         note->severity >= GRAVEST ||
         (note->sort == QH_TRUST_UNSOLVED && trust->recent[QH_TRUST_UNSOLVED] >= UNSOLVED_MANY);
}

static int
rank (const Note *note)
{
  return note->severity > 0 || note->sort == QH_TRUST_NONE ? QH_TRUST_FRICTION : note->sort;
}

/* Overdue promises, broken ones, late ones, frictions (the severest first), contacts, meetings; of
 * each the newest first. */
static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *first = *(const Note *const *)a, *second = *(const Note *const *)b;
  int order = rank (first) - rank (second);

  if (order == 0)
    order = (int)(second->severity - first->severity);
  if (order == 0)
    order = g_strcmp0 (second->when, first->when);
  return order != 0 ? order : g_strcmp0 (first->reason->id, second->reason->id);
}

static void
settle_reasons (QhTrust *trust)
{
  GPtrArray *notes = trust->notes->notes;

  g_ptr_array_sort (notes, compare_notes);
  g_ptr_array_set_size (trust->because, 0);
  for (guint i = 0; i < notes->len; i++) {
    Note *note = g_ptr_array_index (notes, i);
    if (holds (trust, note))
      g_ptr_array_add (trust->because, note->reason);
  }
}

static QhHealth
spot_health (const QhTrust *trust, const QhTrustSpot *spot)
{
  gboolean used = spot->open + spot->unsolved + spot->other > 0;
  gint64 failed = used || trust->notes->of_all ? spot->failed : 0;

  if (spot->severe > 0 || spot->unsolved >= UNSOLVED_MANY || failed > 0)
    return QH_HEALTH_RED;
  if (spot->open > 0 || spot->unsolved > 0)
    return QH_HEALTH_AMBER;
  return used || (trust->notes->of_all && spot->checks > 0) ? QH_HEALTH_GREEN : QH_HEALTH_GREY;
}

static void
settle_health (QhTrust *trust)
{
  trust->health = QH_HEALTH_GREY;
  for (guint i = 0; i < G_N_ELEMENTS (trust->spots); i++) {
    trust->spots[i].health = spot_health (trust, &trust->spots[i]);
    trust->health = MAX (trust->health, trust->spots[i].health);
  }
}

void
qh_trust_settle (QhTrust *trust)
{
  g_autofree char *needed = NULL;

  settle_figures (trust);
  settle_gate (trust);
  settle_reasons (trust);
  settle_health (trust);
  trust->quiet_days = QH_NONE;
  if (trust->last_needed == QH_NONE)
    return;
  needed = qh_instant_to_date (trust->last_needed, trust->notes->zone);
  trust->quiet_days = qh_date_to_days (trust->notes->today) - qh_date_to_days (needed);
}

/* --- In words */

/* In percent, to a tenth; never 100 while anything went wrong. */
static double
shown_percent (const QhTrust *trust)
{
  double percent = floor (1000 * trust->trust + 0.5) / 10;

  return trust->bad > 0 ? MIN (percent, 99.9) : percent;
}

char *
qh_trust_sentence (const QhTrust *trust)
{
  gint64 all = trust->good + trust->bad;

  if (trust->trust < 0)
    /* Translators: how many events there are, of how many it takes */
    return g_strdup_printf (_ ("not enough yet (%d of %d)"), (int)all, QH_TRUST_EVENTS_MIN);
  /* Translators: "27 of 28 went right, 96.4 %; the evidence supports at least 82 %" */
  return g_strdup_printf (_ ("%d of %d went right, %.1f %%; the evidence supports at least %d %%"),
                          (int)trust->good, (int)all, shown_percent (trust),
                          (int)floor (100 * trust->at_least + 1e-9));
}

char *
qh_trust_quiet_sentence (const QhTrust *trust)
{
  int days = (int)trust->quiet_days;

  if (trust->quiet_days == QH_NONE)
    return g_strdup (_ ("no contact that should not have been needed"));
  if (days == 0)
    return g_strdup (_ ("a contact today that should not have been needed"));
  return g_strdup_printf (ngettext ("%d day without a contact that should not have been needed",
                                    "%d days without a contact that should not have been needed",
                                    (gulong)days),
                          days);
}

const char *
qh_gate_name (QhGate gate)
{
  static const char *const names[] = { "open", "narrow", "closed" };

  return names[gate];
}

const char *
qh_gate_label (QhGate gate)
{
  static const char *const labels[] = { NC_ ("gate", "Open"), NC_ ("gate", "Narrow"),
                                        NC_ ("gate", "Closed") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "gate", labels[gate]);
}

const char *
qh_health_label (QhHealth health)
{
  static const char *const labels[] = { NC_ ("health", "Unknown"), NC_ ("health", "Good"),
                                        NC_ ("health", "Weak"), NC_ ("health", "Bad") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "health", labels[health]);
}

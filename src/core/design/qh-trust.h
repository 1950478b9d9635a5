/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-model.h"

G_BEGIN_DECLS

/* How reliable we were to a client, or to all: what went right and wrong in the last 365 days, what
 * that proves, whether he may be asked for anything before something is mended (the gate), and how
 * he fares at each touchpoint. */

#define QH_TRUST_DAYS 365
#define QH_TRUST_RECENT_DAYS 90

/* Fewer events say nothing. */
#define QH_TRUST_EVENTS_MIN 5

/* The direction, drawn as the bar. */
#define QH_TRUST_BAR 0.99

/* The sorts of events; the good ones first. */
typedef enum {
  QH_TRUST_KEPT, /* a promise, by its due day */
  QH_TRUST_SOLVED, /* a contact, at first contact */
  QH_TRUST_IN_TIME, /* a meeting within the client's limit and a minute */
  QH_TRUST_OVERDUE, /* a promise, still open: an event of today */
  QH_TRUST_BROKEN,
  QH_TRUST_LATE,
  QH_TRUST_FRICTION, /* reported, of severity 2 or more, that no contact counts for already */
  QH_TRUST_UNSOLVED,
  QH_TRUST_OVERRUN, /* a meeting that ran longer */
  QH_N_TRUST_SORTS,
  QH_TRUST_NONE = -1,
} QhTrustSort;

typedef enum { QH_GATE_OPEN, QH_GATE_NARROW, QH_GATE_CLOSED } QhGate;

/* The worse the greater. */
typedef enum { QH_HEALTH_GREY, QH_HEALTH_GREEN, QH_HEALTH_AMBER, QH_HEALTH_RED } QhHealth;

/* One thing that holds the gate. */
typedef struct {
  const char *kind; /* an entity's name: promise, friction, contact_log, meeting. Interned */
  char *id;
  char *text; /* a sentence */
} QhTrustReason;

/* What is known of a touchpoint. */
typedef struct {
  gint64 open, severe; /* open frictions; those of severity 3 and 4 */
  gint64 unsolved, other; /* contacts of the last 90 days; what else was known in them */
  gint64 checks, failed; /* checks in the last 90 days; those that found nobody, or no answer */
  QhHealth health;
} QhTrustSpot;

typedef struct _QhTrustNotes QhTrustNotes;

typedef struct {
  /* Counted. */
  gint64 year[QH_N_TRUST_SORTS], recent[QH_N_TRUST_SORTS]; /* in the last 365 and 90 days */
  gint64 open_severe, open_gravest; /* open frictions of severity 3, and 4 */
  gint64 open_recent; /* of both, those that are an event of the last 90 days too */
  gint64 moves; /* of promises that are open or count */
  QhTrustSpot spots[QH_TOUCHPOINT_OTHER + 1];
  gint64 last_needed; /* instant of the last contact he had to make; QH_NONE: none is known */

  /* Worked out of that. */
  gint64 good, bad;
  double trust; /* 0 to 1; below 0: too few events */
  double at_least; /* 0 to 1: the lower bound of the Wilson score interval at 95 % */
  QhGate gate;
  GPtrArray *because; /* QhTrustReason: what holds the gate, the worst first */
  gint64 n_because; /* how many there are; where there are many, not each is in @because */
  gint64 quiet_days; /* since @last_needed; QH_NONE where there is none */
  QhHealth health; /* of the weakest touchpoint */

  QhTrustNotes *notes;
} QhTrust;

/* Nothing is known yet. @of_all: it is of all clients. At a touchpoint that a client is not known
 * to use, a check of ours says nothing about his health. */
QhTrust *qh_trust_new (gint64 now, GTimeZone *zone, gboolean of_all);
void qh_trust_free (QhTrust *trust);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhTrust, qh_trust_free)

/* Each counts a record, if it is an event. Then comes qh_trust_settle. */
void qh_trust_add_promise (QhTrust *trust, QhPromise *promise);
void qh_trust_add_contact (QhTrust *trust, QhContactLog *entry);
/* @from: the entry that it came out of, if that is of the client whose trust it is (nullable). */
void qh_trust_add_friction (QhTrust *trust, QhFriction *friction, QhContactLog *from);
/* @limit: the client's, in seconds. */
void qh_trust_add_meeting (QhTrust *trust, QhMeeting *meeting, gint64 limit);
void qh_trust_add_check (QhTrust *trust, QhTouchpointCheck *check);

/* Each notes what may hold the gate, and counts nothing: for counts that are known already. */
void qh_trust_note_promise (QhTrust *trust, QhPromise *promise);
void qh_trust_note_contact (QhTrust *trust, QhContactLog *entry);
void qh_trust_note_friction (QhTrust *trust, QhFriction *friction, QhContactLog *from);
void qh_trust_note_meeting (QhTrust *trust, QhMeeting *meeting, gint64 limit);

/* Works out what follows from the counts. Can be called again after more was counted or noted. */
void qh_trust_settle (QhTrust *trust);

/* "27 of 28 went right, 96.4 %; the evidence supports at least 82 %", "not enough yet (3 of 5)". */
char *qh_trust_sentence (const QhTrust *trust);

/* "12 days without a contact that should not have been needed". */
char *qh_trust_quiet_sentence (const QhTrust *trust);

/* "closed", "narrow", "open": for files and scripts; and a few words for people. */
const char *qh_gate_name (QhGate gate);
const char *qh_gate_label (QhGate gate);
const char *qh_health_label (QhHealth health);

/* The Wilson score interval at 95 %. */
double qh_wilson_lower_bound (gint64 good, gint64 all);
double qh_wilson_upper_bound (gint64 good, gint64 all);

/* The day by which a promise counts: its due day; the day before it was moved, where the client did
 * not agree to that before it was due. Borrowed, NULL: there is none. */
const char *qh_promise_counts_from (QhPromise *promise);

/* Whether it is open and its day has passed. */
gboolean qh_promise_is_overdue (QhPromise *promise, const char *today);

/* Which event it is on @today, and of which day (transfer full); QH_TRUST_NONE: none. */
QhTrustSort qh_trust_promise_sort (QhPromise *promise, const char *today, char **day);

/* Where a contact by a channel (a QhContactChannel) reaches us. */
QhTouchpoint qh_channel_touchpoint (int channel);

gboolean qh_friction_is_open (QhFriction *friction);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-time.h"

G_BEGIN_DECLS

/* A look at both clocks of a machine: the wall's, which people, networks and time zones set, and
 * the machine's own, which nobody sets and which runs on while the machine sleeps, but begins anew
 * with each start. Together they tell how long something took, whatever happened meanwhile. */
typedef struct {
  gint64 wall; /* instant, microseconds */
  gint64 up; /* microseconds since the machine was started */
  char boot[37]; /* which start that was; "": not known */
} QhReading;

/* Where the house gets the time from: the system's clock and zone, or a fixed instant (`--now`, and
 * every test). Passed in, never global; a plain value to be copied. */
typedef struct {
  gint64 fixed; /* QH_NONE: the system's clock runs */
  GTimeZone *zone; /* borrowed; NULL: the system's */
  const QhReading *hands; /* borrowed; NULL: none of a test's, which moves them */
} QhClock;

/* The system's clock. */
QhClock qh_clock_system (void);

/* A clock that stands at @instant in @zone (borrowed, may be NULL). */
QhClock qh_clock_fixed (gint64 instant, GTimeZone *zone);

/* A clock that shows what stands in @hands (borrowed) whenever it is looked at. */
QhClock qh_clock_by_hand (const QhReading *hands, GTimeZone *zone);

/* Microseconds since the epoch, whole milliseconds. */
gint64 qh_clock_now (const QhClock *clock);

/* Both clocks at once. */
QhReading qh_clock_read (const QhClock *clock);

/* Microseconds from @from to @to, never below 0: by the machine's own clock where it was not
 * started anew between the two, else by the wall's. */
gint64 qh_reading_elapsed (const QhReading *from, const QhReading *to);

/* (transfer full) */
GTimeZone *qh_clock_zone (const QhClock *clock);

/* The day it is in the clock's zone, `YYYY-MM-DD`. */
char *qh_clock_today (const QhClock *clock);

G_END_DECLS

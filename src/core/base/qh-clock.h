/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-time.h"

G_BEGIN_DECLS

/* Where the house gets the time from: the system's clock and zone, or a fixed instant (`--now`, and
 * every test). Passed in, never global; a plain value to be copied. */
typedef struct {
  gint64 fixed; /* QH_NONE: the system's clock runs */
  GTimeZone *zone; /* borrowed; NULL: the system's */
} QhClock;

/* The system's clock. */
QhClock qh_clock_system (void);

/* A clock that stands at @instant in @zone (borrowed, may be NULL). */
QhClock qh_clock_fixed (gint64 instant, GTimeZone *zone);

/* Microseconds since the epoch, whole milliseconds. */
gint64 qh_clock_now (const QhClock *clock);

/* (transfer full) */
GTimeZone *qh_clock_zone (const QhClock *clock);

/* The day it is in the clock's zone, `YYYY-MM-DD`. */
char *qh_clock_today (const QhClock *clock);

G_END_DECLS

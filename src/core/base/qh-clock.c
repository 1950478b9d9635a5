/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-clock.h"

QhClock
qh_clock_system (void)
{
  return (QhClock){ .fixed = QH_NONE, .zone = NULL };
}

QhClock
qh_clock_fixed (gint64 instant, GTimeZone *zone)
{
  return (QhClock){ .fixed = instant, .zone = zone };
}

gint64
qh_clock_now (const QhClock *clock)
{
  gint64 now = clock->fixed == QH_NONE ? g_get_real_time () : clock->fixed;
  return now / 1000 * 1000;
}

GTimeZone *
qh_clock_zone (const QhClock *clock)
{
  return clock->zone != NULL ? g_time_zone_ref (clock->zone) : g_time_zone_new_local ();
}

char *
qh_clock_today (const QhClock *clock)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  return qh_instant_to_date (qh_clock_now (clock), zone);
}

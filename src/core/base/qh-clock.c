/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-clock.h"
#include "base/qh-id.h"
#include <string.h>
#include <time.h>

#define BOOT_ID "/proc/sys/kernel/random/boot_id"

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

QhClock
qh_clock_by_hand (const QhReading *hands, GTimeZone *zone)
{
  return (QhClock){ .fixed = QH_NONE, .zone = zone, .hands = hands };
}

gint64
qh_clock_now (const QhClock *clock)
{
  gint64 now = clock->hands != NULL      ? clock->hands->wall
               : clock->fixed == QH_NONE ? g_get_real_time ()
                                         : clock->fixed;
  return now / 1000 * 1000;
}

/* CLOCK_BOOTTIME counts the time asleep too, which CLOCK_MONOTONIC leaves out. */
static gint64
read_uptime (void)
{
  struct timespec time;

  if (clock_gettime (CLOCK_BOOTTIME, &time) != 0)
    return g_get_monotonic_time ();
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
read_boot_id (QhReading *reading)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (BOOT_ID, &text, NULL, NULL))
    return;
  g_strchomp (text);
  if (qh_id_is_valid (text))
    g_strlcpy (reading->boot, text, sizeof reading->boot);
}

QhReading
qh_clock_read (const QhClock *clock)
{
  QhReading reading = { .wall = qh_clock_now (clock) };

  if (clock->hands != NULL)
    return *clock->hands;
  if (clock->fixed != QH_NONE)
    return reading;
  reading.up = read_uptime ();
  read_boot_id (&reading);
  return reading;
}

gint64
qh_reading_elapsed (const QhReading *from, const QhReading *to)
{
  gboolean is_same = from->boot[0] != '\0' && strcmp (from->boot, to->boot) == 0;
  gint64 elapsed = is_same ? to->up - from->up : to->wall - from->wall;

  return MAX (elapsed, 0);
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

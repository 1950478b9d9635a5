/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time as the whole house holds it:
 *   instant  gint64, microseconds since the epoch (UTC), QH_NONE = none; text is ISO 8601 with
 *            offset;
 *   date     text `YYYY-MM-DD`, NULL = none, so that text order is date order;
 *   length   gint64 seconds. */

/* "No value" of an integer or an instant. */
#define QH_NONE G_MININT64

#define QH_MINUTE 60
#define QH_DAY_USEC (24 * G_TIME_SPAN_HOUR)

/* Reads an ISO 8601 instant (`2026-12-01T10:00:00+01:00`, `…Z`, `2026-12-01 10:00`); one without an
 * offset is taken in @zone (NULL: UTC). FALSE when it is none, or outside the years 1 to 9999. */
gboolean qh_instant_parse (const char *text, GTimeZone *zone, gint64 *instant);

/* ISO 8601 with offset in @zone (NULL: UTC), with milliseconds only where there are any. */
char *qh_instant_format (gint64 instant, GTimeZone *zone);

/* The calendar day of @instant in @zone, `YYYY-MM-DD`. */
char *qh_instant_to_date (gint64 instant, GTimeZone *zone);

/* The first moment of @date in @zone; QH_NONE when @date is not a date. A day that begins inside a
 * daylight-saving gap begins after it. */
gint64 qh_date_to_instant (const char *date, GTimeZone *zone);

/* Whether @text is a date of the Gregorian calendar in the form `YYYY-MM-DD`. */
gboolean qh_date_is_valid (const char *text);

/* Days since 0001-01-01 (which is 1); 0 when @date is not a date (or NULL). */
int qh_date_to_days (const char *date);

/* The date @days after @date; NULL when either end is not a date. */
char *qh_date_add_days (const char *date, int days);

/* Reads a length as a person types it: `4` (minutes), `4:30`, `270s`, `4 min`, `1 h`; up to 24
 * hours. FALSE when it is none. */
gboolean qh_length_parse (const char *text, gint64 *seconds);

/* `4:30`, `0:30`; below zero with a minus. */
char *qh_length_format (gint64 seconds);

/* What a person reads: `4 min`, `4:30 min`, `30 s`, translated. */
char *qh_length_label (gint64 seconds);

/* For people, in the locale's words: a day ("Thursday 26 November", with the year when it is not
 * that of @now), the same without its weekday ("31 January", with the year when it is more than
 * half a year from @now), a short day ("26 Nov"), and a clock time ("10:00" or "10:00 AM"). */
char *qh_date_label (const char *date, gint64 now, GTimeZone *zone);
char *qh_date_month_label (const char *date, gint64 now, GTimeZone *zone);
char *qh_date_short_label (const char *date);
char *qh_instant_clock_label (gint64 instant, GTimeZone *zone);

/* For people: a month "2026-11" as "November 2026", and as "Nov"; "" where it is none. */
char *qh_month_label (const char *month);
char *qh_month_short_label (const char *month);

/* The zone named by @name (IANA), or @fallback (borrowed; NULL: local) where it is NULL or unknown.
 * Returns (transfer full). */
GTimeZone *qh_zone_new (const char *name, GTimeZone *fallback);

/* Whether @name is a zone this machine knows. */
gboolean qh_zone_is_valid (const char *name);

/* The IANA name of the system's zone, "UTC" when it has none. */
char *qh_zone_system_name (void);

G_END_DECLS

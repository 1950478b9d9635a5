/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-time.h"

G_BEGIN_DECLS

/* A start as a person sets it: a day from a calendar and a time of day from an entry. */

/* Reads a time of day: `10:00`, `9`, `930`, `14.30`, `2:30 pm`. */
gboolean qh_time_of_day_read (const char *text, int *hour, int *minute);

/* The instant of @hour:@minute on @date in @zone; QH_NONE when there is no such date. */
gint64 qh_day_time_instant (const char *date, int hour, int minute, GTimeZone *zone);

/* The time of day of @instant in @zone, "10:00". */
char *qh_time_of_day_format (gint64 instant, GTimeZone *zone);

G_END_DECLS

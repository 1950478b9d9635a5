/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grandfather, father, son. Days, weeks and months count only where there is a backup, so that a
 * machine that slept for a year does not lose them all on the first morning. */
#include "store/qh-backup-rotation.h"
#include <string.h>

#define DAYS 7
#define WEEKS 4
#define MONTHS 12
/* A backup made before an import must outlive the one made an hour later. */
#define NEWEST 5

#define SUFFIX ".db"
#define STAMP "%Y-%m-%dT%H%M%SZ"
#define STAMP_LENGTH 18

char *
qh_backup_name (const char *stem, gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, STAMP);

  return g_strconcat (stem, "-", stamp, SUFFIX, NULL);
}

gboolean
qh_backup_name_parse (const char *name, const char *stem, gint64 *instant)
{
  gsize n = strlen (stem);
  g_autofree char *stamp = NULL, *text = NULL, *again = NULL;

  if (!g_str_has_prefix (name, stem) || strlen (name) != n + 1 + STAMP_LENGTH + strlen (SUFFIX))
    return FALSE;
  stamp = g_strndup (name + n + 1, STAMP_LENGTH);
  text = g_strdup_printf ("%.13s:%.2s:%.3s", stamp, stamp + 13, stamp + 15);
  if (!qh_instant_parse (text, NULL, instant))
    return FALSE;
  again = qh_backup_name (stem, *instant);
  return g_str_equal (again, name);
}

/* The day, week or month of @time as one number. */
typedef int (*PeriodFunc) (GDateTime *time);

static int
day_of (GDateTime *time)
{
  return g_date_time_get_year (time) * 1000 + g_date_time_get_day_of_year (time);
}

static int
week_of (GDateTime *time)
{
  return g_date_time_get_week_numbering_year (time) * 100 + g_date_time_get_week_of_year (time);
}

static int
month_of (GDateTime *time)
{
  return g_date_time_get_year (time) * 100 + g_date_time_get_month (time);
}

/* Keeps the newest of each of the last @most periods. */
static void
keep_newest_of_each (GArray *instants, GTimeZone *zone, PeriodFunc period, guint most, GArray *keep)
{
  int last = 0;
  guint kept = 0;

  for (guint i = 0; i < instants->len && kept < most; i++) {
    gint64 instant = g_array_index (instants, gint64, i);
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
    g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);
    int here = period (time);

    if (here == last)
      continue;
    last = here;
    kept++;
    g_array_index (keep, gboolean, i) = TRUE;
  }
}

GArray *
qh_backup_rotation (GArray *instants, GTimeZone *zone)
{
  GArray *keep = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), instants->len);

  g_array_set_size (keep, instants->len);
  for (guint i = 0; i < MIN (NEWEST, instants->len); i++)
    g_array_index (keep, gboolean, i) = TRUE;
  keep_newest_of_each (instants, zone, day_of, DAYS, keep);
  keep_newest_of_each (instants, zone, week_of, WEEKS, keep);
  keep_newest_of_each (instants, zone, month_of, MONTHS, keep);
  return keep;
}

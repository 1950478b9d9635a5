/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-time.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The longest length a person can type: a day. */
#define LENGTH_MAX (24 * 60 * QH_MINUTE)

/* In days: so near, a day and a month say which year is meant. */
#define HALF_A_YEAR 183

static GDateTime *
date_time_new (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) exact = NULL;

  if (utc == NULL)
    return NULL;
  exact = g_date_time_add (utc, instant % G_TIME_SPAN_SECOND);
  if (exact == NULL)
    return NULL;
  return zone != NULL ? g_date_time_to_timezone (exact, zone) : g_steal_pointer (&exact);
}

static gboolean
date_read (const char *date, GDate *day)
{
  g_date_clear (day, 1);
  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;
  int year = atoi (date), month = atoi (date + 5), number = atoi (date + 8);
  if (!g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

gboolean
qh_instant_parse (const char *text, GTimeZone *zone, gint64 *instant)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) time = NULL;
  GDate day;

  if (text == NULL || strlen (text) < 16 || strlen (text) > 40)
    return FALSE;
  g_autofree char *date = g_strndup (text, 10);
  if (!date_read (date, &day) || (text[10] != 'T' && text[10] != ' '))
    return FALSE;
  iso = g_strdup (text);
  iso[10] = 'T';
  time = g_date_time_new_from_iso8601 (iso, zone != NULL ? zone : utc);
  if (time == NULL) { /* GLib wants the seconds */
    g_autofree char *full = g_strdup_printf ("%.16s:00%s", iso, iso + 16);
    time = g_date_time_new_from_iso8601 (full, zone != NULL ? zone : utc);
  }
  if (time == NULL)
    return FALSE;
  *instant = g_date_time_to_unix (time) * G_TIME_SPAN_SECOND + g_date_time_get_microsecond (time);
  return TRUE;
}

char *
qh_instant_format (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = date_time_new (instant, zone);
  int fraction;

  if (time == NULL)
    return NULL;
  g_autofree char *clock = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *offset = g_date_time_format (time, "%:z");
  fraction = g_date_time_get_microsecond (time);
  if (fraction == 0)
    return g_strconcat (clock, offset, NULL);
  if (fraction % 1000 == 0)
    return g_strdup_printf ("%s.%03d%s", clock, fraction / 1000, offset);
  return g_strdup_printf ("%s.%06d%s", clock, fraction, offset);
}

char *
qh_instant_to_date (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = date_time_new (instant, zone);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
}

gint64
qh_date_to_instant (const char *date, GTimeZone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  GDate day;

  if (!date_read (date, &day))
    return QH_NONE;
  time = g_date_time_new (zone != NULL ? zone : utc, g_date_get_year (&day),
                          g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
  return time != NULL ? g_date_time_to_unix (time) * G_TIME_SPAN_SECOND : QH_NONE;
}

gboolean
qh_date_is_valid (const char *text)
{
  GDate day;
  return date_read (text, &day);
}

int
qh_date_to_days (const char *date)
{
  GDate day;
  return date_read (date, &day) ? (int)g_date_get_julian (&day) : 0;
}

char *
qh_date_add_days (const char *date, int days)
{
  int julian = qh_date_to_days (date);
  int last = qh_date_to_days ("9999-12-31");
  GDate day;

  if (julian == 0 || days > last - julian || days <= -julian)
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian + days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/* Reads up to six digits, and moves on. */
static gboolean
read_number (const char **text, gint64 *number)
{
  const char *start = *text;

  *number = 0;
  for (; g_ascii_isdigit (**text) && *text - start < 6; (*text)++)
    *number = *number * 10 + (**text - '0');
  return *text > start && !g_ascii_isdigit (**text);
}

/* The seconds in one of the unit that @text names; 0 when it names none. */
static gint64
unit_seconds (const char *text)
{
  static const struct {
    const char *name;
    gint64 seconds;
  } units[] = {
    { "", 60 },    { "m", 60 },      { "min", 60 },     { "mins", 60 },   { "minutes", 60 },
    { "s", 1 },    { "sec", 1 },     { "secs", 1 },     { "seconds", 1 }, { "minute", 60 },
    { "h", 3600 }, { "hour", 3600 }, { "hours", 3600 },
  };
  g_autofree char *name = g_ascii_strdown (text, -1);

  g_strstrip (name);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      return units[i].seconds;
  return 0;
}

gboolean
qh_length_parse (const char *text, gint64 *seconds)
{
  gint64 whole, part = 0, unit;

  if (text == NULL)
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (!read_number (&text, &whole))
    return FALSE;
  if (*text == ':') {
    text++;
    if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || !read_number (&text, &part) ||
        part >= 60 || unit_seconds (text) != 60)
      return FALSE;
    unit = 60;
  } else {
    unit = unit_seconds (text);
  }
  if (unit == 0 || whole * unit + part > LENGTH_MAX)
    return FALSE;
  *seconds = whole * unit + part;
  return TRUE;
}

char *
qh_length_format (gint64 seconds)
{
  gint64 size = ABS (seconds);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02d", seconds < 0 ? "−" : "", size / 60,
                          (int)(size % 60));
}

char *
qh_length_label (gint64 seconds)
{
  g_autofree char *clock = NULL;

  if (seconds > -60 && seconds < 60 && seconds != 0)
    /* Translators: a short length, in seconds */
    return g_strdup_printf (_ ("%d s"), (int)seconds);
  if (seconds % 60 == 0)
    /* Translators: a length in whole minutes */
    return g_strdup_printf (_ ("%d min"), (int)(seconds / 60));
  clock = qh_length_format (seconds);
  /* Translators: a length in minutes and seconds, like 4:30 */
  return g_strdup_printf (_ ("%s min"), clock);
}

static const char *
month_name (GDateMonth month)
{
  /* Translators: the month of a day, as in "31 January" */
  static const char *const names[] = {
    NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
    NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
    NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
    NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - G_DATE_JANUARY]);
}

static const char *
short_month_name (GDateMonth month)
{
  /* Translators: the month of a day where there is little room, as in "31 Jan" */
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - G_DATE_JANUARY]);
}

static const char *
weekday_name (GDateWeekday weekday)
{
  static const char *const names[] = {
    NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
    NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
    NC_ ("weekday", "Sunday"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[weekday - G_DATE_MONDAY]);
}

/* The names are in the language of the sentence around them. strftime takes them from the locale of
 * times, which may be another, or none. */
static char *
format_day (const char *date, const char *format)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GString) named = g_string_new (format);
  GDate day;

  if (!date_read (date, &day))
    return g_strdup ("");
  g_string_replace (named, "%A", weekday_name (g_date_get_weekday (&day)), 0);
  g_string_replace (named, "%B", month_name (g_date_get_month (&day)), 0);
  g_string_replace (named, "%b", short_month_name (g_date_get_month (&day)), 0);
  time = g_date_time_new (utc, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), 12, 0, 0);
  return g_date_time_format (time, named->str);
}

char *
qh_date_label (const char *date, gint64 now, GTimeZone *zone)
{
  g_autofree char *today = qh_instant_to_date (now, zone);
  gboolean same_year = date != NULL && today != NULL && strncmp (date, today, 4) == 0;

  /* Translators: a day for people (strftime): weekday, day, month; then the same with the year */
  return format_day (date, same_year ? _ ("%A %-d %B") : _ ("%A %-d %B %Y"));
}

char *
qh_date_month_label (const char *date, gint64 now, GTimeZone *zone)
{
  g_autofree char *today = qh_instant_to_date (now, zone);
  int days = qh_date_to_days (date) - qh_date_to_days (today);

  /* Translators: a day in a sentence (strftime): day and month; then the same with the year */
  return format_day (date, ABS (days) <= HALF_A_YEAR ? _ ("%-d %B") : _ ("%-d %B %Y"));
}

char *
qh_date_short_label (const char *date)
{
  /* Translators: a short day (strftime): day and short month */
  return format_day (date, _ ("%-d %b"));
}

static char *
format_month (const char *month, const char *format)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);

  return format_day (first, format);
}

char *
qh_month_label (const char *month)
{
  /* Translators: a month of a year (strftime) */
  return format_month (month, _ ("%B %Y"));
}

char *
qh_month_short_label (const char *month)
{
  return format_month (month, "%b");
}

static gboolean
locale_has_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);
  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL ||
         strstr (format, "%l") != NULL;
}

char *
qh_instant_clock_label (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = date_time_new (instant, zone);

  if (time == NULL)
    return g_strdup ("");
  return g_date_time_format (time, locale_has_12_hours () ? "%-I:%M %p" : "%H:%M");
}

GTimeZone *
qh_zone_new (const char *name, GTimeZone *fallback)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  if (zone != NULL)
    return zone;
  return fallback != NULL ? g_time_zone_ref (fallback) : g_time_zone_new_local ();
}

gboolean
qh_zone_is_valid (const char *name)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (name == NULL || *name == '\0' || *name == '/' || strstr (name, "..") != NULL)
    return FALSE;
  zone = g_time_zone_new_identifier (name);
  return zone != NULL;
}

char *
qh_zone_system_name (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return g_strdup (qh_zone_is_valid (name) ? name : "UTC");
}

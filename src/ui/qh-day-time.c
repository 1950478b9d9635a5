/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-day-time.h"
#include "base/qh-text.h"
#include <string.h>

/* The digits at the start of *@text, at most @most of them; -1 when there are none. */
static int
take_number (const char **text, guint most)
{
  int number = -1;

  for (guint i = 0; i < most && g_ascii_isdigit (**text); i++)
    number = MAX (number, 0) * 10 + g_ascii_digit_value (*(*text)++);
  return number;
}

static guint
count_digits (const char *text)
{
  return (guint)strspn (text, "0123456789");
}

/* "am", "pm" or nothing at the end of a time. */
static gboolean
apply_half (const char *rest, int *hour)
{
  gboolean afternoon;

  while (*rest == ' ')
    rest++;
  if (*rest == '\0')
    return TRUE;
  afternoon = g_ascii_strcasecmp (rest, "pm") == 0 || g_ascii_strcasecmp (rest, "p") == 0;
  if (!afternoon && g_ascii_strcasecmp (rest, "am") != 0 && g_ascii_strcasecmp (rest, "a") != 0)
    return FALSE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (afternoon ? 12 : 0);
  return TRUE;
}

gboolean
qh_time_of_day_read (const char *text, int *hour, int *minute)
{
  g_autofree char *trimmed = qh_text_trim (text);
  const char *rest = trimmed;
  guint digits;

  if (rest == NULL)
    return FALSE;
  digits = count_digits (rest);
  if (digits == 0 || digits > 4)
    return FALSE;
  *hour = take_number (&rest, digits > 2 ? digits - 2 : digits);
  *minute = digits > 2 ? take_number (&rest, 2) : 0;
  if (digits <= 2 && (*rest == ':' || *rest == '.')) {
    rest++;
    if (count_digits (rest) != 2)
      return FALSE;
    *minute = take_number (&rest, 2);
  }
  return apply_half (rest, hour) && *hour <= 23 && *minute <= 59;
}

gint64
qh_day_time_instant (const char *date, int hour, int minute, GTimeZone *zone)
{
  g_autofree char *text = g_strdup_printf ("%sT%02d:%02d:00", date, hour, minute);
  gint64 instant;

  return qh_instant_parse (text, zone, &instant) ? instant : QH_NONE;
}

char *
qh_time_of_day_format (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%H:%M");
}

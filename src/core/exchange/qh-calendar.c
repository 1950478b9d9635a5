/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-calendar.h"
#include "base/qh-error.h"
#include "exchange/qh-calendar-parts.h"
#include "exchange/qh-documents.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* So many seconds before it begins. */
#define ALARM (-10 * 60)

static void
add_text (icalcomponent *component, icalproperty *(*make) (const char *), const char *text)
{
  if (text != NULL)
    icalcomponent_add_property (component, make (text));
}

/* --- Times */

icaltimezone *
qh_calendar_find_zone (const char *name)
{
  icaltimezone *zone = name != NULL ? icaltimezone_get_builtin_timezone (name) : NULL;

  return zone == icaltimezone_get_utc_timezone () ? NULL : zone;
}

void
qh_calendar_add_time (icalcomponent *component, icalproperty *(*make) (struct icaltimetype),
                      gint64 at, icaltimezone *zone, const char *name)
{
  struct icaltimetype utc =
      icaltime_from_timet_with_zone (at / G_USEC_PER_SEC, FALSE, icaltimezone_get_utc_timezone ());
  icalproperty *property = make (zone != NULL ? icaltime_convert_to_zone (utc, zone) : utc);

  if (zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (name));
  icalcomponent_add_property (component, property);
}

icalcomponent *
qh_calendar_make_zone (icaltimezone *zone, const char *name)
{
  icalcomponent *component = icalcomponent_new_clone (icaltimezone_get_component (zone));
  icalproperty *id = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);

  if (id != NULL)
    icalproperty_set_tzid (id, name);
  return component;
}

/* --- The event */

/* Whatever the edition, what stands in a calendar is what the client may read. */
static QhHandout *
clients_page (const QhSheet *sheet)
{
  QhSheet his = *sheet;

  his.edition = QH_EDITION_CLIENT;
  return qh_handout_new (&his);
}

static icalcomponent *
make_alarm (const char *summary)
{
  icalcomponent *alarm = icalcomponent_new_valarm ();
  struct icaltriggertype trigger = icaltriggertype_from_int (ALARM);

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  add_text (alarm, icalproperty_new_description, summary);
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  return alarm;
}

static icalproperty_status
status_of (const QhSheet *sheet)
{
  if (sheet->is_cancelled)
    return ICAL_STATUS_CANCELLED;
  return sheet->is_tentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

static icalcomponent *
make_event (const QhSheet *sheet, const char *zone_name, icaltimezone *zone)
{
  QhMeeting *meeting = qh_plan_get_meeting (sheet->context->plan);
  gint64 length = qh_plan_budget (sheet->context->plan, sheet->context->client);
  g_autoptr (QhHandout) handout = clients_page (sheet);
  g_autofree char *text = qh_handout_to_text (handout);
  icalcomponent *event = icalcomponent_new_vevent ();

  add_text (event, icalproperty_new_uid, QH_RECORD (meeting)->id);
  qh_calendar_add_time (event, icalproperty_new_dtstamp, sheet->exported, NULL, NULL);
  icalcomponent_add_property (event, icalproperty_new_sequence ((int)sheet->revision));
  qh_calendar_add_time (event, icalproperty_new_dtstart, meeting->start, zone, zone_name);
  qh_calendar_add_time (event, icalproperty_new_dtend, meeting->start + length * G_USEC_PER_SEC,
                        zone, zone_name);
  icalcomponent_add_property (event, icalproperty_new_status (status_of (sheet)));
  add_text (event, icalproperty_new_summary, handout->subject);
  add_text (event, icalproperty_new_location, meeting->place);
  add_text (event, icalproperty_new_description, text);
  icalcomponent_add_component (event, make_alarm (handout->subject));
  return event;
}

/* --- Promises */

/* "2026-11-26" as a day without a time. */
static struct icaltimetype
read_day (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  g_autofree char *digits = g_strjoinv (NULL, parts);

  return icaltime_from_string (digits);
}

static icalcomponent *
make_task (const QhSheet *sheet, QhPromise *promise)
{
  icalcomponent *task = icalcomponent_new_vtodo ();

  add_text (task, icalproperty_new_uid, QH_RECORD (promise)->id);
  qh_calendar_add_time (task, icalproperty_new_dtstamp, sheet->exported, NULL, NULL);
  add_text (task, icalproperty_new_summary, promise->what);
  icalcomponent_add_property (task, icalproperty_new_due (read_day (promise->due)));
  icalcomponent_add_property (task, icalproperty_new_status (ICAL_STATUS_NEEDSACTION));
  return task;
}

static void
add_tasks (icalcomponent *calendar, const QhSheet *sheet)
{
  GPtrArray *promises = sheet->context->promises;

  if (sheet->edition == QH_EDITION_CLIENT)
    return;
  for (guint i = 0; i < promises->len; i++) {
    QhPromise *promise = promises->pdata[i];
    if (promise->status == QH_PROMISE_STATUS_OPEN && promise->due != NULL)
      icalcomponent_add_component (calendar, make_task (sheet, promise));
  }
}

/* --- All of it */

GBytes *
qh_sheet_to_calendar (const QhSheet *sheet, GError **error)
{
  QhMeeting *meeting = qh_plan_get_meeting (sheet->context->plan);
  g_autoptr (icalcomponent) calendar = NULL;
  icaltimezone *zone = qh_calendar_find_zone (meeting->zone);
  char *written, *text;

  if (meeting->start == QH_NONE) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("A meeting without a day has no place in a calendar"));
    return NULL;
  }
  calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (QH_CALENDAR_PRODUCT));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  if (zone != NULL)
    icalcomponent_add_component (calendar, qh_calendar_make_zone (zone, meeting->zone));
  icalcomponent_add_component (calendar, make_event (sheet, meeting->zone, zone));
  add_tasks (calendar, sheet);
  written = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (written);
  icalmemory_free_buffer (written);
  return g_bytes_new_take (text, strlen (text));
}

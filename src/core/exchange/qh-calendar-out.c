/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-calendar-parts.h"
#include "exchange/qh-calendars.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define STEP 64
#define LENGTH (15 * QH_MINUTE) /* of a meeting that says nothing of it */

typedef struct {
  QhStore *store;
  icalcomponent *calendar;
  GHashTable *zones; /* names of those that are in it */
  const QhWatch *watch;
  guint done, whole;
} Writing;

static icalproperty_status
status_of (QhMeeting *meeting)
{
  if (meeting->status == QH_MEETING_STATUS_CANCELLED)
    return ICAL_STATUS_CANCELLED;
  if (meeting->cleared == NULL && (meeting->status == QH_MEETING_STATUS_DRAFT ||
                                   meeting->status == QH_MEETING_STATUS_SUBMITTED))
    return ICAL_STATUS_TENTATIVE;
  return ICAL_STATUS_CONFIRMED;
}

static void
add_zone (Writing *writing, icaltimezone *zone, const char *name)
{
  if (zone != NULL && g_hash_table_add (writing->zones, g_strdup (name)))
    icalcomponent_add_component (writing->calendar, qh_calendar_make_zone (zone, name));
}

static void
add_attendee (icalcomponent *event, QhContact *contact)
{
  g_autofree char *address = g_strconcat ("mailto:", contact->email, NULL);
  icalproperty *property;

  if (contact->email == NULL)
    return;
  property = icalproperty_new_attendee (address);
  icalproperty_add_parameter (property, icalparameter_new_cn (contact->name));
  icalcomponent_add_property (event, property);
}

static gboolean
add_attendees (Writing *writing, icalcomponent *event, const char *meeting, GError **error)
{
  g_autoptr (GPtrArray) contacts = qh_store_select (
      writing->store, &qh_contact_entity,
      "WHERE id IN (SELECT contact FROM attendee WHERE meeting = ?1) ORDER BY name_key, id",
      (const char *[]){ meeting, NULL }, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    add_attendee (event, contacts->pdata[i]);
  return contacts != NULL;
}

static gint64
length_of (QhMeeting *meeting, QhClient *client)
{
  if (meeting->budget != QH_NONE)
    return meeting->budget;
  return client->minutes_limit != QH_NONE ? client->minutes_limit * QH_MINUTE : LENGTH;
}

static icalcomponent *
make_event (QhMeeting *meeting, QhClient *client, icaltimezone *zone)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  QhRecord *record = QH_RECORD (meeting);
  gint64 end = meeting->start + length_of (meeting, client) * G_USEC_PER_SEC;
  /* Translators: what a calendar shows of a meeting: a client, and a title */
  g_autofree char *summary = meeting->title != NULL
                                 ? g_strdup_printf (_ ("%s: %s"), client->name, meeting->title)
                                 : g_strdup (client->name);

  icalcomponent_add_property (
      event, icalproperty_new_uid (meeting->uid != NULL ? meeting->uid : record->id));
  qh_calendar_add_time (event, icalproperty_new_dtstamp, record->modified, NULL, NULL);
  qh_calendar_add_time (event, icalproperty_new_dtstart, meeting->start, zone, meeting->zone);
  qh_calendar_add_time (event, icalproperty_new_dtend, end, zone, meeting->zone);
  icalcomponent_add_property (event, icalproperty_new_status (status_of (meeting)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (meeting->place != NULL)
    icalcomponent_add_property (event, icalproperty_new_location (meeting->place));
  if (meeting->output != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (meeting->output));
  return event;
}

static gboolean
write_meeting (QhRecord *record, gpointer data, GError **error)
{
  Writing *writing = data;
  QhMeeting *meeting = QH_MEETING (record);
  icaltimezone *zone = qh_calendar_find_zone (meeting->zone);
  g_autoptr (QhRecord) client =
      qh_bulk_get (writing->store, &qh_client_entity, meeting->client, error);
  icalcomponent *event;

  if (client == NULL || (writing->done++ % STEP == 0 &&
                         !qh_watch_go_on (writing->watch, writing->done, writing->whole, error)))
    return FALSE;
  add_zone (writing, zone, meeting->zone);
  event = make_event (meeting, QH_CLIENT (client), zone);
  icalcomponent_add_component (writing->calendar, event);
  return add_attendees (writing, event, record->id, error);
}

GBytes *
qh_calendar_write (QhStore *store, const char *client, const QhWatch *watch, GError **error)
{
  g_autoptr (icalcomponent) calendar = icalcomponent_new_vcalendar ();
  g_autoptr (GHashTable) zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writing writing = { store, calendar, zones, watch };
  const char *tail = client != NULL ? "WHERE start IS NOT NULL AND client = ?1 ORDER BY start, id"
                                    : "WHERE start IS NOT NULL ORDER BY start, id";
  const char *const values[] = { client, NULL };
  char *written, *text;

  writing.whole = (guint)qh_store_count (
      store,
      "SELECT count (*) FROM meeting WHERE start IS NOT NULL AND client = coalesce (?1, client)",
      values);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (QH_CALENDAR_PRODUCT));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  if (!qh_bulk_each (store, &qh_meeting_entity, tail, values, write_meeting, &writing, error))
    return NULL;
  written = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (written);
  icalmemory_free_buffer (written);
  return g_bytes_new_take (text, strlen (text));
}

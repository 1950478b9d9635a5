/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "exchange/qh-calendar-parts.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-decode.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Occurrences of one event that are looked at for the next: more than a year of hours. */
#define OCCURRENCES_MAX 10000

/* An event, or the next occurrence of one. */
typedef struct {
  char *uid;
  char *summary, *location, *zone;
  gint64 start, end; /* QH_NONE: no hour */
  gboolean is_cancelled;
  GPtrArray *emails; /* of organizer and attendees, folded */
  char *reason; /* why it cannot be taken */
} Event;

typedef struct {
  QhStore *store;
  GHashTable *by_email; /* folded → id of a contact */
  GHashTable *of_contact; /* id of a contact → id of his client */
  GPtrArray *names; /* of clients, folded; beside them the ids */
  GPtrArray *ids;
} Known;

static void
event_free (Event *event)
{
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->location);
  g_free (event->zone);
  g_free (event->reason);
  g_ptr_array_unref (event->emails);
  g_free (event);
}

/* --- Times */

/* The end of the year 9999, in seconds since 1970. */
#define LATEST G_GINT64_CONSTANT (253402300799)

static gint64
to_instant (struct icaltimetype time, GTimeZone *own)
{
  g_autoptr (GDateTime) local = NULL;

  if (icaltime_is_null_time (time) || time.is_date)
    return QH_NONE;
  if (time.zone != NULL || icaltime_is_utc (time)) {
    gint64 seconds = icaltime_as_timet_with_zone (time, time.zone);
    return ABS (seconds) <= LATEST ? seconds * G_USEC_PER_SEC : QH_NONE;
  }
  /* One that floats is where the person is. */
  local =
      g_date_time_new (own, time.year, time.month, time.day, time.hour, time.minute, time.second);
  return local != NULL ? g_date_time_to_unix (local) * G_USEC_PER_SEC : QH_NONE;
}

static char *
zone_name (icalcomponent *component)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalparameter *zone =
      start != NULL ? icalproperty_get_first_parameter (start, ICAL_TZID_PARAMETER) : NULL;
  const char *name = zone != NULL ? icalparameter_get_tzid (zone) : NULL;

  if (name == NULL)
    return NULL;
  /* Some programs put their own name before that of the zone. */
  for (; name != NULL; name = strchr (name + 1, '/')) {
    const char *plain = *name == '/' ? name + 1 : name;
    if (qh_zone_is_valid (plain) && strchr (plain, '/') != NULL)
      return g_strdup (plain);
  }
  return NULL;
}

/* --- Reading an event */

static void
add_email (Event *event, const char *address)
{
  if (address == NULL)
    return;
  if (g_ascii_strncasecmp (address, "mailto:", 7) == 0)
    address += 7;
  g_ptr_array_add (event->emails, qh_text_fold (address));
}

static void
read_emails (Event *event, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_ATTENDEE_PROPERTY);

  for (; property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_ATTENDEE_PROPERTY))
    add_email (event, icalproperty_get_attendee (property));
  property = icalcomponent_get_first_property (component, ICAL_ORGANIZER_PROPERTY);
  if (property != NULL)
    add_email (event, icalproperty_get_organizer (property));
}

/* Text as it came may be none. */
static char *
valid_text (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return qh_text_trim (valid);
}

static Event *
event_new (icalcomponent *component, GTimeZone *own)
{
  Event *event = g_new0 (Event, 1);

  event->emails = g_ptr_array_new_with_free_func (g_free);
  event->uid = valid_text (icalcomponent_get_uid (component));
  event->summary = valid_text (icalcomponent_get_summary (component));
  event->location = valid_text (icalcomponent_get_location (component));
  event->zone = zone_name (component);
  event->start = to_instant (icalcomponent_get_dtstart (component), own);
  event->end = to_instant (icalcomponent_get_dtend (component), own);
  event->is_cancelled = icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED;
  read_emails (event, component);
  if (event->uid == NULL)
    event->reason = g_strdup (_ ("it has no UID, by which it would be known again"));
  else if (event->start == QH_NONE)
    event->reason = g_strdup (_ ("it lasts all day: a meeting begins at an hour"));
  return event;
}

/* --- Recurrence */

typedef struct {
  gint64 now;
  gint64 start; /* of the next occurrence, or QH_NONE */
  GHashTable *overrides; /* "UID second" → component */
  const char *uid;
  guint n;
} Next;

static char *
occurrence_key (const char *uid, gint64 start)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, uid, start / G_USEC_PER_SEC);
}

static void
on_occurrence (icalcomponent *component, struct icaltime_span *span, void *data)
{
  Next *next = data;
  gint64 start = CLAMP ((gint64)span->start, -LATEST, LATEST) * G_USEC_PER_SEC;
  g_autofree char *key = occurrence_key (next->uid, start);
  icalcomponent *override = g_hash_table_lookup (next->overrides, key);

  if (next->n++ > OCCURRENCES_MAX || (next->start != QH_NONE && next->start <= start) ||
      span->end < next->now / G_USEC_PER_SEC)
    return;
  if (override != NULL && icalcomponent_get_status (override) == ICAL_STATUS_CANCELLED)
    return;
  next->start = start;
}

/* Makes @event the next occurrence: what stands in its place, where that was changed. */
static Event *
take_next (Event *event, icalcomponent *component, GHashTable *overrides, gint64 now,
           GTimeZone *own)
{
  struct icaltimetype begin = icaltime_from_timet_with_zone (
      MAX (now / G_USEC_PER_SEC - 86400, 0), FALSE, icaltimezone_get_utc_timezone ());
  struct icaltimetype end = begin;
  Next next = { now, QH_NONE, overrides, event->uid };
  g_autofree char *key = NULL;
  icalcomponent *override;

  end.year += 2;
  icalcomponent_foreach_recurrence (component, begin, end, on_occurrence, &next);
  if (next.start == QH_NONE) {
    event->reason = g_strdup (_ ("it recurs, and is over"));
    return event;
  }
  key = occurrence_key (event->uid, next.start);
  override = g_hash_table_lookup (overrides, key);
  if (override != NULL) {
    event_free (event);
    event = event_new (override, own);
  } else {
    event->end = event->end != QH_NONE ? next.start + (event->end - event->start) : QH_NONE;
    event->start = next.start;
  }
  g_free (event->uid);
  event->uid = g_steal_pointer (&key);
  return event;
}

static gboolean
recurs (icalcomponent *component)
{
  return icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY) != NULL ||
         icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY) != NULL;
}

static gboolean
is_override (icalcomponent *component)
{
  return icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY) != NULL;
}

/* --- The file */

typedef void (*ComponentFunc) (icalcomponent *event, gpointer data);

static void
each_event (icalcomponent *component, ComponentFunc func, gpointer data)
{
  icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);

  if (icalcomponent_isa (component) == ICAL_VEVENT_COMPONENT)
    func (component, data);
  for (; child != NULL; child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT)) {
    icalcomponent_kind kind = icalcomponent_isa (child);
    if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VCALENDAR_COMPONENT)
      each_event (child, func, data);
  }
}

typedef struct {
  GHashTable *overrides;
  GPtrArray *events; /* Event */
  gint64 now;
  GTimeZone *own;
} File;

static void
note_override (icalcomponent *component, gpointer data)
{
  File *file = data;
  const char *uid = icalcomponent_get_uid (component);
  gint64 at = to_instant (icalcomponent_get_recurrenceid (component), file->own);

  if (is_override (component) && uid != NULL && at != QH_NONE)
    g_hash_table_insert (file->overrides, occurrence_key (uid, at), component);
}

static void
add_event (icalcomponent *component, gpointer data)
{
  File *file = data;
  Event *event;

  if (is_override (component))
    return;
  event = event_new (component, file->own);
  if (event->reason == NULL && recurs (component))
    event = take_next (event, component, file->overrides, file->now, file->own);
  g_ptr_array_add (file->events, event);
}

static icalcomponent *
parse (GBytes *bytes, GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding;
  g_autofree char *text =
      qh_decode_text (data != NULL ? data : "", size, &length, &encoding, error);
  g_autofree char *head = NULL;
  icalcomponent *root;

  if (text == NULL)
    return NULL;
  head = g_ascii_strup (text, (gssize)MIN (length, 65536));
  root = strstr (head, "BEGIN:VCALENDAR") != NULL && memchr (text, '\0', length) == NULL
             ? icalparser_parse_string (text)
             : NULL;
  if (root == NULL)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("it holds no calendar: expected “BEGIN:VCALENDAR”"));
  return root;
}

/* (Event, transfer full) */
static GPtrArray *
read_events (QhStore *store, GBytes *bytes, GError **error)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (icalcomponent) root = parse (bytes, error);
  g_autoptr (GHashTable) overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GTimeZone) own = qh_clock_zone (clock);
  File file = { overrides, NULL, qh_clock_now (clock), own };

  if (root == NULL)
    return NULL;
  file.events = g_ptr_array_new_with_free_func ((GDestroyNotify)event_free);
  each_event (root, note_override, &file);
  each_event (root, add_event, &file);
  return file.events;
}

/* --- Whose it is */

static gboolean
know_contact (QhRecord *record, gpointer data, GError **error)
{
  Known *known = data;
  QhContact *contact = QH_CONTACT (record);

  g_hash_table_insert (known->by_email, qh_text_fold (contact->email), g_strdup (record->id));
  g_hash_table_insert (known->of_contact, g_strdup (record->id), g_strdup (contact->client));
  return TRUE;
}

static gboolean
know_client (QhRecord *record, gpointer data, GError **error)
{
  Known *known = data;

  g_ptr_array_add (known->names, qh_text_fold (QH_CLIENT (record)->name));
  g_ptr_array_add (known->ids, g_strdup (record->id));
  return TRUE;
}

static void
known_free (Known *known)
{
  g_hash_table_unref (known->by_email);
  g_hash_table_unref (known->of_contact);
  g_ptr_array_unref (known->names);
  g_ptr_array_unref (known->ids);
  g_free (known);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Known, known_free)

static Known *
known_new (QhStore *store, GError **error)
{
  g_autoptr (Known) known = g_new0 (Known, 1);

  known->store = store;
  known->by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->of_contact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->names = g_ptr_array_new_with_free_func (g_free);
  known->ids = g_ptr_array_new_with_free_func (g_free);
  if (qh_bulk_each (store, &qh_contact_entity, "WHERE email IS NOT NULL ORDER BY id DESC", NULL,
                    know_contact, known, error) &&
      qh_bulk_each (store, &qh_client_entity, "ORDER BY id", NULL, know_client, known, error))
    return g_steal_pointer (&known);
  return NULL;
}

/* The client whose name stands in the summary; of several, the longest name. */
static const char *
find_by_name (Known *known, const Event *event)
{
  g_autofree char *summary = qh_text_fold (event->summary);
  const char *best = NULL;
  gsize length = 0;

  for (guint i = 0; i < known->names->len; i++) {
    const char *name = known->names->pdata[i];
    if (strlen (name) > length && qh_text_find_phrase (summary, name, FALSE) >= 0) {
      best = known->ids->pdata[i];
      length = strlen (name);
    }
  }
  return best;
}

static const char *
find_client (Known *known, const Event *event)
{
  for (guint i = 0; i < event->emails->len; i++) {
    const char *contact = g_hash_table_lookup (known->by_email, event->emails->pdata[i]);
    if (contact != NULL)
      return g_hash_table_lookup (known->of_contact, contact);
  }
  return find_by_name (known, event);
}

/* The meeting that the event became, or that it was made from. */
static QhRecord *
find_meeting (QhStore *store, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_meeting_entity, "WHERE uid = ?1 OR (uid IS NULL AND id = ?1)",
                       (const char *[]){ uid, NULL }, error);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* Whose it is: that of the meeting which it became before, too. */
static char *
whose (Known *known, const Event *event)
{
  const char *client = find_client (known, event);
  g_autoptr (QhRecord) meeting =
      client == NULL && event->uid != NULL ? find_meeting (known->store, event->uid, NULL) : NULL;

  if (meeting != NULL)
    return g_strdup (QH_MEETING (meeting)->client);
  return g_strdup (client);
}

static void
calendar_event_free (QhCalendarEvent *event)
{
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->client);
  g_free (event->reason);
  g_free (event);
}

GPtrArray *
qh_calendar_list (QhStore *store, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) events = read_events (store, bytes, error);
  g_autoptr (Known) known = events != NULL ? known_new (store, error) : NULL;
  GPtrArray *shown;

  if (known == NULL)
    return NULL;
  shown = g_ptr_array_new_with_free_func ((GDestroyNotify)calendar_event_free);
  for (guint i = 0; i < events->len; i++) {
    const Event *event = events->pdata[i];
    QhCalendarEvent *line = g_new0 (QhCalendarEvent, 1);
    line->uid = g_strdup (event->uid);
    line->summary = g_strdup (event->summary);
    line->start = event->start;
    line->client = whose (known, event);
    line->reason = g_strdup (event->reason);
    g_ptr_array_add (shown, line);
  }
  return g_steal_pointer (&shown);
}

/* --- Taking one in */

typedef struct {
  Known *known;
  const char *name; /* of the file */
  GHashTable *clients;
  const char *client;
  QhImportReport *report;
} Taking;

static void
skip (Taking *taking, const Event *event, const char *reason)
{
  g_autofree char *shown = qh_text_shorten (event->summary, 40);
  /* Translators: a file's name, and the summary of an event in it */
  g_autofree char *where = g_strdup_printf (_ ("%s, “%s”"), taking->name, shown);

  qh_import_skip (taking->report, where, g_strdup (reason));
}

static void
set_place (QhRecord *record, const Event *event)
{
  if (event->location == NULL)
    return;
  qh_record_set_string (record, "place", event->location);
  if (strstr (event->location, "://") != NULL)
    qh_record_set_int (record, "mode", QH_MEETING_MODE_VIDEO);
}

/* What went out from here has the client's name before the title. */
static gboolean
says_title (QhRecord *record, const Event *event)
{
  const char *title = QH_MEETING (record)->title;

  return title != NULL && event->summary != NULL && g_str_has_suffix (event->summary, title);
}

static void
fill_meeting (QhRecord *record, const Event *event, gboolean is_own)
{
  gint64 length = event->end != QH_NONE ? (event->end - event->start) / G_USEC_PER_SEC : 0;

  qh_record_set_int (record, "start", event->start);
  if (event->zone != NULL)
    qh_record_set_string (record, "zone", event->zone);
  if (length > 0 && length <= 86400 && !(is_own && QH_MEETING (record)->budget == QH_NONE))
    qh_record_set_int (record, "budget", length);
  if (event->summary != NULL && !is_own && !says_title (record, event))
    qh_record_set_string (record, "title", event->summary);
  set_place (record, event);
  if (event->is_cancelled)
    qh_record_set_int (record, "status", QH_MEETING_STATUS_CANCELLED);
}

static gboolean
is_open (QhMeeting *meeting)
{
  return meeting->status == QH_MEETING_STATUS_DRAFT ||
         meeting->status == QH_MEETING_STATUS_SUBMITTED ||
         meeting->status == QH_MEETING_STATUS_APPROVED;
}

static gboolean
update_meeting (Taking *taking, QhRecord *record, const Event *event, GError **error)
{
  g_autoptr (QhRecord) changed = qh_record_duplicate (record);

  fill_meeting (changed, event, QH_MEETING (record)->uid == NULL);
  if (qh_record_equal (changed, record)) {
    taking->report->same++;
    return TRUE;
  }
  if (!is_open (QH_MEETING (record))) {
    skip (taking, event, _ ("the meeting was held or cancelled, and stays as it is"));
    return TRUE;
  }
  fill_meeting (record, event, QH_MEETING (record)->uid == NULL);
  if (!qh_store_save (taking->known->store, record, error))
    return FALSE;
  g_ptr_array_add (taking->report->ids, g_strdup (record->id));
  taking->report->changed++;
  return TRUE;
}

static gboolean
add_attendees (Taking *taking, QhRecord *meeting, const Event *event, GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < event->emails->len; i++) {
    const char *contact = g_hash_table_lookup (taking->known->by_email, event->emails->pdata[i]);
    const char *client =
        contact != NULL ? g_hash_table_lookup (taking->known->of_contact, contact) : NULL;
    g_autoptr (QhRecord) attendee = NULL;
    if (g_strcmp0 (client, QH_MEETING (meeting)->client) != 0 ||
        !g_hash_table_add (added, (gpointer)contact))
      continue;
    attendee = qh_record_new (&qh_attendee_entity);
    qh_record_set_string (attendee, "meeting", meeting->id);
    qh_record_set_string (attendee, "contact", contact);
    if (!qh_store_save (taking->known->store, attendee, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_meeting (Taking *taking, const Event *event, const char *client, GError **error)
{
  g_autoptr (QhRecord) record = qh_record_new (&qh_meeting_entity);

  qh_record_set_string (record, "client", client);
  qh_record_set_string (record, "uid", event->uid);
  fill_meeting (record, event, FALSE);
  if (!qh_store_save (taking->known->store, record, error) ||
      !add_attendees (taking, record, event, error))
    return FALSE;
  g_ptr_array_add (taking->report->ids, g_strdup (record->id));
  taking->report->added++;
  return TRUE;
}

static const char *
choose_client (Taking *taking, const Event *event)
{
  const char *client =
      taking->clients != NULL ? g_hash_table_lookup (taking->clients, event->uid) : NULL;

  if (client == NULL)
    client = find_client (taking->known, event);
  return client != NULL ? client : taking->client;
}

/* What the event says may be no meeting: too long a text, a year beyond all calendars. */
static gboolean
forgive (Taking *taking, const Event *event, GError *problem, GError **error)
{
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_INVALID)) {
    skip (taking, event, problem->message);
    g_error_free (problem);
    return TRUE;
  }
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
take_event (Taking *taking, const Event *event, GError **error)
{
  g_autoptr (QhRecord) meeting = NULL;
  g_autoptr (GError) problem = NULL;
  const char *client;

  if (event->reason != NULL) {
    skip (taking, event, event->reason);
    return TRUE;
  }
  meeting = find_meeting (taking->known->store, event->uid, &problem);
  if (problem != NULL)
    return forgive (taking, event, g_steal_pointer (&problem), error);
  if (meeting != NULL)
    return update_meeting (taking, meeting, event, &problem) ||
           forgive (taking, event, g_steal_pointer (&problem), error);
  client = choose_client (taking, event);
  if (event->is_cancelled || client == NULL) {
    skip (taking, event, event->is_cancelled ? _ ("it was cancelled") : _ ("no client fits it"));
    return TRUE;
  }
  return add_meeting (taking, event, client, &problem) ||
         forgive (taking, event, g_steal_pointer (&problem), error);
}

gboolean
qh_calendar_take (QhStore *store, GBytes *bytes, const char *name, GHashTable *clients,
                  const char *client, QhImportReport *report, const QhWatch *watch, GError **error)
{
  g_autoptr (GPtrArray) events = read_events (store, bytes, error);
  g_autoptr (Known) known = events != NULL ? known_new (store, error) : NULL;
  Taking taking = { known, name, clients, client, report };

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!qh_watch_go_on (watch, i, events->len, error) ||
        !take_event (&taking, events->pdata[i], error))
      return FALSE;
  return TRUE;
}

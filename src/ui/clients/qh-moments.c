/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-moments.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

typedef struct {
  const QhEntity *entity;
  const char *tail;
  char *(*day) (QhRecord *record);
} Source;

static char *
get_meeting_day (QhRecord *record)
{
  QhMeeting *meeting = QH_MEETING (record);
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, NULL);

  return qh_instant_to_date (meeting->start, zone);
}

static char *
get_remark_day (QhRecord *record)
{
  return g_strdup (QH_REMARK (record)->said);
}

static char *
get_promise_day (QhRecord *record)
{
  QhPromise *promise = QH_PROMISE (record);

  return g_strdup (promise->kept     ? promise->kept
                   : promise->broken ? promise->broken
                                     : promise->made);
}

static char *
get_friction_day (QhRecord *record)
{
  QhFriction *friction = QH_FRICTION (record);

  return g_strdup (friction->removed ? friction->removed : friction->reported);
}

static char *
get_contact_log_day (QhRecord *record)
{
  return qh_instant_to_date (QH_CONTACT_LOG (record)->at, NULL);
}

static char *
get_movement_day (QhRecord *record)
{
  return qh_instant_to_date (QH_MOVEMENT (record)->at, NULL);
}

/* What was given and not taken back: a numbered copy is his while he holds it. (The plus: what came
 * back of an item from all is no way to what came back from him.) */
#define GIVEN                                                                        \
  "WHERE client = ?1 AND kind = 'deliver' AND iif (number IS NULL,"                  \
  "  NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.client = movement.client" \
  "    AND back.content = movement.content AND back.number IS NULL"                  \
  "    AND back.kind = 'return' AND +back.at >= movement.at),"                       \
  "  EXISTS (SELECT 1 FROM holding WHERE holding.movement = movement.id))"           \
  "  ORDER BY at DESC LIMIT CAST (?2 AS INTEGER)"

static const Source sources[] = {
  { &qh_meeting_entity,
    "WHERE client = ?1 AND start IS NOT NULL ORDER BY start DESC LIMIT CAST (?2 AS INTEGER)",
    get_meeting_day },
  { &qh_remark_entity, "WHERE client = ?1 ORDER BY said DESC LIMIT CAST (?2 AS INTEGER)",
    get_remark_day },
  { &qh_promise_entity, "WHERE client = ?1 ORDER BY made DESC LIMIT CAST (?2 AS INTEGER)",
    get_promise_day },
  { &qh_friction_entity, "WHERE client = ?1 ORDER BY reported DESC LIMIT CAST (?2 AS INTEGER)",
    get_friction_day },
  { &qh_contact_log_entity, "WHERE client = ?1 ORDER BY at DESC LIMIT CAST (?2 AS INTEGER)",
    get_contact_log_day },
  { &qh_movement_entity, GIVEN, get_movement_day },
};

static void
free_moment (gpointer data)
{
  QhMoment *moment = data;

  g_object_unref (moment->record);
  g_free (moment->day);
  g_free (moment->text);
  g_free (moment);
}

/* Newest first; of one day the newest record first, so that the order is always the same. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const QhMoment *left = *(const QhMoment *const *)a, *right = *(const QhMoment *const *)b;
  int order = g_strcmp0 (right->day, left->day);

  return order != 0 ? order : g_strcmp0 (right->record->id, left->record->id);
}

/* "Benchmark clinic · The board has asked to see it." */
static char *
describe_given (QhStore *store, QhMovement *movement)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, movement->content, NULL);
  g_autofree char *title = item ? qh_record_title (item) : NULL;

  return qh_closure_join (NULL, title ? title : "", movement->opened);
}

static void
add_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Their words, else what they wanted, else how they came; and how it went. */
static char *
describe_contact (QhContactLog *contact)
{
  GString *text;

  if (contact->words)
    return g_strdup (contact->words);
  text =
      g_string_new (contact->wanted ? contact->wanted
                                    : qh_enum_label (qh_contact_channel_values, contact->channel));
  if (contact->solved)
    add_part (text, contact->solved == QH_SOLVED_YES ? _ ("solved") : _ ("not solved"));
  if (contact->rings != QH_NONE) {
    int rings = (int)contact->rings;
    g_autofree char *part = g_strdup_printf (ngettext ("%d ring", "%d rings", rings), rings);
    add_part (text, part);
  }
  if (contact->minutes != QH_NONE) {
    g_autofree char *part = g_strdup_printf (_ ("%d min"), (int)contact->minutes);
    add_part (text, part);
  }
  return g_string_free (text, FALSE);
}

static char *
describe (QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);

  if (entity == &qh_remark_entity)
    return g_strdup_printf (_ ("“%s”"), QH_REMARK (record)->words);
  if (entity == &qh_meeting_entity && QH_MEETING (record)->output)
    return g_strdup (QH_MEETING (record)->output);
  if (entity == &qh_contact_log_entity)
    return describe_contact (QH_CONTACT_LOG (record));
  if (entity == &qh_movement_entity)
    return describe_given (store, QH_MOVEMENT (record));
  return qh_record_title (record);
}

static void
add_from (QhStore *store, GPtrArray *moments, const Source *source, GPtrArray *records)
{
  for (guint i = 0; records && i < records->len; i++) {
    QhMoment *moment = g_new0 (QhMoment, 1);
    moment->record = g_object_ref (g_ptr_array_index (records, i));
    moment->day = source->day (moment->record);
    moment->text = describe (store, moment->record);
    g_ptr_array_add (moments, moment);
  }
}

GPtrArray *
qh_moments (QhStore *store, const char *client, guint max)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (client, NULL);

  GPtrArray *moments = g_ptr_array_new_with_free_func (free_moment);
  g_autofree char *limit = g_strdup_printf ("%u", max);
  const char *values[] = { client, limit, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autoptr (GPtrArray) records =
        qh_store_select (store, sources[i].entity, sources[i].tail, values, NULL);
    add_from (store, moments, &sources[i], records);
  }
  g_ptr_array_sort (moments, compare);
  if (moments->len > max)
    g_ptr_array_set_size (moments, max);
  return moments;
}

static const char *
label_promise (int status)
{
  switch (status) {
  case QH_PROMISE_STATUS_KEPT:
    return _ ("Promise kept");
  case QH_PROMISE_STATUS_BROKEN:
    return _ ("Promise broken");
  case QH_PROMISE_STATUS_WITHDRAWN:
    return _ ("Promise withdrawn");
  default:
    return _ ("Promise made");
  }
}

static const char *
label_meeting (int status)
{
  switch (status) {
  case QH_MEETING_STATUS_CANCELLED:
    return _ ("Meeting cancelled");
  case QH_MEETING_STATUS_HELD:
  case QH_MEETING_STATUS_DEBRIEFED:
    return _ ("Meeting held");
  default:
    return _ ("Meeting planned");
  }
}

const char *
qh_moment_label (const QhMoment *moment)
{
  g_return_val_if_fail (moment, NULL);

  const QhEntity *entity = qh_record_get_entity (moment->record);

  if (entity == &qh_meeting_entity)
    return label_meeting (QH_MEETING (moment->record)->status);
  if (entity == &qh_promise_entity)
    return label_promise (QH_PROMISE (moment->record)->status);
  if (entity == &qh_friction_entity)
    return QH_FRICTION (moment->record)->status == QH_FRICTION_STATUS_REMOVED
               ? _ ("Friction removed")
               : _ ("Friction reported");
  if (entity == &qh_contact_log_entity)
    return _ ("Contacted us");
  if (entity == &qh_movement_entity)
    return _ ("Content given");
  return _ ("Said");
}

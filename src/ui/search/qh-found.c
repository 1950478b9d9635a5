/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-found.h"
#include "base/qh-time.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const group_titles[QH_N_FOUND_GROUPS] = {
  [QH_FOUND_LOG] = N_ ("Log a line"),     [QH_FOUND_RECENT] = N_ ("Recent"),
  [QH_FOUND_PAGES] = N_ ("Pages"),        [QH_FOUND_ACTIONS] = N_ ("Actions"),
  [QH_FOUND_CLIENTS] = N_ ("Clients"),    [QH_FOUND_PEOPLE] = N_ ("People"),
  [QH_FOUND_MEETINGS] = N_ ("Meetings"),  [QH_FOUND_CONTENT] = N_ ("Content"),
  [QH_FOUND_TEXTS] = N_ ("In All Texts"),
};

static QhFoundGroup
find_group (const QhEntity *entity)
{
  return entity == &qh_client_entity    ? QH_FOUND_CLIENTS
         : entity == &qh_contact_entity ? QH_FOUND_PEOPLE
         : entity == &qh_meeting_entity ? QH_FOUND_MEETINGS
         : entity == &qh_content_entity ? QH_FOUND_CONTENT
                                        : QH_FOUND_TEXTS;
}

/* --- Where a record is shown */

/* The id that @record's field @name refers to; NULL when it has no such field. */
static char *
get_reference (QhRecord *record, const char *name)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);

  return field ? qh_record_get_text (record, field) : NULL;
}

static char *
name_action (const char *action, const char *target)
{
  return g_strdup_printf ("%s::%s", action, target);
}

/* What has a page of its own. */
static char *
find_own_page (QhRecord *record)
{
  static const struct {
    const QhEntity *entity;
    const char *action;
  } pages[] = {
    { &qh_client_entity, "win.open-client" },   { &qh_meeting_entity, "win.open-meeting" },
    { &qh_content_entity, "win.open-item" },    { &qh_friction_entity, "win.open-friction" },
    { &qh_promise_entity, "win.open-promise" }, { &qh_contact_log_entity, "win.open-contact-log" },
    { &qh_remark_entity, "win.open-remark" },   { &qh_received_plan_entity, "win.open-received" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].entity == qh_record_get_entity (record))
      return name_action (pages[i].action, record->id);
  return NULL;
}

static char *
find_touchpoint (QhRecord *record)
{
  int touchpoint = QH_TOUCHPOINT_CHECK (record)->touchpoint;

  return name_action ("win.open-touchpoint", qh_enum_name (qh_touchpoint_values, touchpoint));
}

/* What belongs to a record that has a page. */
static char *
find_page_of (QhRecord *record)
{
  static const struct {
    const char *field;
    const char *action;
  } references[] = {
    { "meeting", "win.open-meeting" },
    { "content", "win.open-item" },
    { "client", "win.open-client" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autofree char *id = get_reference (record, references[i].field);
    if (id)
      return name_action (references[i].action, id);
  }
  return NULL;
}

/* The detailed action that shows @record, where it belongs; NULL when no page shows it. */
static char *
find_action (QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  g_autofree char *review = NULL;
  g_autoptr (QhRecord) above = NULL;

  if (entity == &qh_touchpoint_check_entity)
    return find_touchpoint (record);
  if (entity == &qh_comment_entity) { /* shown with its review */
    review = get_reference (record, "review");
    above = review ? qh_store_get (store, &qh_review_entity, review, NULL) : NULL;
    return above ? find_page_of (above) : NULL;
  }
  char *own = find_own_page (record);
  return own ? own : find_page_of (record);
}

/* --- What is said of it */

static QhRecord *
get_client (QhStore *store, QhRecord *record)
{
  g_autofree char *meeting = get_reference (record, "meeting");
  g_autofree char *client = get_reference (record, "client");
  g_autoptr (QhRecord) above = NULL;

  if (!client && meeting) {
    above = qh_store_get (store, &qh_meeting_entity, meeting, NULL);
    client = above ? get_reference (above, "client") : NULL;
  }
  return client ? qh_store_get (store, &qh_client_entity, client, NULL) : NULL;
}

/* What belongs to a client says to whom. */
static char *
name_record (QhRecord *record, QhRecord *client)
{
  g_autofree char *title = qh_record_title (record);

  if (qh_record_get_entity (record) == &qh_touchpoint_check_entity)
    return g_strdup (
        qh_enum_label (qh_touchpoint_values, QH_TOUCHPOINT_CHECK (record)->touchpoint));
  if (!client)
    return g_steal_pointer (&title);
  if (qh_record_get_entity (record) == &qh_contact_entity)
    return g_strdup_printf ("%s · %s", title, QH_CLIENT (client)->name);
  return g_strdup (QH_CLIENT (client)->name);
}

/* The day that a record is about: the first that it has; NULL for none. */
static char *
find_day (QhRecord *record, GTimeZone *zone)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    gint64 instant;
    if ((field->flags & QH_FIELD_AUTOMATIC) != 0 || qh_record_is_none (record, field))
      continue;
    if (field->kind == QH_KIND_DATE)
      return qh_record_get_text (record, field);
    if (field->kind == QH_KIND_INSTANT) {
      g_object_get (record, field->name, &instant, NULL);
      return qh_instant_to_date (instant, zone);
    }
  }
  return NULL;
}

/* "12 March 2025"; NULL for a record that is of no day. */
static char *
label_day (QhStore *store, QhRecord *record)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autofree char *day = find_day (record, zone);

  return day ? qh_date_month_label (day, qh_clock_now (clock), zone) : NULL;
}

/* "Remark · 12 March 2025"; where the group says what it is, what else there is to say. */
static char *
describe_record (QhStore *store, QhFoundGroup group, QhRecord *record)
{
  g_autofree char *day = NULL;

  if (group == QH_FOUND_CLIENTS)
    return g_strdup (QH_CLIENT (record)->industry);
  if (group == QH_FOUND_PEOPLE)
    return g_strdup (QH_CONTACT (record)->title);
  day = label_day (store, record);
  if (group == QH_FOUND_MEETINGS || group == QH_FOUND_CONTENT)
    return g_steal_pointer (&day);
  return qh_closure_join (NULL, _ (qh_record_get_entity (record)->label), day);
}

/* --- The object */

QhFound *
qh_found_new (QhStore *store, QhFoundGroup group, const char *title, const char *action)
{
  QhFound *self = g_rc_box_new0 (QhFound);

  self->group = group;
  self->title = g_strdup (title);
  self->action = g_strdup (action);
  self->words = qh_search_words (store, title);
  return self;
}

QhFound *
qh_found_new_for_record (QhStore *store, QhFoundGroup group, QhRecord *record)
{
  g_autofree char *action = find_action (store, record);
  g_autoptr (QhRecord) client = NULL;
  QhFound *self;

  if (!action)
    return NULL;
  client = get_client (store, record);
  self = g_rc_box_new0 (QhFound);
  self->group = group;
  self->title = name_record (record, client);
  self->detail = describe_record (store, group, record);
  self->action = g_steal_pointer (&action);
  self->id = g_strdup (record->id);
  self->can_stand_beside = TRUE;
  return self;
}

/* Words that stand in the title are marked there, others have their context below. */
static void
mark (QhFound *self, QhRecord *record, const QhHit *hit)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *rest = NULL;

  if (!hit->is_name || !g_str_has_prefix (self->title, title)) {
    self->snippet = g_strdup (hit->snippet);
    return;
  }
  rest = g_markup_escape_text (self->title + strlen (title), -1);
  self->marked = g_strconcat (hit->snippet, rest, NULL);
}

QhFound *
qh_found_new_for_hit (QhStore *store, const QhHit *hit)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (hit, NULL);

  const QhEntity *entity = qh_entity_find (hit->entity);
  g_autoptr (QhRecord) record = entity ? qh_store_get (store, entity, hit->id, NULL) : NULL;
  QhFound *self = record ? qh_found_new_for_record (store, find_group (entity), record) : NULL;

  if (!self)
    return NULL;
  self->score = hit->score;
  mark (self, record, hit);
  return self;
}

QhFound *
qh_found_ref (QhFound *found)
{
  return g_rc_box_acquire (found);
}

static void
clear (gpointer data)
{
  QhFound *self = data;

  g_free (self->title);
  g_free (self->marked);
  g_free (self->detail);
  g_free (self->snippet);
  g_free (self->keys);
  g_free (self->action);
  g_free (self->id);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

void
qh_found_unref (QhFound *found)
{
  g_rc_box_release_full (found, clear);
}

const char *
qh_found_group_title (QhFoundGroup group)
{
  g_return_val_if_fail (group < QH_N_FOUND_GROUPS, "");

  return _ (group_titles[group]);
}

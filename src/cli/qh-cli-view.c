/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table says how each entity is listed; the rest follows from it. */
#include "qh-cli-view.h"
#include "qh-cli-output.h"
#include <glib/gi18n-lib.h>

#define PORTION " LIMIT 5000 OFFSET CAST (?1 AS INTEGER)"
#define PORTION_OF_CLIENT " LIMIT 5000 OFFSET CAST (?2 AS INTEGER)"
#define PORTION_SIZE 5000

#define CLIENT "client = ?1"
#define MEETING "meeting IN (SELECT id FROM meeting WHERE client = ?1)"

static const QhCliView views[] = {
  { &qh_client_entity, "name,industry,territory,minutes_limit,yearly_value", "id = ?1",
    "name_key, id" },
  { &qh_contact_entity, "name,client,role,title,email", CLIENT, "name_key, id" },
  { &qh_promise_entity, "what,client,made,due,status", CLIENT, "made, id" },
  { &qh_contact_log_entity, "at,client,channel,wanted,solved", CLIENT, "at, id" },
  { &qh_content_entity, "title,kind,modality,rarity,edition",
    "id IN (SELECT content FROM movement WHERE client = ?1)", "title_key, id" },
  { &qh_meeting_entity, "start,client,title,status,output", CLIENT, "start, id" },
  { &qh_friction_entity, "title,client,touchpoint,severity,status",
    "client = ?1 OR id IN (SELECT friction FROM friction_client WHERE client = ?1)",
    "reported, id" },
  { &qh_friction_client_entity, "friction,client", CLIENT, "id" },
  { &qh_remark_entity, "said,client,contact,theme,words", CLIENT, "said, id" },
  { &qh_attendee_entity, "meeting,contact", MEETING, "id" },
  { &qh_segment_entity, "meeting,position,kind,seconds,title", MEETING, "meeting, position, id" },
  { &qh_movement_entity, "at,kind,content,number,client", CLIENT, "rowid" },
  { &qh_waiting_entity, "content,client,since", CLIENT, "since, id" },
  { &qh_touchpoint_check_entity, "checked_on,touchpoint,owner,finding", NULL, "checked_on, id" },
  { &qh_housekeeping_entity, "task,client,minutes,moved_to,status", CLIENT, "id" },
  { &qh_review_entity, "at,meeting,reviewer,decision,summary", MEETING, "at, id" },
  { &qh_comment_entity, "review,segment,field,text,done",
    "review IN (SELECT review.id FROM review JOIN meeting ON meeting.id = review.meeting "
    "WHERE meeting.client = ?1)",
    "id" },
  { &qh_finding_accepted_entity, "meeting,rule,key,reason", MEETING, "id" },
  { &qh_export_entity, "exported,meeting,revision,edition", MEETING, "exported, id" },
  { &qh_received_plan_entity, "received,sender,client,start,score,blockers,state", NULL,
    "received, id" },
  { &qh_transfer_entity, "at,direction,content,person,state", NULL, "at, id" },
  { &qh_own_blueprint_entity, "name,advice,length", NULL, "name_key, id" },
  { &qh_decision_entity, "decided,touchpoint,verdict,reason,look_again", NULL, "decided, id" },
  { &qh_signer_entity, "name,device_id,public_key,trusted", NULL, "name_key, id" },
};

struct _QhCliListing {
  QhStore *store;
  const QhCliView *view;
  char **columns;
  QhCliTable *table;
};

const QhCliView *
qh_cli_view (const QhEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i].entity == entity)
      return &views[i];
  g_assert_not_reached ();
}

static gboolean
visit_portion (GPtrArray *records, QhCliVisit visit, gpointer data)
{
  for (guint i = 0; i < records->len; i++)
    if (!visit (records->pdata[i], data))
      return FALSE;
  return records->len == PORTION_SIZE;
}

gboolean
qh_cli_visit (QhStore *store, const QhCliView *view, const char *client, QhCliVisit visit,
              gpointer data, GError **error)
{
  g_autofree char *tail = client != NULL ? g_strconcat ("WHERE (", view->of_client, ") ORDER BY ",
                                                        view->order, PORTION_OF_CLIENT, NULL)
                                         : g_strconcat ("ORDER BY ", view->order, PORTION, NULL);

  for (guint offset = 0;; offset += PORTION_SIZE) {
    g_autofree char *skipped = g_strdup_printf ("%u", offset);
    const char *const values[] = { client != NULL ? client : skipped, skipped, NULL };
    const char *const all[] = { skipped, NULL };
    g_autoptr (GPtrArray) records =
        qh_store_select (store, view->entity, tail, client != NULL ? values : all, error);
    if (records == NULL)
      return FALSE;
    if (!visit_portion (records, visit, data))
      return TRUE;
  }
}

/* The title of the record that @field refers to, else its id. */
static char *
reference_label (QhStore *store, const QhField *field, const char *id)
{
  g_autoptr (QhRecord) target = qh_store_get (store, qh_entity_find (field->target), id, NULL);
  const QhEntity *entity;

  if (target == NULL)
    return g_strdup (id);
  entity = qh_record_get_entity (target);
  if (entity->title == NULL || qh_record_is_none (target, qh_entity_field (entity, entity->title)))
    return g_strdup (id);
  return qh_record_title (target);
}

char *
qh_cli_field_label (QhStore *store, QhRecord *record, const QhField *field)
{
  g_autofree char *text = qh_record_get_text (record, field);

  if (text != NULL && field->kind == QH_KIND_REFERENCE)
    return reference_label (store, field, text);
  if (text != NULL && field->kind == QH_KIND_ENUM)
    return g_strdup (qh_enum_label (field->values, qh_field_enum_value (field, text)));
  if (text != NULL && field->kind == QH_KIND_BOOLEAN)
    return g_strdup (g_str_equal (text, "true") ? _ ("yes") : _ ("no"));
  return g_steal_pointer (&text);
}

QhCliListing *
qh_cli_listing_new (QhStore *store, const QhCliView *view)
{
  QhCliListing *listing = g_new0 (QhCliListing, 1);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  listing->store = store;
  listing->view = view;
  listing->columns = g_strsplit (view->columns, ",", -1);
  g_ptr_array_add (headings, _ ("Id"));
  for (char **column = listing->columns; *column != NULL; column++)
    g_ptr_array_add (headings, _ (qh_entity_field (view->entity, *column)->label));
  g_ptr_array_add (headings, NULL);
  listing->table = qh_cli_table_new ((const char *const *)headings->pdata);
  return listing;
}

void
qh_cli_listing_add (QhCliListing *listing, QhRecord *record)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (record->id));
  for (char **column = listing->columns; *column != NULL; column++)
    g_ptr_array_add (cells, qh_cli_field_label (listing->store, record,
                                                qh_entity_field (listing->view->entity, *column)));
  qh_cli_table_add (listing->table, (char **)cells->pdata);
}

void
qh_cli_listing_print (QhCliListing *listing)
{
  qh_cli_table_print (listing->table);
}

void
qh_cli_listing_free (QhCliListing *listing)
{
  qh_cli_table_free (listing->table);
  g_strfreev (listing->columns);
  g_free (listing);
}

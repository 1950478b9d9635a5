/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-edition.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* What the manager and the client are handed, by entity: names of fields between spaces. The full
 * edition has every field that a person sets. NULL: no record of that entity goes out. */
static const struct {
  const QhEntity *entity;
  const char *manager;
  const char *client;
} lists[] = {
  { &qh_client_entity,
    " id name industry territory value_proposition minutes_limit no_phone no_print no_cold_mail "
    "orders_online ",
    " id name " },
  { &qh_contact_entity, " id client name role ", NULL },
  { &qh_meeting_entity,
    " id client title start zone budget mode place output measure ask fallback value_proposition "
    "cleared status score_at_start began ended output_reached result learned ease ",
    " id client title start zone budget mode place output measure ask " },
  { &qh_attendee_entity, " id meeting contact ", NULL },
  { &qh_segment_entity,
    " id meeting position kind seconds title output client_share must leave_behind takes_order "
    "content friction remark promise actual ",
    " id meeting position kind seconds title output " },
  { &qh_remark_entity, " id client contact said words theme sort answer ", NULL },
  { &qh_friction_entity,
    " id client touchpoint title words severity minutes times_per_year reported status owner due "
    "removed change cause told reason ",
    NULL },
  { &qh_promise_entity,
    " id client what made_by made due status kept broken moves moved_from consent reason public ",
    NULL },
  { &qh_content_entity,
    " id title kind modality summary rarity evidence checked recheck edition per_client "
    "available_from available_until retired ",
    NULL },
};

static const char *
list_for (int edition, const QhEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].entity == entity)
      return edition == QH_EDITION_CLIENT ? lists[i].client : lists[i].manager;
  return NULL;
}

gboolean
qh_edition_has_entity (int edition, const QhEntity *entity)
{
  return list_for (edition, entity) != NULL;
}

static gboolean
is_listed (int edition, const char *list, const QhField *field)
{
  if (edition == QH_EDITION_FULL)
    return g_str_equal (field->name, "id") ||
           !(field->flags & QH_FIELD_AUTOMATIC || g_str_equal (field->name, "author"));
  g_autofree char *word = g_strconcat (" ", field->name, " ", NULL);
  return strstr (list, word) != NULL;
}

JsonObject *
qh_edition_write_record (int edition, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  const char *list = list_for (edition, entity);
  g_autoptr (JsonObject) all = qh_record_to_json (record, 0);
  JsonObject *out = json_object_new ();

  g_return_val_if_fail (list != NULL, out);
  for (guint i = 0; i < entity->n_fields; i++) {
    const char *name = entity->fields[i].name;
    if (is_listed (edition, list, &entity->fields[i]) && json_object_has_member (all, name))
      json_object_set_member (out, name, json_object_dup_member (all, name));
  }
  return out;
}

static QhRecord *
by_role (QhContact *contact)
{
  QhRecord *redacted = qh_record_duplicate (QH_RECORD (contact));
  const char *role = qh_enum_label (qh_contact_role_values, contact->role);

  qh_record_set_string (redacted, "name", role != NULL ? role : _ ("Contact"));
  return redacted;
}

void
qh_edition_redact (int edition, QhContext *context)
{
  QhRecord *client;

  if (edition == QH_EDITION_FULL)
    return;
  for (guint i = 0; i < context->contacts->len; i++) {
    g_autoptr (QhContact) contact = context->contacts->pdata[i];
    context->contacts->pdata[i] = by_role (contact);
  }
  client = qh_record_duplicate (QH_RECORD (context->client));
  if (context->client->gatekeeper != NULL)
    /* Translators: stands for the name of a client's gatekeeper */
    qh_record_set_string (client, "gatekeeper", _ ("the gatekeeper"));
  g_object_unref (context->client);
  context->client = QH_CLIENT (client);
}

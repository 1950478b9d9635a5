/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-model.h"
#include <string.h>

static const QhEntity *const entities[] = {
  &qh_client_entity,          &qh_contact_entity,          &qh_meeting_entity,
  &qh_remark_entity,          &qh_attendee_entity,         &qh_content_entity,
  &qh_promise_entity,         &qh_contact_log_entity,      &qh_friction_entity,
  &qh_friction_client_entity, &qh_segment_entity,          &qh_movement_entity,
  &qh_waiting_entity,         &qh_touchpoint_check_entity, &qh_housekeeping_entity,
  &qh_review_entity,          &qh_comment_entity,          &qh_finding_accepted_entity,
  &qh_export_entity,          &qh_received_plan_entity,    &qh_transfer_entity,
  &qh_own_blueprint_entity,   &qh_signer_entity,           &qh_decision_entity,
};

const QhEntity *const *
qh_entities (guint *n_entities)
{
  if (n_entities != NULL)
    *n_entities = G_N_ELEMENTS (entities);
  return entities;
}

const QhEntity *
qh_entity_find (const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entities[i]->name, plain) || g_str_equal (entities[i]->plural, plain))
      return entities[i];
  return NULL;
}

guint
qh_entity_index (const QhEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (entities[i] == entity)
      return i;
  g_assert_not_reached ();
}

char *
qh_entity_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", entities[i]->name);
  return g_string_free (names, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-trust.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Of what holds a gate, so many of each sort are told at most. */
#define QH_TRUSTS_BECAUSE_MAX 200

/* How reliable we were to the client with this id, or to all (NULL), by the store's clock. It is
 * read from sums that are kept with every change, and costs the same however much was logged.
 * (transfer full) */
gboolean qh_store_trust (QhStore *store, const char *client, QhTrust **trust, GError **error);

/* The same without what holds the gate, thing by thing: as much as its sentence tells, and what is
 * known of each touchpoint. */
gboolean qh_store_trust_figures (QhStore *store, const char *client, QhTrust **trust,
                                 GError **error);

/* The entities that what it says is made of. */
#define QH_TRUST_ENTITIES                                                             \
  (QH_ENTITY_BIT (&qh_client_entity) | QH_ENTITY_BIT (&qh_promise_entity) |           \
   QH_ENTITY_BIT (&qh_friction_entity) | QH_ENTITY_BIT (&qh_friction_client_entity) | \
   QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_contact_log_entity) |      \
   QH_ENTITY_BIT (&qh_touchpoint_check_entity))

G_END_DECLS

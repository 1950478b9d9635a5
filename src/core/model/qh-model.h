/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-attendee.h"
#include "model/qh-client.h"
#include "model/qh-comment.h"
#include "model/qh-contact-log.h"
#include "model/qh-contact.h"
#include "model/qh-content.h"
#include "model/qh-decision.h"
#include "model/qh-export.h"
#include "model/qh-finding-accepted.h"
#include "model/qh-friction-client.h"
#include "model/qh-friction.h"
#include "model/qh-housekeeping.h"
#include "model/qh-meeting.h"
#include "model/qh-movement.h"
#include "model/qh-own-blueprint.h"
#include "model/qh-promise.h"
#include "model/qh-received-plan.h"
#include "model/qh-remark.h"
#include "model/qh-review.h"
#include "model/qh-segment.h"
#include "model/qh-signer.h"
#include "model/qh-touchpoint-check.h"
#include "model/qh-transfer.h"
#include "model/qh-waiting.h"

G_BEGIN_DECLS

/* Every entity, an entity before those that refer to it where that is possible. */
const QhEntity *const *qh_entities (guint *n_entities);

/* The entity called @name, singular or plural, with `-` or `_`; NULL when there is none. */
const QhEntity *qh_entity_find (const char *name);

/* The place of @entity in qh_entities (): its bit in a QhEntities set. */
guint qh_entity_index (const QhEntity *entity);

/* A set of entities, one bit each. */
typedef guint64 QhEntities;
#define QH_ENTITY_BIT(entity) (G_GUINT64_CONSTANT (1) << qh_entity_index (entity))

/* Every entity's name, comma-separated, for an error text. */
char *qh_entity_names (void);

G_END_DECLS

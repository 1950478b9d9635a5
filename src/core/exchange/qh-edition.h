/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What of @record may go out in @edition (QhEdition), as an object of its fields: built from a list
 * of what may, so that a field added later stays in until somebody lets it out. Never `created`,
 * `modified` and `author`, which say nothing about the plan. (transfer full) */
JsonObject *qh_edition_write_record (int edition, QhRecord *record);

/* Whether records of @entity go out in @edition at all. */
gboolean qh_edition_has_entity (int edition, const QhEntity *entity);

/* Makes @context, which is @edition's own, speak of people by what they do there, in every edition
 * but the full one: before it is reviewed, so that no finding names them either. */
void qh_edition_redact (int edition, QhContext *context);

G_END_DECLS

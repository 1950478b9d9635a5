/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The member `ledger` of a plan file: how things stood with each item that the plan links to, so
 * that its review says the same wherever it is read. */

/* @linked: the QhContent that go along. (transfer full) */
JsonArray *qh_plan_ledger_write (const QhContext *context, GPtrArray *linked);

/* Puts what @node (NULL: nothing) says into the context's standings. Every item must be in the
 * context, once, and every figure in range; errors name the place. */
gboolean qh_plan_ledger_read (QhContext *context, JsonNode *node, GError **error);

G_END_DECLS

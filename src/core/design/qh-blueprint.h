/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"

G_BEGIN_DECLS

/* A shipped meeting blueprint (`data/blueprints/`): segments with prompts, and when to use it. */
typedef struct {
  char *id; /* "fix-first" */
  char *title; /* translated */
  char *when; /* when to use it, translated */
  GPtrArray *segments; /* QhSegment without id and meeting */
  char *output, *measure, *ask, *fallback; /* prompts, or NULL */
} QhBlueprint;

/* All of them, in the order they are offered (QhBlueprint, transfer full). */
GPtrArray *qh_blueprints (void);

/* Fills @plan's empty parts from @blueprint; lengths are scaled (30 s steps) to fit @limit seconds.
 */
void qh_blueprint_apply (const QhBlueprint *blueprint, QhPlan *plan, gint64 limit);

G_END_DECLS

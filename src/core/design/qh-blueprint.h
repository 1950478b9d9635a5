/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"

G_BEGIN_DECLS

/* A shipped meeting blueprint: segments with prompts, and when to use it. */
typedef struct {
  char *id; /* "fix-first" */
  char *title; /* translated */
  char *when; /* when to use it, translated */
  GPtrArray *segments; /* QhSegment without id and meeting */
  char *output, *measure, *ask, *fallback; /* a first wording, to be made the client's own */
  gint64 length; /* the most seconds it is meant for, however long the client's limit; 0: any */
} QhBlueprint;

void qh_blueprint_free (QhBlueprint *blueprint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBlueprint, qh_blueprint_free)

/* All of them, in the order they are offered (QhBlueprint, transfer full). */
GPtrArray *qh_blueprints (void);

/* The blueprint called @id; NULL when there is none. (transfer full) */
QhBlueprint *qh_blueprint_find (const char *id);

/* Fills @plan's empty parts from @blueprint: the texts that are missing, and the segments if it has
 * none. Lengths are scaled in steps of 30 s to what fits into @limit seconds with a minute to
 * spare; where the limit is too short for all segments, those go first that need not stay. */
void qh_blueprint_apply (const QhBlueprint *blueprint, QhPlan *plan, gint64 limit);

G_END_DECLS

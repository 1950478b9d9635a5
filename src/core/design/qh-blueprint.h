/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-own-blueprint.h"
#include "model/qh-plan.h"

G_BEGIN_DECLS

/* A meeting blueprint, shipped or one's own: segments with prompts, and when to use it. */
typedef struct {
  char *id; /* "fix-first"; one's own: the record's */
  char *title; /* translated */
  char *when; /* when to use it, translated; NULL: nothing is said */
  GPtrArray *segments; /* QhSegment without id and meeting */
  char *output, *measure, *ask, *fallback; /* a first wording, to be made the client's own */
  gint64 length; /* the most seconds it is meant for, however long the client's limit; 0: any */
  gboolean is_own;
  gint64 held, reached; /* debriefed meetings made from it, and of them with the output reached; 0
                           until the store is asked */
} QhBlueprint;

void qh_blueprint_free (QhBlueprint *blueprint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBlueprint, qh_blueprint_free)

/* All that are shipped, in the order they are offered (QhBlueprint, transfer full). */
GPtrArray *qh_blueprints (void);

/* The shipped blueprint called @id; NULL when there is none. (transfer full) */
QhBlueprint *qh_blueprint_find (const char *id);

/* The blueprint that @own holds. QH_ERROR_INVALID where its segments cannot be read. */
QhBlueprint *qh_blueprint_read (QhOwnBlueprint *own, GError **error);

/* What of @plan can be made again with any client, named after it: texts and segments, without what
 * they link to and what came of them. (transfer full, not saved) */
QhOwnBlueprint *qh_blueprint_keep (QhPlan *plan);

/* What it achieved: "Reached its output in 5 of 7 meetings"; NULL where none was debriefed. */
char *qh_blueprint_achieved (const QhBlueprint *blueprint);

/* Fills @plan's empty parts from @blueprint: the texts that are missing, and the segments if it has
 * none; then the meeting remembers what it was made from. Lengths are scaled in steps of 30 s to
 * what fits into @limit seconds with a minute to spare; where the limit is too short for all
 * segments, those go first that need not stay. */
void qh_blueprint_apply (const QhBlueprint *blueprint, QhPlan *plan, gint64 limit);

G_END_DECLS

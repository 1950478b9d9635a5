/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* One difference between two states of a plan, for people. */
typedef struct {
  char *where; /* "Output", "Segment 2, “Why”: Length" */
  char *segment; /* id of the segment that it is in; NULL: none */
  char *before, *after; /* NULL: there was, or is, nothing */
} QhPlanChange;

void qh_plan_change_free (QhPlanChange *change);

/* What the design says after that it did not say before: meeting, segments in their order, who is
 * there. What only tells how far the plan has come (status, revision, times) is none of it.
 * (QhPlanChange) */
GPtrArray *qh_plan_diff (const QhContext *before, const QhContext *after);

/* --- Submitting */

/* Sets the status of the meeting and writes its plan in @edition to @path (NULL: into the team
 * folder): that revision is what
 * will be reviewed, and is kept. Undo takes back the status alone. QH_ERROR_REFUSED for a meeting
 * that is over or called off. */
gboolean qh_plan_submit (QhStore *store, const char *meeting, int edition, const char *path,
                         GError **error);

/* What has changed in the plan since @revision of it left (0: since the newest review, or else the
 * newest revision). QH_ERROR_NOT_FOUND when it is not kept what left. (QhPlanChange) */
GPtrArray *qh_plan_changes_since (QhStore *store, const char *meeting, gint64 revision,
                                  GError **error);

G_END_DECLS

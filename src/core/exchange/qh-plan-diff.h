/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-plan-file.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* One difference between two states of a plan, for people. */
typedef struct {
  char *where; /* "Output", "Segment 2, “Why”: Length" */
  char *segment; /* id of the segment that it is in, or that is gone; NULL: none */
  const QhField *field; /* of the meeting or the segment; NULL: the whole, or its place */
  char *before, *after; /* NULL: there was, or is, nothing */
} QhPlanChange;

void qh_plan_change_free (QhPlanChange *change);

/* What the design says after that it did not say before: meeting, segments in their order, who is
 * there. What only tells how far the plan has come (status, revision, times) is none of it.
 * (QhPlanChange) */
GPtrArray *qh_plan_diff (const QhContext *before, const QhContext *after);

/* --- Submitting */

/* Whether @meeting is still to come, so that there is something to review. */
gboolean qh_plan_is_to_come (const QhMeeting *meeting);

/* Sets the status of the meeting and writes its plan in @edition to @path (NULL: into the team
 * folder): that revision is what will be reviewed, and is kept. Undo takes back the status alone.
 * QH_ERROR_REFUSED for a meeting that is over or called off. */
gboolean qh_plan_submit (QhStore *store, const char *meeting, int edition, const char *path,
                         GError **error);

/* What is kept of @revision of the plan as it left (0: of the newest); NULL: nothing that could be
 * held against it. (transfer full) */
QhExport *qh_plan_find_kept (QhStore *store, const char *meeting, gint64 revision);

/* A plan as it left, and as it is now. */
typedef struct {
  gint64 revision;
  gint64 exported; /* instant */
  QhPlanFile *before, *after;
  GPtrArray *changes; /* QhPlanChange */
} QhPlanComparison;

void qh_plan_comparison_free (QhPlanComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPlanComparison, qh_plan_comparison_free)

/* Since @revision, as qh_plan_changes_since. */
QhPlanComparison *qh_plan_compare (QhStore *store, const char *meeting, gint64 revision,
                                   GError **error);

/* What has changed in the plan since @revision of it left (0: since the newest review, or else the
 * newest revision). QH_ERROR_NOT_FOUND when it is not kept what left. (QhPlanChange) */
GPtrArray *qh_plan_changes_since (QhStore *store, const char *meeting, gint64 revision,
                                  GError **error);

G_END_DECLS

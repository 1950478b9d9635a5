/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-plan-in.h"
#include "exchange/qh-review-file.h"
#include "exchange/qh-team-folder.h"

G_BEGIN_DECLS

/* For the team folder alone: what lies in it, looked at and read without the store, so that a
 * thread can do it. */
typedef struct {
  char *folder, *own; /* @own: the name of this store's own subfolder */
  GHashTable *known; /* what was seen before */
  gint64 now;
  gboolean again; /* what was left is tried once more */

  GPtrArray *fresh; /* QhFolderFile: to be read; their state is not settled */
  GPtrArray *left; /* QhFolderFile: what is let be, and why */
  GPtrArray *folders; /* names of the others' subfolders (char *) */
  int root; /* the folder, open */
} QhTeamLook;

/* Where the store is. */
QhTeamLook *qh_team_look_new (QhStore *store, const char *folder, gboolean again);
void qh_team_look_free (QhTeamLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhTeamLook, qh_team_look_free)

/* Once, in any thread. QH_ERROR_NOT_FOUND where the folder is gone. */
gboolean qh_team_look_around (QhTeamLook *self, GError **error);

void qh_team_look_leave (QhTeamLook *self, const char *path, const char *reason);

/* What a file says: a plan, or a review, or why it says nothing. */
typedef struct {
  QhFolderFile *file; /* borrowed from the look */
  QhPlanIn *plan;
  QhReviewFile *review;
  char *reason;
  gboolean is_gone; /* it cannot be read now; that may be over the next time */
} QhTeamFound;

void qh_team_found_free (QhTeamFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhTeamFound, qh_team_found_free)

/* In any thread, one at a time. */
QhTeamFound *qh_team_look_read (QhTeamLook *self, QhFolderFile *file);

/* This store's own subfolder's name. */
char *qh_team_folder_own_name (QhStore *store);

/* Sets what the error @number of the system means for @folder. FALSE */
gboolean qh_team_folder_fail (const char *folder, int number, GError **error);

G_END_DECLS

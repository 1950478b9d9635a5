/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-report.h"
#include "model/qh-received-plan.h"
#include "store/qh-folder-files.h"

G_BEGIN_DECLS

/* The team folder: one that everybody sees, on a stick or kept in step by whatever engine. Each
 * store writes new files into a subfolder of its own and nowhere else, whole or not at all, and
 * reads those of the others. Nothing is locked and nothing overwritten, so no engine can make a
 * conflict of it. */

/* Where it is, as the person chose; NULL: none. */
char *qh_team_folder_get (QhStore *store);
/* QH_ERROR_INVALID for a path that is not UTF-8. */
gboolean qh_team_folder_set (QhStore *store, const char *folder, GError **error);

/* This store's own subfolder. */
char *qh_team_folder_own (QhStore *store, const char *folder);

/* Writes @bytes as a new file whose name begins as @name does; where the same is there already,
 * that is it. Returns its path. QH_ERROR_NOT_FOUND where the folder is gone, QH_ERROR_READ_ONLY,
 * QH_ERROR_FULL. */
char *qh_team_folder_put (QhStore *store, const char *folder, const char *name, GBytes *bytes,
                          GError **error);

/* Gives the review of @plan into the team folder that is chosen. Where that fails nothing was
 * given: the plan waits on with all that was said of it. */
gboolean qh_team_folder_give_review (QhStore *store, QhReceivedPlan *plan, GError **error);

typedef struct {
  QhImportReport *report;
  GPtrArray *left; /* QhFolderFile: what was let be, and why */
  GPtrArray *folders; /* names of the others' subfolders (char *) */
  guint n_read; /* files that had to be read */
  guint n_plans, n_reviews; /* that are new here, or say something new */
} QhFolderScan;

void qh_folder_scan_free (QhFolderScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhFolderScan, qh_folder_scan_free)

/* Takes in what is new in the others' subfolders: plans among those received, no step of undo, and
 * each review at its meeting, one step. What was seen is not read again while its size and time
 * stay as they were; with @again, what was left is tried once more. Links are not followed. A file
 * that cannot be used stops nothing. QH_ERROR_NOT_FOUND where the folder is gone. */
QhFolderScan *qh_team_folder_scan (QhStore *store, const char *folder, gboolean again,
                                   GError **error);

/* The same beside other things: files are looked at and read in a thread, and kept some at a time.
 */
void qh_team_folder_scan_async (QhStore *store, const char *folder, gboolean again,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data);
QhFolderScan *qh_team_folder_scan_finish (GAsyncResult *result, GError **error);

G_END_DECLS

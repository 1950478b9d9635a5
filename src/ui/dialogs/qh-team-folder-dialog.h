/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-team-watch.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Where the team folder is, and how things stand there: what lies in it that is of no use, and why.
 * Actions: "folder.choose", "folder.leave", "folder.again" (looks at once, at all that is there).
 */
#define QH_TYPE_TEAM_FOLDER_DIALOG (qh_team_folder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhTeamFolderDialog, qh_team_folder_dialog, QH, TEAM_FOLDER_DIALOG, AdwWindow)

GtkWindow *qh_team_folder_dialog_new (GtkWindow *parent, QhStore *store, QhTeamWatch *watch);

G_END_DECLS

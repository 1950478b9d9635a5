/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-team-folder.h"

G_BEGIN_DECLS

/* Watches the team folder while the app runs: looks into it at once when something stirs there, and
 * now and then where nothing tells of that (a folder that was away, a far file system). It reads in
 * a thread. It follows the setting, and what is chosen there is what it has.
 *
 * Signals: "arrived" (QhFolderScan *): there is news of a look; "changed": how things stand there
 * is other than before. */
#define QH_TYPE_TEAM_WATCH (qh_team_watch_get_type ())
G_DECLARE_FINAL_TYPE (QhTeamWatch, qh_team_watch, QH, TEAM_WATCH, GObject)

QhTeamWatch *qh_team_watch_new (QhStore *store);

/* NULL: none is chosen. */
const char *qh_team_watch_get_folder (QhTeamWatch *self);

/* Why it could not be looked into the last time; NULL: it could. */
const char *qh_team_watch_get_problem (QhTeamWatch *self);

/* What lies there and is of no use: QhFolderFile. NULL: it was not looked at yet. */
GPtrArray *qh_team_watch_get_left (QhTeamWatch *self);

/* Looks now; with @again, at what was of no use too. */
void qh_team_watch_look (QhTeamWatch *self, gboolean again);

G_END_DECLS

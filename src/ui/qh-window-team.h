/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-window.h"

G_BEGIN_DECLS

/* Tells, wherever in the app it happened, what came in the team folder, with a button that opens
 * it; and when the folder cannot be read any more, or something in it. */
#define QH_TYPE_WINDOW_TEAM (qh_window_team_get_type ())
G_DECLARE_FINAL_TYPE (QhWindowTeam, qh_window_team, QH, WINDOW_TEAM, GObject)

/* @window owns it. */
QhWindowTeam *qh_window_team_new (QhWindow *window, QhStore *store);

/* Shows where the team folder is and how things stand there; it can be chosen and left. */
void qh_window_team_present (QhWindowTeam *self);

G_END_DECLS

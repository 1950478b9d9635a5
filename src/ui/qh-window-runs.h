/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-window.h"

G_BEGIN_DECLS

/* Meetings under way, seen from the window: opens the window that runs one, offers to go on with
 * one that nobody has in view (after a crash, or the next morning), and leads on when one has
 * ended. */
#define QH_TYPE_WINDOW_RUNS (qh_window_runs_get_type ())
G_DECLARE_FINAL_TYPE (QhWindowRuns, qh_window_runs, QH, WINDOW_RUNS, GObject)

/* @window is borrowed: it holds this. */
QhWindowRuns *qh_window_runs_new (QhWindow *window, QhStore *store);

/* win.run and win.resume-run: for the class_init of QhWindow. */
void qh_window_runs_install (GtkWidgetClass *klass);

G_END_DECLS

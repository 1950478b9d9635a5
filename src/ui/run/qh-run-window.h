/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "run/qh-runner.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The window of a meeting under way: over the whole screen, or small and quiet beside others. It
 * tells what a window tells (win.toast, win.error, win.undo, win.redo, win.flush), keeps the
 * display awake while the clock runs, and closes without ending anything.
 *
 * Signal "over" (const char *meeting, gboolean ended): it is closed, by the end of the meeting or
 * otherwise. */
#define QH_TYPE_RUN_WINDOW (qh_run_window_get_type ())
G_DECLARE_FINAL_TYPE (QhRunWindow, qh_run_window, QH, RUN_WINDOW, AdwApplicationWindow)

/* The size of the small window, in pixels. */
#define QH_RUN_SMALL_WIDTH 360
#define QH_RUN_SMALL_HEIGHT 200

QhRunWindow *qh_run_window_new (GtkApplication *application, QhStore *store, QhRunner *runner);

/* The id of its meeting. */
const char *qh_run_window_get_meeting (QhRunWindow *self);

/* What runs it. */
QhRunner *qh_run_window_get_runner (QhRunWindow *self);

/* Makes it small, or gives it the screen. */
void qh_run_window_set_small (QhRunWindow *self, gboolean is_small);

G_END_DECLS

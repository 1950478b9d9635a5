/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-run.h"

/* What the files of the run share; nobody else includes this. */

/* As much as a segment, or the whole, can have or take, in seconds. */
#define QH_RUN_SECONDS_MAX 86400

/* A run without anything in it. */
QhRun *qh_run_new_empty (void);

/* A fold with a place for each of @n segments. */
QhRunFold *qh_run_fold_new (guint n);

QhCaught *qh_caught_new (QhCaughtKind kind, const char *text, gint64 at);

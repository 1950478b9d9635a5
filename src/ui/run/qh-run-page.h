/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "run/qh-runner.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A meeting under way: the dial, the present segment with its notes, what comes next, and one key
 * for each thing that is done meanwhile.
 *
 * Actions: run.next, run.back, run.pause, run.add-time (i, seconds), run.fold (i, minutes),
 * run.fold-other, run.unfold, run.catch (s: "words", "friction", "promise"), run.deliver (s, an
 * item, "" for whichever is reserved), run.output, run.end, run.end-at-last.
 * Properties: "runner". */
#define QH_TYPE_RUN_PAGE (qh_run_page_get_type ())
G_DECLARE_FINAL_TYPE (QhRunPage, qh_run_page, QH, RUN_PAGE, AdwBin)

GtkWidget *qh_run_page_new (QhStore *store, QhRunner *runner);

/* Ends the meeting, as Esc does: asks first while its clock runs. */
void qh_run_page_end (QhRunPage *self);

G_END_DECLS

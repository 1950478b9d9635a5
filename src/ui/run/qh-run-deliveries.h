/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "run/qh-runner.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Confirms that a copy reserved for the meeting was given: of the item with the id @content, or,
 * where that is "", of the only one there is; among several the person chooses. @page has the
 * action run.deliver. */
void qh_run_deliver (GtkWidget *page, QhStore *store, QhRunner *runner, const char *content);

G_END_DECLS

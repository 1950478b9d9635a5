/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says in the window of @widget what a line became, with Undo, wherever it was typed. */
void qh_log_tell_saved (GtkWidget *widget, QhRecord *record);

G_END_DECLS

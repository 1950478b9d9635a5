/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One key for each thing. Activates what @key stands for on @page; FALSE where it stands for
 * nothing. */
gboolean qh_run_key_activate (GtkWidget *page, guint key);

G_END_DECLS

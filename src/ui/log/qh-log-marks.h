/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-quick-line.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How @line is marked in @entry: what went into a field is bold on the accent colour's ground, what
 * was meant as a sign and stays in the text is underlined. (transfer full) */
PangoAttrList *qh_log_marks (GtkWidget *entry, const QhQuickLine *line);

G_END_DECLS

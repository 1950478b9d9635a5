/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a name, and writes @picture there: @format is "png", "svg" or "csv". */
void qh_insight_save (GtkWidget *widget, const QhPicture *picture, const char *currency,
                      const char *format);

/* Its table onto the clipboard, as spreadsheets take it. */
void qh_insight_copy (GtkWidget *widget, const QhPicture *picture);

/* Asks for a name, ending in @extension, and writes @bytes there (transfer full). */
void qh_insight_save_bytes (GtkWidget *widget, GBytes *bytes, const char *name,
                            const char *extension, const char *kind);

G_END_DECLS

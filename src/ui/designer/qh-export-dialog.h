/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-meeting-export.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for format and edition of an export.
 *
 * Signal "chosen" (int format, int edition): once, when it was confirmed. */
#define QH_TYPE_EXPORT_DIALOG (qh_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhExportDialog, qh_export_dialog, QH, EXPORT_DIALOG, AdwWindow)

GtkWidget *qh_export_dialog_new (GtkWindow *parent, QhFormat format, int edition);

/* What goes out in @edition, in one sentence. */
const char *qh_edition_description (int edition);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A length between − and +: typed as `4`, `4:30` or `270s`, or set in steps.
 *
 * Properties: "seconds"; "label" (its accessible name).
 * Signals: "set" (gint64 seconds): a person wants this length. The property stays until it is set.
 *          "step" (int steps): a person wants it so many steps longer, or shorter. */
#define QH_TYPE_LENGTH_ENTRY (qh_length_entry_get_type ())
G_DECLARE_FINAL_TYPE (QhLengthEntry, qh_length_entry, QH, LENGTH_ENTRY, GtkWidget)

GtkWidget *qh_length_entry_new (void);

void qh_length_entry_set_seconds (QhLengthEntry *self, gint64 seconds);

/* Whether @text is a length a segment can have: 0 to four hours. */
gboolean qh_length_entry_read (const char *text, gint64 *seconds);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text edited in place: it looks like text, wraps, and is as high as what is typed needs. Saving
 * is a QhFieldEdit's affair, on its view. Ctrl+Z is left to the window: undo is the store's.
 *
 * Properties: "placeholder" (shown while it is empty); "label" (its accessible name); "multiline"
 * (Enter begins a new line; otherwise it emits "entered"); "view" (the GtkTextView).
 * Signal "entered": Enter was pressed in a field of one paragraph. */
#define QH_TYPE_TEXT_FIELD (qh_text_field_get_type ())
G_DECLARE_FINAL_TYPE (QhTextField, qh_text_field, QH, TEXT_FIELD, GtkWidget)

GtkWidget *qh_text_field_new (void);

/* (transfer none) */
GtkWidget *qh_text_field_get_view (QhTextField *self);

/* (transfer full) */
char *qh_text_field_get_text (QhTextField *self);

/* Puts the focus into it, with all text selected. */
void qh_text_field_edit (QhTextField *self);

G_END_DECLS

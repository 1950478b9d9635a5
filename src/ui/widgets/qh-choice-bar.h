/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A few choices side by side, of which one or none is taken: one stop of the Tab key, the arrows go
 * along it, a digit takes the choice of that number, a letter behind Alt the one it is underlined
 * in, and the one that is taken is let go by a second click. Enter goes on to what comes next.
 *
 * Properties: "value", the choice from 1, 0 for none; "label" (its accessible name).
 * Signal: "chosen": a person has changed it. */
#define QH_TYPE_CHOICE_BAR (qh_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (QhChoiceBar, qh_choice_bar, QH, CHOICE_BAR, AdwBin)

/* Adds the next choice; an underscore in @label stands before its letter. */
void qh_choice_bar_add (QhChoiceBar *self, const char *label);

guint qh_choice_bar_get_value (QhChoiceBar *self);
void qh_choice_bar_set_value (QhChoiceBar *self, guint value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Derived state is declared in the templates with these small pure functions. The first argument is
 * the `this` that an expression passes along; none of them looks at it. Text is (transfer full). */

/* For class_init: makes every closure below known to the class's template. */
void qh_closures_bind (GtkWidgetClass *klass);

gboolean qh_closure_not (gpointer self, gboolean value);
gboolean qh_closure_either (gpointer self, gboolean a, gboolean b);
gboolean qh_closure_is_some (gpointer self, const char *text);
gboolean qh_closure_is_other (gpointer self, const char *a, const char *b);
gboolean qh_closure_is_same (gpointer self, const char *a, const char *b);
gboolean qh_closure_is_positive (gpointer self, guint number);

/* Grouped as the locale does it. */
char *qh_closure_number (gpointer self, guint number);

/* "a · b", or the one that is there. */
char *qh_closure_join (gpointer self, const char *a, const char *b);
char *qh_closure_lead (gpointer self, gboolean narrow, const char *joined);

/* "“…”" */
char *qh_closure_quote (gpointer self, const char *words);

/* "pan-down-symbolic" for what can be unfolded, "pan-up-symbolic" for what is. */
char *qh_closure_fold_icon (gpointer self, gboolean is_unfolded);

/* A contact's role, in words; NULL for none. */
char *qh_closure_role (gpointer self, int role);

/* "Undo: Move segment", or just "Undo" when there is nothing. */
char *qh_closure_undo_tooltip (gpointer self, const char *label);
char *qh_closure_redo_tooltip (gpointer self, const char *label);

/* When a meeting is, seen from @now: "Today, 10:00", "Thursday 26 November, 10:00". */
char *qh_closure_when (gpointer self, gint64 start, const char *zone, gint64 now);

/* The same where there is little room: "Today, 10:00", "26 Nov". */
char *qh_closure_when_short (gpointer self, gint64 start, const char *zone, gint64 now);

/* What a meeting is for: its output, else its title, else that it has none. */
char *qh_closure_aim (gpointer self, const char *output, const char *title);

/* The score as it stands in a list: "88", "" while it is not known; and the CSS classes of its
 * label: good from 80, middling from 50, bad below. */
char *qh_closure_score (gpointer self, gboolean is_known, int score);
char **qh_closure_score_classes (gpointer self, gboolean is_known, int score);

/* What stands beside the score: how the meeting ended, else "2 blockers", else what its
 * reviewers say; NULL for none of them. */
char *qh_closure_pill (gpointer self, int status, int output_reached, guint blockers,
                       const char *answer);
char **qh_closure_pill_classes (gpointer self, int status, guint blockers);

/* The symbol of a modality, and the CSS classes of its image. */
char *qh_closure_modality_icon (gpointer self, int modality);
char **qh_closure_modality_classes (gpointer self, int modality);

/* The CSS classes of a pill that says how an item stands. */
char **qh_closure_state_classes (gpointer self, gboolean is_bad);

/* A meeting's row in one sentence, for a screen reader. */
char *qh_closure_meeting_label (gpointer self, const char *client, const char *when,
                                const char *aim, const char *score, const char *pill);

/* A client's row in one sentence. */
char *qh_closure_client_label (gpointer self, const char *name, const char *industry,
                               const char *next, const char *words);

G_END_DECLS

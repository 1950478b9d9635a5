/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Derived state is declared in the templates with these small pure functions. The first argument is
 * the `this` that an expression passes along; none of them looks at it. */

/* For class_init: makes every closure below known to the class's template. */
void qh_closures_bind (GtkWidgetClass *klass);

gboolean qh_closure_not (gpointer self, gboolean value);
gboolean qh_closure_either (gpointer self, gboolean a, gboolean b);
gboolean qh_closure_is_some (gpointer self, const char *text);

/* "Undo: Move segment", or just "Undo" when there is nothing. */
char *qh_closure_undo_tooltip (gpointer self, const char *label);
char *qh_closure_redo_tooltip (gpointer self, const char *label);

G_END_DECLS

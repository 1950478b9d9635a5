/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the grab_focus of a widget that hands the focus on to @child, within it. GTK also offers the
 * focus to every widget that Shift+Tab leaves: handed back inside, it would never get out. */
gboolean qh_focus_hand_on (GtkWidget *widget, GtkWidget *child);

/* Whether the focus is within @widget already; one that is just being taken off the screen, with
 * its row, is nowhere. */
gboolean qh_focus_is_within (GtkWidget *widget);

G_END_DECLS

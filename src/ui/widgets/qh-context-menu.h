/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget a menu on right click, long press, the Menu key and Shift+F10. The popover belongs
 * to @widget, which unparents it when it is disposed. */
GtkPopover *qh_context_menu_attach (GtkWidget *widget, GMenuModel *menu);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A widget's menu: on right click, long press, the Menu key and Shift+F10. Its popover is made when
 * it is first opened. The widget owns it, presents it in its size_allocate, and detaches it when it
 * is disposed. */
#define QH_TYPE_CONTEXT_MENU (qh_context_menu_get_type ())
G_DECLARE_FINAL_TYPE (QhContextMenu, qh_context_menu, QH, CONTEXT_MENU, GObject)

/* (transfer full) */
QhContextMenu *qh_context_menu_new (GtkWidget *widget, GMenuModel *menu);

void qh_context_menu_present (QhContextMenu *self);
void qh_context_menu_detach (QhContextMenu *self);

G_END_DECLS

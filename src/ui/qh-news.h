/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells in the window of @widget that what came brings news (sentences, char *): whose key is seen
 * for the first time, or is another than before. A button shows them. */
void qh_news_tell (GtkWidget *widget, GPtrArray *news);

/* The window's action for that: win.read-news (s). For the class_init of QhWindow. */
void qh_news_install (GtkWidgetClass *klass);

G_END_DECLS

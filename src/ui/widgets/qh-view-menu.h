/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-views.h"
#include "widgets/qh-client-chooser.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* How a page's list is narrowed: kept from one start to the next, and saved under a name. The page
 * names its controls, one after the other, and then starts; the menu reads and sets them, and the
 * page answers to its controls as ever. What is typed is written when it settles, or when the page
 * is left. Actions of the page: view.choose (s), view.everything, view.save, view.rename,
 * view.delete. */
#define QH_TYPE_VIEW_MENU (qh_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (QhViewMenu, qh_view_menu, QH, VIEW_MENU, AdwBin)

/* What is typed in @entry, what is chosen in @choices, a text property, and whose page it is, each
 * kept by the name @key. */
void qh_view_menu_add_entry (QhViewMenu *self, const char *key, GtkEditable *entry);
void qh_view_menu_add_choices (QhViewMenu *self, const char *key, GtkDropDown *choices);
/* The same where the choices change with the store: by what the chosen one says; the first is any.
 */
void qh_view_menu_add_names (QhViewMenu *self, const char *key, GtkDropDown *names);
void qh_view_menu_add_property (QhViewMenu *self, const char *key, gpointer object,
                                const char *property);
void qh_view_menu_add_client (QhViewMenu *self, const char *key, QhClientChooser *chooser);

/* What @key is on the page by itself, where that is not what its control shows now. */
void qh_view_menu_set_initial (QhViewMenu *self, const char *key, const char *text);

/* Everything was added: takes what the controls show for how the page is by itself, and puts them
 * as they were left. @page is the widget whose actions these are, @name what it is kept by. */
void qh_view_menu_start (QhViewMenu *self, QhStore *store, GtkWidget *page, const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* How the lists of pages are narrowed and ordered: as it is now, which is kept and is no step of
 * undo, and as it was saved under a name, which is. A state is what differs from what a page shows
 * by itself: texts by name (GHashTable of char * to char *). What cannot be read, or is none, is an
 * empty state: the page as it is by itself. */

typedef struct {
  char *name;
  GHashTable *state;
} QhView;

void qh_view_free (QhView *view);
GHashTable *qh_view_state_new (void);
/* The same texts by the same names. */
gboolean qh_view_state_equal (GHashTable *a, GHashTable *b);

/* As JSON, and back: the same state is the same text. */
char *qh_view_state_format (GHashTable *state);
GHashTable *qh_view_state_parse (const char *text);

/* How @page is now. (transfer full) */
GHashTable *qh_views_get_kept (QhStore *store, const char *page);
gboolean qh_views_set_kept (QhStore *store, const char *page, GHashTable *state, GError **error);

/* The saved views of @page, by name. (QhView, transfer full) */
GPtrArray *qh_views_list (QhStore *store, const char *page);
/* Saves @state as @name; one of that name (case does not count) is overwritten. */
gboolean qh_views_save (QhStore *store, const char *page, const char *name, GHashTable *state,
                        GError **error);
/* QH_ERROR_INVALID where another view has the name already, or it is none. */
gboolean qh_views_rename (QhStore *store, const char *page, const char *name, const char *new_name,
                          GError **error);
gboolean qh_views_remove (QhStore *store, const char *page, const char *name, GError **error);

G_END_DECLS

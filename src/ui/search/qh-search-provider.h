/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What the desktop's own search finds here: org.gnome.Shell.SearchProvider2. It is told names and
 * titles only, never what was said; a store that is not there, or cannot be read, has none. */

typedef struct {
  /* The store, for looking only; NULL: none just now. (transfer none) */
  QhStore *(*get_store) (gpointer data);
  /* Shows what the detailed @action opens. */
  void (*open) (const char *action, guint32 time, gpointer data);
  /* Shows what @words find. */
  void (*ask) (const char *words, guint32 time, gpointer data);
  gpointer data;
} QhSearchDoor;

/* Exports it at @path; 0 with @error where that fails. @door must live as long. */
guint qh_search_provider_export (GDBusConnection *connection, const char *path,
                                 const QhSearchDoor *door, GError **error);

/* The ids of what @terms find, the best first; NULL in @store: none. */
char **qh_search_provider_find (QhStore *store, const char *const *terms);

/* What is shown of each of @ids that is there: `aa{sv}`. (floating) */
GVariant *qh_search_provider_describe (QhStore *store, const char *const *ids);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

typedef struct {
  char *entity;
  char *id;
  char *field;
  char *snippet; /* Pango markup, the match in bold; everything else escaped */
  int score; /* how well it matches */
  gboolean is_name; /* the field is the one that names the record */
} QhHit;

/* The words of @text as the index knows them; of a longer one the first count. (transfer full) */
GPtrArray *qh_search_words (QhStore *store, const char *text);

/* Full-text search over every searchable field: each word as a prefix, diacritics and case folded,
 * all words must match; the newest few hundred matches, ranked. Any text is a valid query. At most
 * @max hits (QhHit, transfer full), none for an empty query. */
GPtrArray *qh_store_search (QhStore *store, const char *words, guint max, GError **error);

/* Clients, people, meetings and content whose name begins with @words, at most @max of each, by
 * name: however old they are, which full text search, that looks at the newest, does not see.
 * Added to @hits. */
gboolean qh_store_search_names (QhStore *store, const char *words, guint max, GPtrArray *hits,
                                GError **error);
void qh_hit_free (QhHit *hit);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

typedef struct {
  char *entity;
  char *id;
  char *field;
  char *snippet; /* Pango markup, the match in bold; everything else escaped */
} QhHit;

/* Full-text search over every searchable field: each word as a prefix, diacritics and case folded,
 * all words must match; the newest few hundred matches, ranked. Any text is a valid query. At most
 * @max hits (QhHit, transfer full), none for an empty query. */
GPtrArray *qh_store_search (QhStore *store, const char *words, guint max, GError **error);
void qh_hit_free (QhHit *hit);

G_END_DECLS

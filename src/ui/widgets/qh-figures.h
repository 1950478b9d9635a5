/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-block.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What a list shows of a plan: its dial, its score and what blocks it. They are worked out when the
 * app is idle, for the meetings that a row holds on to, and again when the store has changed; until
 * then the last ones stand.
 *
 * Properties (read only): "is-known"; "score"; "blockers", how many; "blocking", a line for each of
 * them; "answer", how far it has come with its review, NULL while nobody was asked. */
#define QH_TYPE_FIGURES (qh_figures_get_type ())
G_DECLARE_FINAL_TYPE (QhFigures, qh_figures, QH, FIGURES, GObject)

/* The blocks of the dial (borrowed until the next notify) in a ring of @limit seconds. */
const QhBlock *qh_figures_get_blocks (QhFigures *self, guint *n_blocks, gint64 *limit);
gboolean qh_figures_is_known (QhFigures *self);
int qh_figures_get_score (QhFigures *self);

/* The figures of a store's meetings. */
#define QH_TYPE_FIGURES_CACHE (qh_figures_cache_get_type ())
G_DECLARE_FINAL_TYPE (QhFiguresCache, qh_figures_cache, QH, FIGURES_CACHE, GObject)

QhFiguresCache *qh_figures_cache_new (QhStore *store);

/* The figures of @meeting, kept up to date as long as someone holds them. (transfer full) */
QhFigures *qh_figures_cache_get (QhFiguresCache *self, const char *meeting);

/* Out of sight nothing is worked out: what has changed meanwhile is, when that is over. */
void qh_figures_cache_set_resting (QhFiguresCache *self, gboolean is_resting);

/* Works out now what waits. For tests. */
void qh_figures_cache_settle (QhFiguresCache *self);

G_END_DECLS

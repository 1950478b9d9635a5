/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-compose-private.h"

G_BEGIN_DECLS

/* A plan while it is searched for; inside Compose. */

/* What drafts are held against. */
typedef struct {
  const QhContext *context;
  QhEstimate *estimate;
  gint64 bound, room; /* seconds: what fits, and what leaves a minute of it */
  gboolean is_tight; /* only a few segments fit: each has to earn its place */
} QhDraftJudge;

typedef struct {
  QhComposePick picks[QH_COMPOSE_SEGMENTS];
  guint n;
  guint choice[QH_N_PLACES]; /* which option, from 1; NONE */
  QhComposeWorth worth;
} QhDraft;

void qh_draft_judge_init (QhDraftJudge *judge, const QhContext *context, GPtrArray *candidates);

/* Takes @draft for @best if it is worth more. */
gboolean qh_draft_keep (QhDraft *best, const QhDraft *draft);

/* Finds good lengths, and what the draft is worth with them; FALSE: it fits in no way. */
gboolean qh_draft_fit (QhDraftJudge *judge, QhDraft *draft);

/* Better ones, with more work. */
void qh_draft_improve (QhDraftJudge *judge, QhDraft *draft);

G_END_DECLS

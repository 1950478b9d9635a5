/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include "design/qh-scarcity.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* An item that a client could be given, and why it. */
typedef struct {
  QhContent *content;
  QhStanding *standing; /* of the client and the meeting */
  QhScarcity scarcity;
  int match; /* 0 to 100: how well it fits what he said and what stands in his way */
  QhRecord *reason; /* the remark or friction that it fits best, borrowed from the context; NULL */
} QhRanked;

void qh_ranked_free (QhRanked *ranked);

/* The content that the client of @context could be given in its meeting, at most @max items: in
 * its window on the meeting's date (or today), not retired, and not had as often as he may; what
 * the plan carries is there too. First by how well it fits and how scarce it is, together; items of
 * which none is left come last. (QhRanked, transfer full) */
GPtrArray *qh_store_rank_content (QhStore *store, const QhContext *context, guint max,
                                  GError **error);

G_END_DECLS

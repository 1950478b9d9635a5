/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-across.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Of so many plans that came it is told, of those that wait and of those that were reviewed: the
 * ones that begin last. */
#define QH_MENTIONS_MAX 250

/* What the plans that came say, laid beside each other. Of each plan the newest revision counts;
 * those set aside do not. */
typedef struct {
  guint n_plans;
  GPtrArray *outputs, *frictions, *content; /* QhAcross */
} QhMentions;

QhMentions *qh_mentions_look (QhStore *store);
void qh_mentions_free (QhMentions *mentions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhMentions, qh_mentions_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-standing.h"

G_BEGIN_DECLS

/* What a client can be told about how scarce @content is, from the ledger and its dates alone:
 * "Three of twelve are left; yours, copy 9, is reserved until 31 January." In the language of the
 * app, to the client ("yours"); numbers up to twelve in words. That nobody else has it is said only
 * while the evidence for it holds. (transfer full) */
char *qh_scarcity_sentence (QhContent *content, const QhStanding *standing, gint64 now,
                            GTimeZone *zone);

G_END_DECLS

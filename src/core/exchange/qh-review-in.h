/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"
#include "exchange/qh-review-file.h"

G_BEGIN_DECLS

/* Brings @file to the meeting that it is about, inside the change under way: its review with the
 * comments, and the status that follows from the decision. The same file again is the same, a later
 * one of the same review takes its place, with what was marked done; an earlier one is left out. A
 * review of a meeting or a revision that is not here is left out, with the reason, which names
 * @where. */
gboolean qh_review_in_keep (QhStore *store, const char *where, const QhReviewFile *file,
                            QhImportReport *report, GError **error);

G_END_DECLS

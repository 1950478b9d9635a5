/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-review-file.h"

G_BEGIN_DECLS

/* Fields of a review that do not stand in its file as they are. Ended by NULL. */
extern const char *const qh_review_other_fields[];

/* Reads what the reviewer says out of @root. A @draft may still lack what a file has to have. */
gboolean qh_review_members_read (QhReviewFile *file, JsonObject *root, gboolean draft,
                                 GError **error);

G_END_DECLS

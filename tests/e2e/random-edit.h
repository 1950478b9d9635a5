/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* One random edit as a person might make it: a new record, a changed text, a moved segment, a
 * deletion, undo, redo. What it does follows from @seed, @number and what the store holds alone, so
 * that the same edits on two stores give the same snapshot. What a law refuses is a good edit too.
 */
gboolean random_edit (QhStore *store, guint32 seed, guint32 number, GError **error);

/* Everything that the edits touch, as text, without ids and times. (transfer full) */
char *random_edit_snapshot (QhStore *store);

G_END_DECLS

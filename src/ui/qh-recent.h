/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What was in view last, by the ids of its records: kept while the window is there, and with the
 * store when it closes. */
typedef struct _QhRecent QhRecent;

QhRecent *qh_recent_new (QhStore *store);
void qh_recent_free (QhRecent *self);

/* The page called @name is in view; one that is not about a record is passed over. */
void qh_recent_visit (QhRecent *self, const char *name);

/* Their ids, newest first. (transfer container) */
const char **qh_recent_list (QhRecent *self);

/* Keeps them for the next time: no step of undo. */
void qh_recent_keep (QhRecent *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* A store that is being opened in a thread of its own, while the toolkit comes up or, where an
 * older one is brought up to date, while a window says so. Nobody else has the store before it
 * ends. */
typedef struct _QhOpening QhOpening;

QhOpening *qh_opening_new (const char *path);
/* Waits until the store is open, or could not be opened, and is TRUE; FALSE as soon as it turns out
 * that it has to be brought up to date first, which goes on. */
gboolean qh_opening_wait (QhOpening *opening);
gboolean qh_opening_is_over (QhOpening *opening);
/* What is being done, and how far all is, of 1. */
double qh_opening_get_done (QhOpening *opening, QhMigrationStep *step);
/* Stops it, where it still can be. */
void qh_opening_cancel (QhOpening *opening);
/* Waits for the end, frees @opening and hands out the store. NULL with @error when it could not be
 * opened; a store that can only be read comes with @error too. */
QhStore *qh_opening_finish (QhOpening *opening, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-survey.h"

G_BEGIN_DECLS

/* Files from elsewhere, taken in while the window goes on: a thread reads, tries and writes over a
 * connection of its own. Not for a store that is only in memory. */

void qh_import_survey_async (QhStore *store, const char *path, const QhCsvDialect *dialect,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data);
/* QH_ERROR_CANCELLED, or what qh_import_survey_new says. */
QhImportSurvey *qh_import_survey_finish (GAsyncResult *result, GError **error);

/* Takes the file at @path in, as one change; a backup comes before, but for a dry run and into an
 * empty store. What @options points at is copied; `people` and `records` have to be NULL. Its watch
 * is told in the thread, and lives until the callback. */
void qh_import_work_async (QhStore *store, const char *path, const QhImportOptions *options,
                           GAsyncReadyCallback callback, gpointer data);
/* Once it is finished, @store knows what came in. */
QhImportReport *qh_import_work_finish (GAsyncResult *result, GError **error);

G_END_DECLS

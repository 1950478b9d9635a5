/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-export-all.h"

G_BEGIN_DECLS

typedef struct {
  QhExportFormat format;
  const char *client; /* an id, or NULL: all */
  gboolean with_files; /* with QH_EXPORT_JSON: attached files too, in a folder beside it */
} QhExportOptions;

/* qh_export_all while the window goes on: a thread reads the store as it was last saved, over a
 * connection of its own. Not for a store that is only in memory. @watch (nullable) is told in the
 * thread, and lives until the callback. */
void qh_export_work_async (QhStore *store, const QhExportOptions *options, const char *path,
                           const QhWatch *watch, GAsyncReadyCallback callback, gpointer data);
gboolean qh_export_work_finish (GAsyncResult *result, GError **error);

G_END_DECLS

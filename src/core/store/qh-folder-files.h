/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What was seen in the team folder, so that it is not read again. */
typedef struct {
  char *path; /* inside the folder */
  gint64 size, changed; /* of the file when it was read: bytes, microseconds */
  char *state; /* taken, skipped, left */
  char *reason; /* NULL: none */
} QhFolderFile;

QhFolderFile *qh_folder_file_new (const char *path, gint64 size, gint64 changed, const char *state,
                                  const char *reason);
void qh_folder_file_free (QhFolderFile *file);

/* By path. (char * → QhFolderFile) */
GHashTable *qh_folder_files_load (QhStore *store);

/* Inside a change; beside the undo list. */
gboolean qh_folder_files_note (QhStore *store, const QhFolderFile *file, GError **error);

G_END_DECLS

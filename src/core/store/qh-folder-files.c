/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-folder-files.h"
#include "store/qh-store-private.h"
#include <inttypes.h>

QhFolderFile *
qh_folder_file_new (const char *path, gint64 size, gint64 changed, const char *state,
                    const char *reason)
{
  QhFolderFile *file = g_new0 (QhFolderFile, 1);

  *file = (QhFolderFile){ g_strdup (path), size, changed, g_strdup (state), g_strdup (reason) };
  return file;
}

void
qh_folder_file_free (QhFolderFile *file)
{
  g_free (file->path);
  g_free (file->state);
  g_free (file->reason);
  g_free (file);
}

GHashTable *
qh_folder_files_load (QhStore *store)
{
  GHashTable *files =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)qh_folder_file_free);
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT path, size, changed, state, reason FROM folder_file");

  while (sqlite3_step (statement) == SQLITE_ROW) {
    QhFolderFile *file = qh_folder_file_new (
        (const char *)sqlite3_column_text (statement, 0), sqlite3_column_int64 (statement, 1),
        sqlite3_column_int64 (statement, 2), (const char *)sqlite3_column_text (statement, 3),
        (const char *)sqlite3_column_text (statement, 4));
    g_hash_table_insert (files, file->path, file);
  }
  sqlite3_reset (statement);
  return files;
}

gboolean
qh_folder_files_note (QhStore *store, const QhFolderFile *file, GError **error)
{
  g_autofree char *size = g_strdup_printf ("%" PRId64, file->size);
  g_autofree char *changed = g_strdup_printf ("%" PRId64, file->changed);

  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return qh_store_run (store, error,
                       "INSERT INTO folder_file (path, size, changed, state, reason) VALUES"
                       "  (?1, CAST (?2 AS INTEGER), CAST (?3 AS INTEGER), ?4, nullif (?5, ''))"
                       "  ON CONFLICT (path) DO UPDATE SET size = excluded.size,"
                       "  changed = excluded.changed, state = excluded.state,"
                       "  reason = excluded.reason",
                       file->path, size, changed, file->state,
                       file->reason != NULL ? file->reason : "", NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-store-json.h"
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "record/qh-record-json.h"
#include "store/qh-attachment.h"
#include "store/qh-side.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STEP 256

typedef struct {
  GString *text;
  gboolean is_first;
  const QhWatch *watch;
  guint done, whole;
} Writing;

static void
append_object (Writing *writing, JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *line = NULL;

  json_node_init_object (node, object);
  line = qh_canonical_write (node, FALSE);
  g_string_append_printf (writing->text, "%s\n    %s", writing->is_first ? "" : ",", line);
  writing->is_first = FALSE;
}

static void
begin_list (Writing *writing, const char *name)
{
  g_string_append_printf (writing->text, "%s\n  \"%s\": [", writing->text->len > 1 ? "," : "",
                          name);
  writing->is_first = TRUE;
}

static void
end_list (Writing *writing)
{
  g_string_append (writing->text, writing->is_first ? "]" : "\n  ]");
}

static gboolean
write_record (QhRecord *record, gpointer data, GError **error)
{
  Writing *writing = data;
  g_autoptr (JsonObject) object = qh_record_to_json (record, 0);

  append_object (writing, object);
  return writing->done++ % STEP != 0 ||
         qh_watch_go_on (writing->watch, writing->done, writing->whole, error);
}

static gboolean
write_side (QhStore *store, QhSide side, Writing *writing, GError **error)
{
  g_autoptr (GPtrArray) rows = qh_side_list (store, side, error);

  if (rows == NULL)
    return FALSE;
  begin_list (writing, qh_side_name (side));
  for (guint i = 0; i < rows->len; i++) {
    const QhSideRow *row = rows->pdata[i];
    g_autoptr (JsonObject) object = json_object_new ();
    json_object_set_string_member (object, "key", row->key);
    json_object_set_string_member (object, "value", row->value);
    if (row->modified != 0) {
      g_autofree char *modified = qh_instant_format (row->modified, NULL);
      json_object_set_string_member (object, "modified", modified);
    }
    append_object (writing, object);
  }
  end_list (writing);
  return TRUE;
}

static gboolean
write_all (QhStore *store, Writing *writing, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  g_string_append_c (writing->text, '{');
  for (guint side = 0; side < QH_N_SIDES; side++)
    if (!write_side (store, side, writing, error))
      return FALSE;
  for (guint i = 0; i < n; i++) {
    begin_list (writing, entities[i]->name);
    if (!qh_bulk_each_in_order (store, entities[i], write_record, writing, error))
      return FALSE;
    end_list (writing);
  }
  g_string_append (writing->text, "\n}\n");
  return TRUE;
}

GBytes *
qh_store_json_write (QhStore *store, const QhWatch *watch, GError **error)
{
  Writing writing = { g_string_new (NULL), TRUE, watch };

  writing.whole =
      (guint)qh_store_count (store, "SELECT sum (n) FROM counter WHERE name NOT LIKE '%.%'", NULL);
  if (write_all (store, &writing, error))
    return g_string_free_to_bytes (writing.text);
  g_string_free (writing.text, TRUE);
  return NULL;
}

/* --- Files */

static char *
files_folder (const char *path)
{
  return g_strconcat (path, ".files", NULL);
}

/* The digests that items name, once each. */
static gboolean
note_file (QhRecord *record, gpointer data, GError **error)
{
  g_hash_table_add (data, g_strdup (QH_CONTENT (record)->file));
  return TRUE;
}

static GHashTable *
list_files (QhStore *store, GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return qh_bulk_each (store, &qh_content_entity, "WHERE file IS NOT NULL", NULL, note_file,
                       digests, error)
             ? g_steal_pointer (&digests)
             : NULL;
}

static gboolean
copy_out (const char *from, const char *to, const char *digest, GCancellable *cancellable,
          GError **error)
{
  g_autofree char *source = g_build_filename (from, digest, NULL);
  g_autofree char *target = g_build_filename (to, digest, NULL);
  g_autoptr (GFile) in = g_file_new_for_path (source);
  g_autoptr (GFile) out = g_file_new_for_path (target);
  g_autoptr (GError) failure = NULL;

  if (g_file_copy (in, out, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NOFOLLOW_SYMLINKS, cancellable,
                   NULL, NULL, &failure))
    return TRUE;
  g_set_error (error, QH_ERROR,
               g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)  ? QH_ERROR_CANCELLED
               : g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? QH_ERROR_FULL
                                                                            : QH_ERROR_INVALID,
               _ ("%s: %s"), target, failure->message);
  return FALSE;
}

gboolean
qh_store_json_write_files (QhStore *store, const char *path, const QhWatch *watch, GError **error)
{
  g_autoptr (GHashTable) digests = list_files (store, error);
  g_autofree char *from = qh_attachment_folder (store);
  g_autofree char *to = files_folder (path);
  GHashTableIter iter;
  gpointer digest;

  if (digests == NULL)
    return FALSE;
  if (g_hash_table_size (digests) == 0 || from == NULL)
    return TRUE;
  if (g_mkdir (to, 0700) != 0 && errno != EEXIST) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: %s"), to, g_strerror (errno));
    return FALSE;
  }
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    if (!copy_out (from, to, digest, watch != NULL ? watch->cancellable : NULL, error))
      return FALSE;
  return TRUE;
}

static void
take_file (const char *to, const char *from, const char *digest, QhImportReport *report,
           GCancellable *cancellable)
{
  g_autofree char *source = g_build_filename (from, digest, NULL);
  g_autofree char *name = g_path_get_basename (from);
  g_autofree char *where = g_build_filename (name, digest, NULL);
  g_autoptr (GError) failure = NULL;
  g_autofree char *got = NULL;

  if (qh_attachment_check (to, digest, cancellable) == QH_ATTACHMENT_SOUND)
    return;
  got = qh_attachment_copy (to, source, NULL, NULL, cancellable, &failure);
  if (got == NULL)
    qh_import_skip (report, where, g_strdup (failure->message));
  else if (!g_str_equal (got, digest))
    qh_import_skip (report, where, g_strdup (_ ("its content is not what its name says")));
}

gboolean
qh_store_json_take_files (QhStore *store, const char *path, QhImportReport *report,
                          const QhWatch *watch, GError **error)
{
  g_autofree char *from = files_folder (path);
  g_autofree char *to = qh_attachment_folder (store);
  g_autoptr (GHashTable) digests = NULL;
  GHashTableIter iter;
  gpointer digest;

  if (to == NULL || !g_file_test (from, G_FILE_TEST_IS_DIR))
    return TRUE;
  digests = list_files (store, error);
  if (digests == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    take_file (to, from, digest, report, watch != NULL ? watch->cancellable : NULL);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-export-all.h"
#include "exchange/qh-calendars.h"
#include "exchange/qh-csv.h"
#include "exchange/qh-file.h"
#include "exchange/qh-store-json.h"
#include "exchange/qh-vcard.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STEP 256

/* --- CSV */

typedef struct {
  GString *csv;
  const QhWatch *watch;
  guint done, whole;
} Tables;

static gboolean
add_row (QhRecord *record, gpointer data, GError **error)
{
  Tables *tables = data;

  qh_csv_append_record (tables->csv, record);
  return tables->done++ % STEP != 0 ||
         qh_watch_go_on (tables->watch, tables->done, tables->whole, error);
}

static gboolean
write_table (QhStore *store, const QhEntity *entity, const char *folder, Tables *tables,
             GError **error)
{
  g_autofree char *name = g_strconcat (entity->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  tables->csv = g_string_new (NULL);
  qh_csv_append_header (tables->csv, entity);
  if (!qh_bulk_each_in_order (store, entity, add_row, tables, error)) {
    g_string_free (tables->csv, TRUE);
    return FALSE;
  }
  bytes = g_string_free_to_bytes (tables->csv);
  return qh_file_write (path, bytes, error);
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) || g_mkdir (path, 0700) == 0)
    return TRUE;
  g_set_error (error, QH_ERROR, errno == ENOSPC ? QH_ERROR_FULL : QH_ERROR_INVALID,
               _ ("%s: expected a folder, or a place where one can be made: %s"), path,
               g_strerror (errno));
  return FALSE;
}

/* So far all rows of all tables, for telling how far it is. */
static guint
count_rows (QhStore *store)
{
  return (guint)qh_store_count (store, "SELECT sum (n) FROM counter WHERE name NOT LIKE '%.%'",
                                NULL);
}

static gboolean
write_tables (QhStore *store, const char *folder, const QhWatch *watch, GError **error)
{
  Tables tables = { NULL, watch, 0, count_rows (store) };
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  if (!make_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!write_table (store, entities[i], folder, &tables, error))
      return FALSE;
  return qh_watch_go_on (watch, tables.whole, tables.whole, error);
}

/* --- Files */

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) owned = bytes;

  return owned != NULL && qh_file_write (path, owned, error);
}

gboolean
qh_export_all (QhStore *store, QhExportFormat format, const char *client, const char *path,
               const QhWatch *watch, GError **error)
{
  switch (format) {
  case QH_EXPORT_CSV:
    return write_tables (store, path, watch, error);
  case QH_EXPORT_JSON:
    return write_file (path, qh_store_json_write (store, watch, error), error);
  case QH_EXPORT_VCARD_4:
    return write_file (path, qh_vcard_write (store, client, QH_VCARD_4, watch, error), error);
  case QH_EXPORT_VCARD_3:
    return write_file (path, qh_vcard_write (store, client, QH_VCARD_3, watch, error), error);
  case QH_EXPORT_CALENDAR:
    return write_file (path, qh_calendar_write (store, client, watch, error), error);
  default:
    g_return_val_if_reached (FALSE);
  }
}

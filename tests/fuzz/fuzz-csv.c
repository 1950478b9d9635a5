/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a CSV file of contacts: refused, or tried as an import of which nothing stays. */
#include "base/qh-error.h"
#include "exchange/qh-contacts-csv.h"
#include "fuzz.h"

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1795000000000000), NULL);

  return qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static QhStore *store;
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data : (const guint8 *)"", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhCsvFile) file = qh_csv_file_new (bytes, &error);
  g_autoptr (QhCsvMapping) mapping = NULL;
  g_autoptr (QhImportReport) report = NULL;

  if (store == NULL)
    store = open_store ();
  if (file == NULL) {
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    return 0;
  }
  g_assert_cmpuint (file->n_columns, >, 0);
  g_assert_cmpuint (g_strv_length (file->header), ==, file->n_columns);
  g_assert_true (g_utf8_validate_len (file->text, file->length, NULL));
  mapping = qh_csv_mapping_propose ((const char *const *)file->header);
  mapping->keep_unknown = TRUE;
  report = qh_contacts_csv_import (store, file, "x.csv", mapping, TRUE, NULL, &error);
  if (report == NULL)
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM client", NULL), ==, 0);
  return 0;
}

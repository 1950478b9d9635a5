/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A CSV file of whatever program: comma, semicolon or tab; UTF-8 with or without a byte order mark,
 * UTF-16, or Windows-1252; any line breaks, also between quotation marks. */

#define QH_CSV_MAX_BYTES (512 * 1024 * 1024)
#define QH_CSV_MAX_COLUMNS 1000

typedef struct {
  char *text; /* UTF-8 */
  gsize length;
  const char *encoding; /* "UTF-8", "UTF-16", "Windows-1252" */
  char separator;
  GStrv header; /* the first row, trimmed */
  guint n_columns;
} QhCsvFile;

typedef struct {
  guint line; /* of the file, from 1, on which it begins */
  const char *const *cells; /* as many as the file has columns; "" where the row is shorter */
  guint surplus; /* how many cells it has beyond its columns */
} QhCsvRow;

/* What somebody knows better than the file's first bytes and its row of headings; NULL and 0: they
 * are asked. */
typedef struct {
  const char *encoding; /* "UTF-8", "UTF-16", "Windows-1252" */
  char separator; /* , ; or tab */
} QhCsvDialect;

/* QH_ERROR_INVALID when it has no row of headings, or holds what no text has. */
QhCsvFile *qh_csv_file_new (GBytes *bytes, GError **error);
QhCsvFile *qh_csv_file_new_as (GBytes *bytes, const QhCsvDialect *dialect, GError **error);
void qh_csv_file_free (QhCsvFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCsvFile, qh_csv_file_free)

/* Calls @func for every row behind the headings that is not empty, until it says FALSE, with its
 * error then. An apostrophe before what a spreadsheet would calculate is taken off. */
typedef gboolean (*QhCsvRowFunc) (const QhCsvRow *row, gpointer data, GError **error);
gboolean qh_csv_file_each (const QhCsvFile *file, QhCsvRowFunc func, gpointer data, GError **error);

/* The first rows, at most @max, for a preview (GStrv, as long as the header). */
GPtrArray *qh_csv_file_sample (const QhCsvFile *file, guint max);

/* How many lines it has, about: for telling how far it is. */
guint qh_csv_file_count_lines (const QhCsvFile *file);

G_END_DECLS

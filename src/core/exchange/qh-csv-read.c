/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells and rows are libcsv's work, which forgives what people's programs write: quotation marks
 * inside a plain cell, a last row without an end. Here is what comes before: the encoding, the
 * separator, and the lines that a report names. */
#include "exchange/qh-csv-read.h"
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "exchange/qh-csv.h"
#include "exchange/qh-decode.h"
#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (64 * 1024)

/* --- Separator */

/* Excel may say it itself, in a line of its own before the headings. */
static const char *
skip_own_word (const char *text, char *separator)
{
  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' ||
      (text[5] != '\r' && text[5] != '\n'))
    return text;
  *separator = text[4];
  return text + (text[5] == '\r' && text[6] == '\n' ? 7 : 6);
}

/* The one of which the headings have most. */
static char
find_separator (const char *text)
{
  static const char separators[] = ",;\t";
  guint counts[3] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++) {
    const char *found = strchr (separators, *text);
    if (*text == '"')
      quoted = !quoted;
    else if (found != NULL && !quoted)
      counts[found - separators]++;
  }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

/* --- Rows */

typedef struct {
  const QhCsvFile *file;
  QhCsvRowFunc func;
  gpointer data;
  GError *failure;
  gboolean is_done;
  gboolean is_header; /* the row that is being read */
  guint first, line; /* where the row began, and where it is */
  gboolean after_cr; /* a line feed would be the other half of the line break */
  GPtrArray *cells; /* of the row that is being read */
  GPtrArray *shown; /* the same, as many as there are columns */
  gboolean has_text;
} Reading;

static int
is_never_space (unsigned char character)
{
  return FALSE;
}

static guint
count_breaks (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n' || (*text == '\r' && text[1] != '\n');
  return n;
}

/* Exactly what qh_csv_append_cell puts before a formula. */
static const char *
take_off_apostrophe (const char *text)
{
  return *text == '\'' && qh_csv_looks_like_formula (text + 1) ? text + 1 : text;
}

static void
on_cell (void *bytes, size_t length, void *data)
{
  Reading *reading = data;
  char *text = g_strndup (bytes != NULL ? bytes : "", length);

  reading->after_cr = FALSE;
  reading->has_text = reading->has_text || *text != '\0';
  reading->line += count_breaks (text);
  g_ptr_array_add (reading->cells, text);
}

/* Empty cells at the end of a row mean nothing. */
static guint
count_surplus (GPtrArray *cells, guint n)
{
  guint last = cells->len;

  while (last > n && *(const char *)cells->pdata[last - 1] == '\0')
    last--;
  return last > n ? last - n : 0;
}

static void
hand_over (Reading *reading)
{
  guint n = reading->file->n_columns;
  QhCsvRow row = { .line = reading->first };

  g_ptr_array_set_size (reading->shown, 0);
  for (guint i = 0; i < n; i++) {
    const char *cell = i < reading->cells->len ? reading->cells->pdata[i] : "";
    g_ptr_array_add (reading->shown, (gpointer)take_off_apostrophe (cell));
  }
  g_ptr_array_add (reading->shown, NULL);
  row.cells = (const char *const *)reading->shown->pdata;
  row.surplus = count_surplus (reading->cells, n);
  if (!reading->func (&row, reading->data, &reading->failure))
    reading->is_done = TRUE;
}

static void
on_row (int end, void *data)
{
  Reading *reading = data;
  gboolean is_other_half = end == '\n' && reading->after_cr && reading->cells->len == 0;

  if (reading->has_text && !reading->is_done) {
    if (!reading->is_header)
      hand_over (reading);
    reading->is_header = FALSE;
  }
  if (!is_other_half)
    reading->line++;
  reading->after_cr = end == '\r';
  reading->first = reading->line;
  reading->has_text = FALSE;
  g_ptr_array_set_size (reading->cells, 0);
}

static gboolean
set_too_many (GError **error)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("it has more than %d columns: this is no table of contacts"), QH_CSV_MAX_COLUMNS);
  return FALSE;
}

static gboolean
parse (Reading *reading, GError **error)
{
  struct csv_parser parser;
  const char *text = reading->file->text;
  gsize left = reading->file->length;
  gboolean ok = csv_init (&parser, CSV_REPALL_NL) == 0;

  csv_set_delim (&parser, (unsigned char)reading->file->separator);
  csv_set_space_func (&parser, is_never_space);
  csv_set_blk_size (&parser, 1024);
  while (ok && left > 0 && !reading->is_done) {
    gsize size = MIN (left, BLOCK);
    ok = csv_parse (&parser, text, size, on_cell, on_row, reading) == size;
    text += size;
    left -= size;
  }
  /* Strict only at the end: there an open quotation mark has swallowed rows. */
  csv_set_opts (&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (ok && !reading->is_done)
    ok = csv_fini (&parser, on_cell, on_row, reading) == 0;
  csv_free (&parser);
  if (!ok)
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("line %u: a quotation mark that is never closed"), reading->first);
  return ok;
}

/* Runs over the file; with @header, over its first row, which is handed over then. */
static gboolean
run (const QhCsvFile *file, gboolean header, QhCsvRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  Reading reading = { file, func, data, .is_header = !header, .first = 1, .line = 1 };
  gboolean ok;

  reading.cells = cells;
  reading.shown = shown;
  ok = parse (&reading, error);
  if (reading.failure == NULL)
    return ok;
  g_clear_error (error);
  g_propagate_error (error, reading.failure);
  return FALSE;
}

gboolean
qh_csv_file_each (const QhCsvFile *file, QhCsvRowFunc func, gpointer data, GError **error)
{
  return run (file, FALSE, func, data, error);
}

/* --- The file */

/* As many columns as the row has cells: they are all surplus as yet. */
static gboolean
count_columns (const QhCsvRow *row, gpointer data, GError **error)
{
  QhCsvFile *file = data;

  file->n_columns = row->surplus;
  return FALSE;
}

static gboolean
keep_header (const QhCsvRow *row, gpointer data, GError **error)
{
  QhCsvFile *file = data;

  file->header = g_new0 (char *, file->n_columns + 1);
  for (guint i = 0; i < file->n_columns; i++) {
    file->header[i] = qh_text_trim (row->cells[i]);
    if (file->header[i] == NULL)
      file->header[i] = g_strdup ("");
  }
  return FALSE;
}

static gboolean
read_header (QhCsvFile *file, GError **error)
{
  if (!run (file, TRUE, count_columns, file, error))
    return FALSE;
  if (file->n_columns > QH_CSV_MAX_COLUMNS)
    return set_too_many (error);
  if (file->n_columns > 0)
    return run (file, TRUE, keep_header, file, error);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("it is empty: expected a first row with the headings"));
  return FALSE;
}

static gboolean
check_text (const QhCsvFile *file, GError **error)
{
  const char *zero = memchr (file->text, '\0', file->length);
  guint line = 1;

  if (zero == NULL)
    return TRUE;
  for (const char *c = file->text; c < zero; c++)
    line += *c == '\n';
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("line %u: a NUL character; this is not a table of text"), line);
  return FALSE;
}

static void
decode (QhCsvFile *file, GBytes *bytes, const char *encoding, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  data = data != NULL ? data : "";
  if (encoding == NULL) {
    file->text = qh_decode_text (data, size, &file->length, &file->encoding, error);
    return;
  }
  file->text = qh_decode_text_as (data, size, encoding, &file->length, error);
  file->encoding = g_intern_string (encoding);
}

QhCsvFile *
qh_csv_file_new (GBytes *bytes, GError **error)
{
  const QhCsvDialect any = { 0 };

  return qh_csv_file_new_as (bytes, &any, error);
}

QhCsvFile *
qh_csv_file_new_as (GBytes *bytes, const QhCsvDialect *dialect, GError **error)
{
  g_autoptr (QhCsvFile) file = g_new0 (QhCsvFile, 1);
  const char *start;

  decode (file, bytes, dialect->encoding, error);
  if (file->text == NULL || !check_text (file, error))
    return NULL;
  start = skip_own_word (file->text, &file->separator);
  if (start != file->text) {
    /* Its line stays, empty, so that lines are counted as the file has them. */
    memset (file->text, '\n', 1);
    memmove (file->text + 1, start, file->length - (gsize)(start - file->text) + 1);
    file->length -= (gsize)(start - file->text) - 1;
  } else {
    file->separator = find_separator (file->text);
  }
  if (dialect->separator != '\0')
    file->separator = dialect->separator;
  return read_header (file, error) ? g_steal_pointer (&file) : NULL;
}

void
qh_csv_file_free (QhCsvFile *file)
{
  g_free (file->text);
  g_strfreev (file->header);
  g_free (file);
}

typedef struct {
  GPtrArray *rows;
  guint n_columns, max;
} Sample;

static gboolean
add_sample (const QhCsvRow *row, gpointer data, GError **error)
{
  Sample *sample = data;
  GStrv cells = g_new0 (char *, sample->n_columns + 1);

  for (guint i = 0; i < sample->n_columns; i++)
    cells[i] = g_strdup (row->cells[i]);
  g_ptr_array_add (sample->rows, cells);
  return sample->rows->len < sample->max;
}

GPtrArray *
qh_csv_file_sample (const QhCsvFile *file, guint max)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  Sample sample = { rows, file->n_columns, max };

  if (max > 0)
    qh_csv_file_each (file, add_sample, &sample, NULL);
  return rows;
}

guint
qh_csv_file_count_lines (const QhCsvFile *file)
{
  return count_breaks (file->text) + 1;
}

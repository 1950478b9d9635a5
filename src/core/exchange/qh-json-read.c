/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-json-read.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the scan stands: for each open bracket, whether it is an array, and its commas so far. */
typedef struct {
  const char *text, *end;
  gboolean is_array[QH_JSON_MAX_DEPTH];
  guint commas[QH_JSON_MAX_DEPTH];
  guint depth;
  guint line;
} Scan;

static gboolean
refuse (Scan *scan, GError **error, const char *what)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("line %u: %s"), scan->line, what);
  return FALSE;
}

/* From behind the opening quotation mark to behind the closing one. An escape is shorter as text
 * than in the file, so a string that passes is not too long. */
static gboolean
skip_string (Scan *scan, GError **error)
{
  gsize length = 0;

  for (; scan->text < scan->end && *scan->text != '"'; scan->text++, length++) {
    if (*scan->text != '\\')
      continue;
    scan->text++;
    if (scan->end - scan->text >= 5 && strncmp (scan->text, "u0000", 5) == 0)
      return refuse (scan, error, _ ("a text holds a NUL character"));
    if (scan->text < scan->end && *scan->text == 'u')
      scan->text += MIN (4, scan->end - scan->text - 1);
  }
  if (scan->text >= scan->end)
    return refuse (scan, error, _ ("the file ends in the middle of a text"));
  if (length > QH_JSON_MAX_STRING)
    return refuse (scan, error, _ ("a text is longer than 64 KiB"));
  scan->text++;
  return TRUE;
}

static gboolean
open_bracket (Scan *scan, gboolean is_array, GError **error)
{
  if (scan->depth == QH_JSON_MAX_DEPTH)
    return refuse (scan, error, _ ("the file is nested deeper than 32 levels"));
  scan->is_array[scan->depth] = is_array;
  scan->commas[scan->depth] = 0;
  scan->depth++;
  return TRUE;
}

static gboolean
scan_character (Scan *scan, char character, GError **error)
{
  switch (character) {
  case '"':
    return skip_string (scan, error);
  case '[':
  case '{':
    return open_bracket (scan, character == '[', error);
  case ']':
  case '}':
    if (scan->depth > 0)
      scan->depth--;
    return TRUE;
  case ',':
    if (scan->depth > 0 && ++scan->commas[scan->depth - 1] >= QH_JSON_MAX_ENTRIES)
      return refuse (scan, error, _ ("a list has more than 10,000 entries"));
    return TRUE;
  case '\n':
    scan->line++;
    return TRUE;
  case '\'':
  case '/':
    return refuse (scan, error, _ ("this is not JSON"));
  default:
    return TRUE;
  }
}

static gboolean
check_limits (const char *text, gsize size, GError **error)
{
  Scan scan = { .text = text, .end = text + size, .line = 1 };

  while (scan.text < scan.end)
    if (!scan_character (&scan, *scan.text++, error))
      return FALSE;
  return scan.depth == 0 || refuse (&scan, error, _ ("the file is cut off"));
}

JsonNode *
qh_json_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > QH_JSON_MAX_BYTES) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("larger than 16 MiB"));
    return NULL;
  }
  if (size == 0) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("the file is empty"));
    return NULL;
  }
  if (!g_utf8_validate (text, size, NULL)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("not valid UTF-8"));
    return NULL;
  }
  if (!check_limits (text, size, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, size, &parse_error)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("this is not JSON: %s"),
                 parse_error->message);
    return NULL;
  }
  JsonNode *root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("the file is empty"));
  return root;
}

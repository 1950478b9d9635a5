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
  guint names; /* of members, by their colons */
  gsize max_string;
  gboolean is_whole; /* the value has ended */
} Scan;

static gboolean
refuse (Scan *scan, GError **error, const char *what)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("line %u: %s"), scan->line, what);
  return FALSE;
}

/* The code unit of the escape \\uXXXX at @text; -1 where there is none. */
static int
code_unit (const Scan *scan, const char *text)
{
  int unit = 0;

  if (scan->end - text < 6 || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++) {
    int digit = g_ascii_xdigit_value (text[i]);
    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/* One escape, from its backslash to its last character. The halves of a character stand together
 * or it is none. */
static gboolean
skip_escape (Scan *scan, GError **error)
{
  int unit = code_unit (scan, scan->text);
  int low = unit >= 0xd800 && unit < 0xdc00 ? code_unit (scan, scan->text + 6) : -1;

  if (unit == 0)
    return refuse (scan, error, _ ("a text holds a NUL character"));
  if (unit >= 0xd800 && unit < 0xe000 && (low < 0xdc00 || low >= 0xe000))
    return refuse (scan, error, _ ("a text holds half a character"));
  scan->text += low >= 0 ? 11 : unit >= 0 ? 5 : 1;
  return TRUE;
}

/* From behind the opening quotation mark to behind the closing one. An escape is shorter as text
 * than in the file, so a string that passes is not too long. */
static gboolean
skip_string (Scan *scan, GError **error)
{
  gsize length = 0;

  for (; scan->text < scan->end && *scan->text != '"'; scan->text++, length++) {
    if (*scan->text == '\\' && !skip_escape (scan, error))
      return FALSE;
  }
  if (scan->text >= scan->end)
    return refuse (scan, error, _ ("the file ends in the middle of a text"));
  if (length > scan->max_string)
    return refuse (scan, error, _ ("a text is longer than 64 KiB"));
  scan->text++;
  return TRUE;
}

/* A whole number beyond 64 bits would be read as another one. From behind its first character to
 * behind its last. */
static gboolean
skip_number (Scan *scan, GError **error)
{
  const char *start = scan->text - 1;
  g_autoptr (GError) reason = NULL;
  g_autofree char *number = NULL;
  g_autofree char *what = NULL;

  while (scan->text < scan->end && (g_ascii_isalnum (*scan->text) || strchr (".+-", *scan->text)))
    scan->text++;
  number = g_strndup (start, (gsize)(scan->text - start));
  if (g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, &reason) ||
      !g_error_matches (reason, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    return TRUE;
  what = g_strdup_printf (_ ("the number %.40s%s is too large"), number,
                          strlen (number) > 40 ? "…" : "");
  return refuse (scan, error, what);
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
      scan->is_whole = --scan->depth == 0;
    return TRUE;
  case ':':
    scan->names++;
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
    return (character != '-' && !g_ascii_isdigit (character)) || skip_number (scan, error);
  }
}

/* Counts the names of members too. */
static gboolean
check_limits (const char *text, gsize size, gsize max_string, guint *names, GError **error)
{
  Scan scan = { .text = text, .end = text + size, .line = 1, .max_string = max_string };

  while (scan.text < scan.end) {
    char character = *scan.text++;
    gboolean is_behind = scan.is_whole && !g_ascii_isspace (character);
    if (!scan_character (&scan, character, error))
      return FALSE;
    if (is_behind)
      return refuse (&scan, error, _ ("something stands behind the end"));
  }
  *names = scan.names;
  return scan.depth == 0 || refuse (&scan, error, _ ("the file is cut off"));
}

static guint count_members (JsonNode *node);

static void
add_members (JsonObject *object, const char *name, JsonNode *node, gpointer count)
{
  *(guint *)count += 1 + count_members (node);
}

static void
add_elements (JsonArray *array, guint index, JsonNode *node, gpointer count)
{
  *(guint *)count += count_members (node);
}

/* All members in and below @node. */
static guint
count_members (JsonNode *node)
{
  guint count = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), add_members, &count);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), add_elements, &count);
  return count;
}

/* How often members were met in one object, and the first that was there already. */
typedef struct {
  GHashTable *met; /* JsonObject -> count */
  char *name;
  guint line;
} Repeated;

static void
on_member (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Repeated *repeated = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (repeated->met, object)) + 1;

  g_hash_table_insert (repeated->met, object, GUINT_TO_POINTER (n));
  if (repeated->name != NULL || n == json_object_get_size (object))
    return;
  repeated->name = g_strdup (name);
  repeated->line = json_parser_get_current_line (parser);
}

/* Reads again, to say which member it is. */
static void
set_repeated (const char *text, gsize size, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  Repeated repeated = { .met = met };

  g_signal_connect (parser, "object-member", G_CALLBACK (on_member), &repeated);
  json_parser_load_from_data (parser, text, (gssize)size, NULL);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               /* Translators: a line's number, and the name of a member of a JSON object */
               _ ("line %u: “%s” stands in one object twice"), repeated.line,
               repeated.name != NULL ? repeated.name : "");
  g_free (repeated.name);
}

JsonNode *
qh_json_read (GBytes *bytes, GError **error)
{
  return qh_json_read_long (bytes, QH_JSON_MAX_STRING, error);
}

JsonNode *
qh_json_read_long (GBytes *bytes, gsize max_string, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  gsize size;
  guint names;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > MAX (QH_JSON_MAX_BYTES, max_string * 2)) {
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
  if (!check_limits (text, size, max_string, &names, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, size, &parse_error)) {
    /* What the parser quotes may be cut in the middle of a character. */
    g_autofree char *reason = g_utf8_make_valid (parse_error->message, -1);
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("this is not JSON: %s"), reason);
    return NULL;
  }
  g_autoptr (JsonNode) root = json_parser_steal_root (parser);
  if (root == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("the file is empty"));
    return NULL;
  }
  /* Of two members with one name json-glib keeps one, and another reader the other. */
  if (count_members (root) != names) {
    set_repeated (text, size, error);
    return NULL;
  }
  return g_steal_pointer (&root);
}

const char *
qh_json_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

void
qh_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

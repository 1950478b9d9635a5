/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-canonical.h"
#include <math.h>
#include <string.h>

typedef struct {
  GString *out;
  gboolean indent;
  guint depth;
} Writer;

static void write_node (Writer *writer, JsonNode *node);

/* By UTF-16 code units: UTF-8 order, but for the characters beyond the first plane, which come
 * before U+E000 to U+FFFF there (their first unit is a surrogate). */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *)a, *right = *(const char *const *)b;

  while (*left != '\0' && *left == *right) {
    left++;
    right++;
  }
  guchar l = *left, r = *right;
  if (l >= 0xee && r >= 0xee && (l >= 0xf0) != (r >= 0xf0))
    return l >= 0xf0 ? -1 : 1;
  return (int)l - (int)r;
}

static void
write_string (GString *out, const char *text)
{
  static const char names[] = "btnvfr"; /* for 8 to 13 */

  g_string_append_c (out, '"');
  for (const guchar *c = (const guchar *)text; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_printf (out, "\\%c", *c);
    else if (*c >= 8 && *c <= 13 && *c != 11)
      g_string_append_printf (out, "\\%c", names[*c - 8]);
    else if (*c < 0x20)
      g_string_append_printf (out, "\\u%04x", *c);
    else
      g_string_append_c (out, *c);
  }
  g_string_append_c (out, '"');
}

/* The shortest digits that read back as @number, and its decimal exponent. */
static int
shortest_digits (double number, char *digits)
{
  char text[32];
  int precision = 0;

  do
    g_snprintf (text, sizeof text, "%.*e", precision, number);
  while (g_ascii_strtod (text, NULL) != number && ++precision < 17);
  char *exponent = strchr (text, 'e');
  int n = 0;
  for (const char *c = text; c < exponent; c++)
    if (g_ascii_isdigit (*c))
      digits[n++] = *c;
  digits[n] = '\0';
  return atoi (exponent + 1);
}

/* ECMAScript's Number::toString. */
static void
write_double (GString *out, double number)
{
  char digits[32];

  if (number == 0) {
    g_string_append_c (out, '0');
    return;
  }
  if (number < 0)
    g_string_append_c (out, '-');
  int exponent = shortest_digits (fabs (number), digits);
  int n = strlen (digits);
  int point = exponent + 1;
  if (point > 21 || point < -5) {
    g_string_append_printf (out, "%c%s%se%+d", digits[0], n > 1 ? "." : "", digits + 1, exponent);
  } else if (point <= 0) {
    g_string_append_printf (out, "0.%.*s%s", -point, "000000", digits);
  } else if (point >= n) {
    g_string_append_printf (out, "%s%.*s", digits, point - n, "000000000000000000000");
  } else {
    g_string_append_printf (out, "%.*s.%s", point, digits, digits + point);
  }
}

static void
write_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    write_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    write_double (out, json_node_get_double (node));
}

static void
break_line (Writer *writer)
{
  if (!writer->indent)
    return;
  g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->out, "  ");
}

static void
write_object (Writer *writer, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  g_ptr_array_sort (names, compare_names);
  g_string_append_c (writer->out, '{');
  writer->depth++;
  for (guint i = 0; i < names->len; i++) {
    if (i > 0)
      g_string_append_c (writer->out, ',');
    break_line (writer);
    write_string (writer->out, names->pdata[i]);
    g_string_append (writer->out, writer->indent ? ": " : ":");
    write_node (writer, json_object_get_member (object, names->pdata[i]));
  }
  writer->depth--;
  if (names->len > 0)
    break_line (writer);
  g_string_append_c (writer->out, '}');
}

static void
write_array (Writer *writer, JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_string_append_c (writer->out, '[');
  writer->depth++;
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (writer->out, ',');
    break_line (writer);
    write_node (writer, json_array_get_element (array, i));
  }
  writer->depth--;
  if (n > 0)
    break_line (writer);
  g_string_append_c (writer->out, ']');
}

static void
write_node (Writer *writer, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    write_object (writer, json_node_get_object (node));
    return;
  case JSON_NODE_ARRAY:
    write_array (writer, json_node_get_array (node));
    return;
  case JSON_NODE_VALUE:
    write_value (writer->out, node);
    return;
  case JSON_NODE_NULL:
    g_string_append (writer->out, "null");
    return;
  }
}

char *
qh_canonical_write (JsonNode *node, gboolean indent)
{
  Writer writer = { g_string_new (NULL), indent, 0 };

  write_node (&writer, node);
  if (indent)
    g_string_append_c (writer.out, '\n');
  return g_string_free (writer.out, FALSE);
}

char *
qh_canonical_digest (JsonObject *object)
{
  g_autoptr (JsonObject) covered = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    if (!g_str_equal (name, "digest") && !g_str_equal (name, "signature"))
      json_object_set_member (covered, name, json_node_copy (member));
  json_node_set_object (node, covered);
  g_autofree char *text = qh_canonical_write (node, FALSE);
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strconcat ("sha256:", hex, NULL);
}

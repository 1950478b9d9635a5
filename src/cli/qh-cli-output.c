/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON for programs and tables for people. What is printed is UTF-8, whatever the locale. */
#include "qh-cli-output.h"
#include "base/qh-text.h"
#include <stdio.h>
#include <string.h>

#define CELL_MAX 60 /* characters */
#define GAP 2

struct _QhCliTable {
  guint n_columns;
  GPtrArray *rows; /* char **, n_columns each; the first is the heading */
};

static char *
to_text (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

void
qh_cli_print_json (JsonNode *node)
{
  g_autofree char *text = to_text (node);

  puts (text);
}

void
qh_cli_print_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  qh_cli_print_json (json_node_init_object (node, object));
}

void
qh_cli_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

void
qh_cli_begin_array (void)
{
  putchar ('[');
}

void
qh_cli_print_element (JsonObject *object, gboolean is_first)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = to_text (node);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *indented = g_strjoinv ("\n  ", lines);

  printf ("%s\n  %s", is_first ? "" : ",", indented);
}

void
qh_cli_end_array (gboolean is_empty)
{
  puts (is_empty ? "]" : "\n]");
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

QhCliTable *
qh_cli_table_new (const char *const *headings)
{
  QhCliTable *table = g_new0 (QhCliTable, 1);

  table->n_columns = g_strv_length ((char **)headings);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (table->rows, g_strdupv ((char **)headings));
  return table;
}

void
qh_cli_table_add (QhCliTable *table, char **cells)
{
  char **row = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++) {
    row[i] = cells[i] != NULL ? qh_text_shorten (cells[i], CELL_MAX) : g_strdup ("");
    g_free (cells[i]);
  }
  g_ptr_array_add (table->rows, row);
}

/* How many columns of a terminal @text takes. */
static int
display_width (const char *text)
{
  int width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar character = g_utf8_get_char (text);
    width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
  }
  return width;
}

static void
measure (QhCliTable *table, int *widths)
{
  for (guint r = 0; r < table->rows->len; r++) {
    char **row = table->rows->pdata[r];
    for (guint i = 0; i < table->n_columns; i++)
      widths[i] = MAX (widths[i], display_width (row[i]));
  }
}

static void
print_row (QhCliTable *table, char **row, const int *widths)
{
  for (guint i = 0; i + 1 < table->n_columns; i++)
    printf ("%s%*s", row[i], widths[i] - display_width (row[i]) + GAP, "");
  puts (row[table->n_columns - 1]);
}

void
qh_cli_table_print (QhCliTable *table)
{
  g_autofree int *widths = g_new0 (int, table->n_columns);

  measure (table, widths);
  for (guint r = 0; r < table->rows->len; r++)
    print_row (table, table->rows->pdata[r], widths);
}

void
qh_cli_table_free (QhCliTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table);
}

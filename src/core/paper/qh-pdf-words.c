/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a PDF, and what its figures show. */
#include "paper/qh-pdf-words.h"

#include <string.h>

/* The trailer and what leads to it stand in the last bytes of a file. */
#define TAIL 512

/* How cairo begins the object of a figure, after its number. */
#define FIGURE " 0 obj\n<< /Type /StructElem\n   /S /Figure\n"

typedef struct {
  guint64 size, root, info; /* of the trailer */
  guint64 table; /* where the cross-reference table begins */
} Trailer;

/* The number after @key in @text. */
static gboolean
read_number (const char *text, const char *key, guint64 *number)
{
  const char *found = text != NULL ? strstr (text, key) : NULL;
  char *end;

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (key), &end, 10);
  return end != found + strlen (key);
}

static gboolean
read_trailer (GByteArray *pdf, Trailer *trailer)
{
  guint length = MIN (pdf->len, TAIL);
  g_autofree char *tail = g_strndup ((char *)pdf->data + pdf->len - length, length);
  const char *start = g_strrstr (tail, "trailer");

  return read_number (start, "/Size ", &trailer->size) &&
         read_number (start, "/Root ", &trailer->root) &&
         read_number (start, "/Info ", &trailer->info) &&
         read_number (start, "startxref\n", &trailer->table);
}

/* What stands in the dictionary of object @number, or NULL. */
static char *
read_dictionary (GByteArray *pdf, guint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  gsize length = strlen (head);
  const guint8 *found = memmem (pdf->data, pdf->len, head, length);
  const guint8 *end = NULL;

  if (found == NULL)
    return NULL;
  found += length;
  end = memmem (found, pdf->data + pdf->len - found, "endobj", strlen ("endobj"));
  return end != NULL ? g_strndup ((const char *)found, end - found) : NULL;
}

/* A text as PDF has it whatever its letters: UTF-16, in hexadecimal digits. */
static char *
spell (const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *digits = g_string_new ("<FEFF");

  for (gsize i = 0; units != NULL && units[i] != 0; i++)
    g_string_append_printf (digits, "%04X", units[i]);
  g_string_append_c (digits, '>');
  return g_string_free (digits, FALSE);
}

/* What is appended: objects, and where each begins. */
typedef struct {
  GByteArray *pdf;
  GString *objects;
  GString *table;
} Update;

/* Object @number once more, with one entry before what stood in its @dictionary. */
static void
add_object (Update *update, guint64 number, const char *key, const char *value,
            const char *dictionary)
{
  g_string_append_printf (update->table,
                          "%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          update->pdf->len + update->objects->len);
  g_string_append_printf (update->objects, "%" G_GUINT64_FORMAT " 0 obj\n<< %s %s%sendobj\n",
                          number, key, value, dictionary);
}

/* The numbers of the objects that are figures, in their order. */
static GArray *
find_figures (GByteArray *pdf)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
  const guint8 *place = pdf->data, *end = pdf->data + pdf->len;

  while ((place = memmem (place, end - place, FIGURE, strlen (FIGURE))) != NULL) {
    const guint8 *line = place;
    guint64 number;
    while (line > pdf->data && line[-1] != '\n')
      line--;
    number = g_ascii_strtoull ((const char *)line, NULL, 10);
    g_array_append_val (numbers, number);
    place += strlen (FIGURE);
  }
  return numbers;
}

static void
describe_figures (Update *update, GPtrArray *words)
{
  g_autoptr (GArray) figures = find_figures (update->pdf);

  if (figures->len != words->len)
    return;
  for (guint i = 0; i < figures->len; i++) {
    guint64 number = g_array_index (figures, guint64, i);
    g_autofree char *dictionary = read_dictionary (update->pdf, number);
    g_autofree char *text = spell (g_ptr_array_index (words, i));
    if (dictionary != NULL)
      add_object (update, number, "/Alt", text, dictionary);
  }
}

static void
append (Update *update, const Trailer *trailer)
{
  gsize table = update->pdf->len + update->objects->len;
  g_autofree char *end = g_strdup_printf (
      "xref\n%strailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
      " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
      "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      update->table->str, trailer->size, trailer->root, trailer->info, trailer->table, table);

  g_byte_array_append (update->pdf, (const guint8 *)update->objects->str, update->objects->len);
  g_byte_array_append (update->pdf, (const guint8 *)end, strlen (end));
}

void
qh_pdf_add_words (GByteArray *pdf, const char *language, GPtrArray *figures)
{
  Trailer trailer;
  g_autofree char *catalogue = NULL;
  g_autofree char *value = g_strdup_printf ("(%s)", language);
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  Update update = { pdf, objects, table };

  if (pdf->len == 0 || !read_trailer (pdf, &trailer))
    return;
  catalogue = read_dictionary (pdf, trailer.root);
  if (catalogue == NULL)
    return;
  describe_figures (&update, figures);
  add_object (&update, trailer.root, "/Lang", value, catalogue);
  append (&update, &trailer);
}

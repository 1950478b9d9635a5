/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of a PDF. */
#include "paper/qh-pdf-language.h"

#include <string.h>

/* The trailer and what leads to it stand in the last bytes of a file. */
#define TAIL 512

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

void
qh_pdf_set_language (GByteArray *pdf, const char *language)
{
  Trailer trailer;
  g_autofree char *catalogue = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  gsize object, table;

  if (pdf->len == 0 || !read_trailer (pdf, &trailer))
    return;
  catalogue = read_dictionary (pdf, trailer.root);
  if (catalogue == NULL)
    return;
  object = pdf->len;
  g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n<< /Lang (%s)%sendobj\n",
                          trailer.root, language, catalogue);
  table = pdf->len + update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                          trailer.root, object);
  g_string_append_printf (update,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          trailer.size, trailer.root, trailer.info, trailer.table, table);
  g_byte_array_append (pdf, (const guint8 *)update->str, update->len);
}

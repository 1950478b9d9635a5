/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-csv.h"
#include <string.h>

#define FORMULA "=+-@\t\r"
#define NEEDS_QUOTES ",\"\r\n"

gboolean
qh_csv_looks_like_formula (const char *text)
{
  char first = text[strspn (text, "'")];

  return first != '\0' && strchr (FORMULA, first) != NULL;
}

void
qh_csv_append_cell (GString *csv, const char *text)
{
  gboolean quoted;

  if (text == NULL)
    return;
  quoted = strpbrk (text, NEEDS_QUOTES) != NULL;
  if (quoted)
    g_string_append_c (csv, '"');
  if (qh_csv_looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *text);
  }
  if (quoted)
    g_string_append_c (csv, '"');
}

void
qh_csv_append_header (GString *csv, const QhEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++) {
    if (i > 0)
      g_string_append_c (csv, ',');
    qh_csv_append_cell (csv, entity->fields[i].name);
  }
  g_string_append (csv, "\r\n");
}

void
qh_csv_append_record (GString *csv, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    g_autofree char *text = qh_record_get_text (record, &entity->fields[i]);
    if (i > 0)
      g_string_append_c (csv, ',');
    qh_csv_append_cell (csv, text);
  }
  g_string_append (csv, "\r\n");
}

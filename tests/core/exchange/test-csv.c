/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-csv.h"
#include "model/qh-model.h"

static const struct {
  const char *text, *cell;
} cells[] = {
  { NULL, "" },
  { "plain", "plain" },
  { "a,b", "\"a,b\"" },
  { "say \"hi\"", "\"say \"\"hi\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { " spaces ", " spaces " },
  { "müde 🦷", "müde 🦷" },
  /* what a spreadsheet would calculate */
  { "=1+1", "'=1+1" },
  { "+44 113", "'+44 113" },
  { "-2", "'-2" },
  { "@cmd", "'@cmd" },
  { "\tx", "'\tx" },
  { "\rx", "\"'\rx\"" },
  { "=a,b", "\"'=a,b\"" },
  /* what would become a formula when an apostrophe is taken off */
  { "'=1", "''=1" },
  { "''-", "'''-" },
  /* and what would not */
  { "'quoted", "'quoted" },
  { "1=1", "1=1" },
  { "'", "'" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autoptr (GString) csv = g_string_new (NULL);
    qh_csv_append_cell (csv, cells[i].text);
    g_assert_cmpstr (csv->str, ==, cells[i].cell);
  }
}

/* As many cells as headings, in the order of the table, and CRLF behind each row. */
static void
test_rows (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (QhWaiting) waiting = qh_waiting_new ();
  QhRecord *record = QH_RECORD (waiting);

  qh_record_set_string (record, "content", "c");
  qh_record_set_int (record, "since", 0);
  qh_csv_append_header (csv, &qh_waiting_entity);
  qh_csv_append_record (csv, record);
  g_assert_cmpstr (csv->str, ==,
                   "id,created,modified,author,content,client,since\r\n"
                   ",,,,c,,1970-01-01T00:00:00+00:00\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/rows", test_rows);
  return g_test_run ();
}

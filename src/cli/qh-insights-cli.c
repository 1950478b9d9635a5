/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Insights: every picture as its sentence and its table. */
#include "base/qh-text.h"
#include "exchange/qh-file.h"
#include "exchange/qh-insight-sheet.h"
#include "exchange/qh-picture-export.h"
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-insights.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- What is asked */

static gboolean
narrow_to_client (QhCli *cli, QhInsightAsk *ask, GError **error)
{
  const char *name = qh_cli_option (cli, "client");
  g_autoptr (QhRecord) client =
      name != NULL ? qh_store_resolve (cli->store, &qh_client_entity, name, error) : NULL;

  if (client != NULL)
    ask->client = g_strdup (client->id);
  return name == NULL || client != NULL;
}

static gboolean
narrow_to_territory (QhCli *cli, QhInsightAsk *ask, GError **error)
{
  const char *name = qh_cli_option (cli, "territory");
  g_autoptr (GPtrArray) territories = NULL;

  if (name == NULL)
    return TRUE;
  territories = qh_store_list_territories (cli->store, error);
  if (territories == NULL)
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (territories, name, g_str_equal, NULL))
    return qh_error_fail (error, QH_ERROR_NOT_FOUND, _ ("No client has the territory “%s”."), name);
  ask->territory = g_strdup (name);
  return TRUE;
}

static QhInsightAsk *
read_ask (QhCli *cli, GError **error)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);
  g_autoptr (QhInsightAsk) year = qh_insight_ask_year (qh_clock_now (&cli->clock), zone);
  const char *from = qh_cli_option (cli, "from"), *to = qh_cli_option (cli, "to");
  g_autoptr (QhInsightAsk) ask =
      qh_insight_ask_new (from != NULL ? from : year->from, to != NULL ? to : year->to);

  if (qh_cli_option (cli, "json") != NULL && qh_cli_option (cli, "csv") != NULL) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("--json and --csv: expected only one of them"));
    return NULL;
  }
  if (qh_cli_option (cli, "client") != NULL && qh_cli_option (cli, "territory") != NULL) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("Name a client or a territory, not both."));
    return NULL;
  }
  if (narrow_to_client (cli, ask, error) && narrow_to_territory (cli, ask, error))
    return g_steal_pointer (&ask);
  return NULL;
}

/* --- As files */

static void
print_json (const GPtrArray *pictures)
{
  qh_cli_begin_array ();
  for (guint i = 0; i < pictures->len; i++) {
    g_autoptr (JsonObject) object = qh_picture_to_json (pictures->pdata[i]);
    qh_cli_print_element (object, i == 0);
  }
  qh_cli_end_array (pictures->len == 0);
}

/* One picture is a table; of several each has its id above it, and an empty line below. */
static void
print_csv (const GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++) {
    const QhPicture *picture = pictures->pdata[i];
    g_autofree char *csv = qh_picture_to_csv (picture);
    if (pictures->len > 1)
      printf ("%s%s\r\n", i > 0 ? "\r\n" : "", picture->id);
    fputs (csv, stdout);
  }
}

/* --- For people */

static char *
label_cell (const QhPictureCell *cell, QhUnit unit, const char *currency)
{
  if (!cell->is_known)
    return NULL;
  switch (unit) {
  case QH_UNIT_COUNT:
    return g_strdup_printf ("%.0f", cell->number);
  case QH_UNIT_SECONDS:
    return qh_length_label ((gint64)round (cell->number));
  case QH_UNIT_MONEY:
    return qh_money_label ((gint64)round (cell->number), currency);
  case QH_UNIT_SHARE:
    return g_strdup_printf (_ ("%.0f %%"), cell->number * 100);
  default:
    return g_strdup (cell->text);
  }
}

static void
print_table (const QhPicture *picture, const char *currency)
{
  g_autofree const char **headings = g_new0 (const char *, picture->columns->len + 1);
  g_autofree char **cells = g_new (char *, picture->columns->len);
  g_autoptr (QhCliTable) table = NULL;

  for (guint i = 0; i < picture->columns->len; i++)
    headings[i] = qh_picture_column (picture, i)->title;
  table = qh_cli_table_new (headings);
  for (guint i = 0; i < picture->rows->len; i++) {
    for (guint k = 0; k < picture->columns->len; k++)
      cells[k] = label_cell (&qh_picture_row (picture, i)->cells[k],
                             qh_picture_column (picture, k)->unit, currency);
    qh_cli_table_add (table, cells);
  }
  qh_cli_table_print (table);
}

static void
print_pictures (QhCli *cli, const GPtrArray *pictures)
{
  g_autofree char *currency = qh_settings_get_currency (cli->store);

  for (guint i = 0; i < pictures->len; i++) {
    const QhPicture *picture = pictures->pdata[i];
    printf ("%s%s\n%s\n", i > 0 ? "\n" : "", picture->title, picture->sentence);
    if (picture->rows->len > 0)
      print_table (picture, currency);
  }
}

/* Only the one that was named, if one was. */
static gboolean
choose (QhCli *cli, GPtrArray *pictures, GError **error)
{
  const char *name = qh_cli_option (cli, "picture");
  g_autoptr (GString) names = g_string_new (NULL);
  guint length = pictures->len;

  for (guint i = length; name != NULL && i > 0; i--) {
    const char *id = ((QhPicture *)pictures->pdata[i - 1])->id;
    g_string_prepend (names, id);
    g_string_prepend (names, i > 1 ? ", " : "");
    if (strcmp (id, name) != 0)
      g_ptr_array_remove_index (pictures, i - 1);
  }
  return pictures->len > 0 ||
         qh_error_fail (error, QH_ERROR_INVALID, _ ("There is no picture “%s”; there are %s."),
                        name, names->str);
}

/* The report. */
static gboolean
write_pdf (QhCli *cli, const QhInsightAsk *ask, const char *path, GError **error)
{
  g_autoptr (QhInsightSheet) sheet = qh_insight_sheet_read (cli->store, ask, error);
  g_autoptr (GBytes) bytes = NULL;

  if (sheet == NULL || !choose (cli, sheet->pictures, error))
    return FALSE;
  bytes = qh_insight_sheet_to_pdf (sheet, qh_paper_size_for_locale (), error);
  return bytes != NULL && qh_file_write (path, bytes, error);
}

static gboolean
run_insights (QhCli *cli, GError **error)
{
  g_autoptr (QhInsightAsk) ask = NULL;
  g_autoptr (GPtrArray) pictures = NULL;

  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  ask = read_ask (cli, error);
  if (ask != NULL && qh_cli_option (cli, "output") != NULL)
    return write_pdf (cli, ask, qh_cli_option (cli, "output"), error);
  pictures = ask != NULL ? qh_store_insights (cli->store, ask, error) : NULL;
  if (pictures == NULL || !choose (cli, pictures, error))
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_json (pictures);
  else if (qh_cli_option (cli, "csv") != NULL)
    print_csv (pictures);
  else
    print_pictures (cli, pictures);
  return TRUE;
}

static const QhCliOption insights_options[] = {
  { "client", 0, N_ ("CLIENT"), N_ ("What concerns this client") },
  { "territory", 0, N_ ("NAME"), N_ ("What concerns the clients of a territory") },
  { "from", 0, N_ ("MONTH"), N_ ("From this month on, like 2026-01 (else a year)") },
  { "to", 0, N_ ("MONTH"), N_ ("Up to this month and with it") },
  { "picture", 0, N_ ("ID"), N_ ("Only this picture") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { "csv", 0, NULL, N_ ("Print CSV") },
  { "output", 'o', "FILE", N_ ("Write a report to be printed into this file, as PDF") },
  { NULL },
};

const QhCliCommand qh_insights_commands[] = {
  { "insights", "", 0, 0, FALSE, insights_options,
    N_ ("Show whether the way of working works: each picture as a sentence and a table"),
    run_insights },
  { NULL },
};

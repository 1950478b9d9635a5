/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store for other programs. */
#include "exchange/qh-export-all.h"
#include "exchange/qh-store-json.h"
#include "qh-cli.h"
#include <glib/gi18n-lib.h>

/* --- export-all */

static const struct {
  const char *name;
  QhExportFormat format;
} formats[] = {
  { "csv", QH_EXPORT_CSV },      { "json", QH_EXPORT_JSON },    { "vcf", QH_EXPORT_VCARD_4 },
  { "vcf3", QH_EXPORT_VCARD_3 }, { "ics", QH_EXPORT_CALENDAR },
};

static gboolean
find_format (const char *name, QhExportFormat *format, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_strcmp0 (formats[i].name, name) == 0) {
      *format = formats[i].format;
      return TRUE;
    }
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
  }
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--to: expected one of %s, got “%s”"),
               names->str, name != NULL ? name : "");
  return FALSE;
}

static gboolean
run_export_all (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");
  const char *client = qh_cli_option (cli, "client");
  g_autoptr (QhRecord) record = NULL;
  QhExportFormat format;

  if (!find_format (qh_cli_option (cli, "to"), &format, error))
    return FALSE;
  if (path == NULL || *path == '\0') {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("-o: expected a file"));
    return FALSE;
  }
  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  if (client != NULL) {
    record = qh_store_resolve (cli->store, &qh_client_entity, client, error);
    if (record == NULL)
      return FALSE;
  }
  if (!qh_export_all (cli->store, format, record != NULL ? record->id : NULL, path, NULL, error))
    return FALSE;
  return format != QH_EXPORT_JSON || qh_cli_option (cli, "with-files") == NULL ||
         qh_store_json_write_files (cli->store, path, NULL, error);
}

static const QhCliOption export_all_options[] = {
  { "to", 0, "FORMAT", N_ ("csv (a folder), json, vcf, vcf3 or ics") },
  { "output", 'o', "FILE", N_ ("Where it is written to") },
  { "with-files", 0, NULL, N_ ("With json: attached files too, in a folder beside it") },
  { "client", 0, "CLIENT", N_ ("Only what is this client’s: contacts, meetings") },
  { NULL },
};

const QhCliCommand qh_world_commands[] = {
  { "export-all", "", 0, 0, FALSE, export_all_options,
    N_ ("Write the whole store for other programs"), run_export_all },
  { NULL },
};

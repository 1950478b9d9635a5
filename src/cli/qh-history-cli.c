/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done: undo, redo, and the list of changes. */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define LIST_MAX 1000

static JsonNode *
changes_to_json (GPtrArray *changes, GTimeZone *zone)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < changes->len; i++) {
    const QhChange *change = changes->pdata[i];
    g_autofree char *at = qh_instant_format (change->at, zone);
    JsonObject *object = json_object_new ();
    json_object_set_string_member (object, "label", change->label);
    json_object_set_string_member (object, "at", at);
    json_array_add_object_element (array, object);
  }
  json_array_unref (array);
  return node;
}

static void
print_changes (GPtrArray *changes, GTimeZone *zone)
{
  const char *const headings[] = { _ ("At"), _ ("Change"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < changes->len; i++) {
    const QhChange *change = changes->pdata[i];
    char *cells[] = { qh_instant_format (change->at, zone), g_strdup (change->label) };
    qh_cli_table_add (table, cells);
  }
  qh_cli_table_print (table);
}

static gboolean
list_changes (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) changes = store != NULL ? qh_store_list_changes (store, LIST_MAX) : NULL;
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);

  if (store == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL) {
    g_autoptr (JsonNode) node = changes_to_json (changes, zone);
    qh_cli_print_json (node);
  } else {
    print_changes (changes, zone);
  }
  return TRUE;
}

static void
print_label (QhCli *cli, const char *label)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  if (qh_cli_option (cli, "json") == NULL) {
    puts (label);
    return;
  }
  object = json_object_new ();
  json_object_set_string_member (object, "label", label);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  qh_cli_print_json (node);
}

static gboolean
run_undo (QhCli *cli, GError **error)
{
  g_autofree char *label = NULL;

  if (qh_cli_option (cli, "list") != NULL)
    return list_changes (cli, error);
  if (qh_cli_open (cli, 0, error) == NULL || !qh_store_undo (cli->store, &label, error))
    return FALSE;
  print_label (cli, label);
  return TRUE;
}

static gboolean
run_redo (QhCli *cli, GError **error)
{
  g_autofree char *label = NULL;

  if (qh_cli_open (cli, 0, error) == NULL || !qh_store_redo (cli->store, &label, error))
    return FALSE;
  print_label (cli, label);
  return TRUE;
}

static const QhCliOption undo_options[] = {
  { "list", 0, NULL, N_ ("List what can be undone, newest first") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

static const QhCliOption redo_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_history_commands[] = {
  { "undo", "", 0, 0, FALSE, undo_options, N_ ("Undo the last change"), run_undo },
  { "redo", "", 0, 0, FALSE, redo_options, N_ ("Do again what was undone"), run_redo },
  { NULL },
};

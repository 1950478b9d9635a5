/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What frictions cost: of one the sum, of all the dearest first. */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>

static JsonObject *
cost_to_json (const QhCost *cost)
{
  JsonObject *object = json_object_new ();

  json_object_set_double_member (object, "client_hours", qh_cost_hours (cost));
  json_object_set_int_member (object, "client_cost", cost->client_cost);
  json_object_set_int_member (object, "own_loss", cost->own_loss);
  json_object_set_int_member (object, "cost", cost->cost);
  return object;
}

/* --- One */

static gboolean
print_one (QhCli *cli, const char *reference, GError **error)
{
  g_autoptr (QhRecord) friction =
      qh_store_resolve (cli->store, &qh_friction_entity, reference, error);
  g_autoptr (QhCostSum) sum =
      friction != NULL ? qh_store_sum_cost (cli->store, QH_FRICTION (friction), error) : NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (sum == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL) {
    g_autoptr (JsonObject) object = cost_to_json (&sum->cost);
    qh_cli_print_object (object);
    return TRUE;
  }
  lines = qh_cost_sum_lines (sum);
  printf ("%s\n", QH_FRICTION (friction)->title);
  for (guint i = 0; i < lines->len; i++) {
    const QhCostLine *line = g_ptr_array_index (lines, i);
    printf ("%s: %s\n", line->label, line->text);
  }
  return TRUE;
}

/* --- All */

static void
add_to (QhCost *total, const QhCost *cost)
{
  total->client_minutes += cost->client_minutes;
  total->client_cost = qh_cost_add (total->client_cost, cost->client_cost);
  total->own_loss = qh_cost_add (total->own_loss, cost->own_loss);
  total->cost = qh_cost_add (total->cost, cost->cost);
}

static void
add_row (QhCliTable *table, const QhListedCost *one, const char *currency)
{
  char *cells[] = {
    g_strdup (one->friction),
    g_strdup (one->title),
    g_strdup (qh_enum_label (qh_friction_status_values, one->status)),
    g_strdup_printf ("%" PRId64, one->cost.clients),
    qh_cost_label (one->cost.cost, currency),
  };

  qh_cli_table_add (table, cells);
}

static void
add_element (JsonArray *array, const QhListedCost *one)
{
  JsonObject *object = cost_to_json (&one->cost);

  json_object_set_string_member (object, "friction", one->friction);
  json_object_set_string_member (object, "title", one->title);
  json_object_set_string_member (object, "status",
                                 qh_enum_name (qh_friction_status_values, one->status));
  json_object_set_int_member (object, "clients", one->cost.clients);
  json_array_add_object_element (array, object);
}

static void
print_json (const GPtrArray *costs, const QhCost *total)
{
  g_autoptr (JsonObject) object = cost_to_json (total);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < costs->len; i++)
    add_element (array, costs->pdata[i]);
  json_object_set_array_member (object, "frictions", array);
  qh_cli_print_object (object);
}

static void
print_table (QhCli *cli, const GPtrArray *costs, const QhCost *total)
{
  const char *const headings[] = { _ ("Id"),      _ ("Title"), _ ("Status"),
                                   _ ("Clients"), _ ("Cost"),  NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);
  g_autofree char *currency = qh_settings_get_currency (cli->store);
  g_autofree char *label = qh_cost_label (total->cost, currency);

  for (guint i = 0; i < costs->len; i++)
    add_row (table, costs->pdata[i], currency);
  qh_cli_table_print (table);
  /* Translators: what all frictions in the list cost: "Together €14,480 a year" */
  printf (_ ("Together %s\n"), label);
}

static gboolean
list_all (QhCli *cli, GError **error)
{
  g_autoptr (GPtrArray) costs = qh_store_list_costs (cli->store, error);
  QhCost total = { 0 };

  if (costs == NULL)
    return FALSE;
  for (guint i = 0; i < costs->len; i++)
    add_to (&total, &((QhListedCost *)costs->pdata[i])->cost);
  if (qh_cli_option (cli, "json") != NULL)
    print_json (costs, &total);
  else
    print_table (cli, costs, &total);
  return TRUE;
}

static gboolean
run_cost (QhCli *cli, GError **error)
{
  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  if (qh_cli_argument (cli, 0) != NULL)
    return print_one (cli, qh_cli_argument (cli, 0), error);
  return list_all (cli, error);
}

static const QhCliOption cost_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_cost_commands[] = {
  { "cost", "[FRICTION]", 0, 1, FALSE, cost_options,
    N_ ("What a friction costs in a year, or all that are open, the dearest first"), run_cost },
  { NULL },
};

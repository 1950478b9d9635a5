/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust: what went right and wrong with a client, or with all, and what holds the gate. */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-trusts.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- As JSON */

static JsonObject *
reason_to_json (const QhTrustReason *reason)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", reason->kind);
  json_object_set_string_member (object, "id", reason->id);
  json_object_set_string_member (object, "text", reason->text);
  return object;
}

static void
print_json (const QhTrust *trust)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *because = json_array_new ();

  for (guint i = 0; i < trust->because->len; i++)
    json_array_add_object_element (because, reason_to_json (trust->because->pdata[i]));
  json_object_set_int_member (object, "good", trust->good);
  json_object_set_int_member (object, "bad", trust->bad);
  if (trust->trust >= 0)
    json_object_set_double_member (object, "trust", trust->trust);
  else
    json_object_set_null_member (object, "trust");
  json_object_set_double_member (object, "at_least", trust->at_least);
  json_object_set_string_member (object, "gate", qh_gate_name (trust->gate));
  json_object_set_array_member (object, "because", because);
  if (trust->quiet_days != QH_NONE)
    json_object_set_int_member (object, "quiet_days", trust->quiet_days);
  else
    json_object_set_null_member (object, "quiet_days");
  qh_cli_print_object (object);
}

/* --- For people */

static void
print_because (const QhTrust *trust)
{
  const char *const headings[] = { _ ("Kind"), _ ("What holds it"), _ ("Id"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);
  int more = (int)(trust->n_because - trust->because->len);

  for (guint i = 0; i < trust->because->len; i++) {
    const QhTrustReason *reason = g_ptr_array_index (trust->because, i);
    char *cells[] = { g_strdup (_ (qh_entity_find (reason->kind)->label)), g_strdup (reason->text),
                      g_strdup (reason->id) };
    qh_cli_table_add (table, cells);
  }
  if (trust->because->len > 0)
    qh_cli_table_print (table);
  if (more > 0)
    printf (ngettext ("and %d more\n", "and %d more\n", (gulong)more), more);
}

static void
print_health (const QhTrust *trust)
{
  const char *const headings[] = { _ ("Touchpoint"), _ ("Health"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  if (trust->health == QH_HEALTH_GREY)
    return;
  for (int i = QH_TOUCHPOINT_PHONE; i <= QH_TOUCHPOINT_OTHER; i++) {
    char *cells[] = { g_strdup (qh_enum_label (qh_touchpoint_values, i)),
                      g_strdup (qh_health_label (trust->spots[i].health)) };
    qh_cli_table_add (table, cells);
  }
  puts ("");
  qh_cli_table_print (table);
}

static void
print_trust (const QhTrust *trust)
{
  g_autofree char *sentence = qh_trust_sentence (trust);
  g_autofree char *quiet = qh_trust_quiet_sentence (trust);

  puts (sentence);
  /* Translators: whether a client may be asked for anything: "Gate: Closed" */
  printf (_ ("Gate: %s\n"), qh_gate_label (trust->gate));
  puts (quiet);
  if (trust->moves > 0)
    printf (ngettext ("Promises were moved %d time.\n", "Promises were moved %d times.\n",
                      (gulong)trust->moves),
            (int)trust->moves);
  print_because (trust);
  print_health (trust);
}

static gboolean
run_trust (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  const char *name = qh_cli_argument (cli, 0);
  g_autoptr (QhRecord) client = NULL;
  g_autoptr (QhTrust) trust = NULL;

  if (store == NULL)
    return FALSE;
  if (name != NULL) {
    client = qh_store_resolve (store, &qh_client_entity, name, error);
    if (client == NULL)
      return FALSE;
  }
  if (!qh_store_trust (store, client != NULL ? client->id : NULL, &trust, error))
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_json (trust);
  else
    print_trust (trust);
  return TRUE;
}

static const QhCliOption trust_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_trust_commands[] = {
  { "trust", "[CLIENT]", 0, 1, FALSE, trust_options,
    N_ ("Show what went right and wrong with a client, or with all, and what has to be mended"),
    run_trust },
  { NULL },
};

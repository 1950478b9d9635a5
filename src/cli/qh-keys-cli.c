/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: the store's own, and whose seals are known. */
#include "exchange/qh-keys.h"
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static GPtrArray *
list_signers (QhCli *cli, GError **error)
{
  return qh_store_select (cli->store, &qh_signer_entity, "ORDER BY name_key, id", NULL, error);
}

/* --- For scripts */

static JsonObject *
own_to_json (QhCli *cli, const char *public_key)
{
  JsonObject *object = json_object_new ();
  g_autofree char *name = qh_settings_get_user_name (cli->store);
  g_autofree char *fingerprint = qh_seal_fingerprint (public_key);

  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_string_member (object, "public_key", public_key);
  return object;
}

static void
set_instant (JsonObject *object, const char *name, gint64 instant)
{
  g_autofree char *text = instant != QH_NONE ? qh_instant_format (instant, NULL) : NULL;

  qh_cli_set_text (object, name, text);
}

static JsonObject *
signer_to_json (QhSigner *signer)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = qh_seal_fingerprint (signer->public_key);

  json_object_set_string_member (object, "id", QH_RECORD (signer)->id);
  json_object_set_string_member (object, "name", signer->name);
  json_object_set_string_member (object, "fingerprint", fingerprint);
  json_object_set_string_member (object, "public_key", signer->public_key);
  set_instant (object, "first_seen", signer->first_seen);
  set_instant (object, "trusted", signer->trusted);
  return object;
}

static void
print_keys_json (QhCli *cli, const char *own, GPtrArray *signers)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < signers->len; i++)
    json_array_add_object_element (array, signer_to_json (signers->pdata[i]));
  json_object_set_object_member (object, "own", own_to_json (cli, own));
  json_object_set_array_member (object, "signers", array);
  qh_cli_print_object (object);
}

/* --- For people */

static char *
day_of (QhCli *cli, gint64 instant)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);

  return instant != QH_NONE ? qh_instant_to_date (instant, zone) : NULL;
}

static void
print_keys (QhCli *cli, const char *own, GPtrArray *signers)
{
  const char *const headings[] = { _ ("Name"), _ ("Fingerprint"), _ ("First seen"),
                                   _ ("Trusted since"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);
  g_autofree char *fingerprint = qh_seal_fingerprint (own);

  printf (_ ("Your fingerprint: %s\n"), fingerprint);
  for (guint i = 0; i < signers->len; i++) {
    QhSigner *signer = signers->pdata[i];
    char *cells[] = { g_strdup (signer->name), qh_seal_fingerprint (signer->public_key),
                      day_of (cli, signer->first_seen), day_of (cli, signer->trusted) };
    qh_cli_table_add (table, cells);
  }
  if (signers->len == 0)
    return;
  puts ("");
  qh_cli_table_print (table);
}

/* --- The command */

static gboolean
show_keys (QhCli *cli, GError **error)
{
  const QhSealKey *own = qh_keys_get (cli->store, error);
  g_autoptr (GPtrArray) signers = own != NULL ? list_signers (cli, error) : NULL;

  if (signers == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_keys_json (cli, qh_seal_key_get_public (own), signers);
  else
    print_keys (cli, qh_seal_key_get_public (own), signers);
  return TRUE;
}

static const struct {
  const char *name;
  gboolean (*run) (QhStore *store, QhSigner *signer, GError **error);
} verbs[] = {
  { "trust", qh_signer_trust },
  { "forget", qh_signer_forget },
};

static gboolean
run_keys (QhCli *cli, GError **error)
{
  const char *verb = qh_cli_argument (cli, 0), *who = qh_cli_argument (cli, 1);
  g_autoptr (QhSigner) signer = NULL;
  guint i = 0;

  while (verb != NULL && i < G_N_ELEMENTS (verbs) && !g_str_equal (verb, verbs[i].name))
    i++;
  if (i == G_N_ELEMENTS (verbs) || (verb != NULL && who == NULL)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("keys: expected “trust” or “forget”, and a fingerprint or a name"));
    return FALSE;
  }
  if (qh_cli_open (cli, QH_STORE_CREATE, error) == NULL)
    return FALSE;
  if (verb == NULL)
    return show_keys (cli, error);
  signer = qh_signer_find (cli->store, who, error);
  return signer != NULL && verbs[i].run (cli->store, signer, error);
}

static const QhCliOption keys_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_keys_commands[] = {
  { "keys", "[trust|forget WHO]", 0, 2, FALSE, keys_options,
    N_ ("Show your fingerprint and the signers that are known; trust or forget one"), run_keys },
  { NULL },
};

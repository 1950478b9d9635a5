/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies from store to store: handing on, calling back, answering, and the list of it all. */
#include "exchange/qh-file.h"
#include "exchange/qh-transfer-file.h"
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return FALSE;
}

static const char *
get_path (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");

  if (path != NULL && *path != '\0')
    return path;
  refuse (error, _ ("-o: expected the name of the file to be written"));
  return NULL;
}

/* --- Handing on */

static gboolean
read_copies (QhCli *cli, gint64 *copies, GError **error)
{
  const char *text = qh_cli_option (cli, "copies");

  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, QH_TRANSFER_COPIES_MAX, copies, NULL))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--copies: expected 1 to %d, got “%s”"),
               QH_TRANSFER_COPIES_MAX, text != NULL ? text : "");
  return FALSE;
}

static gboolean
give_to (QhCli *cli, QhRecord *item, gint64 copies, const QhAddress *to, const char *path,
         GError **error)
{
  g_autofree char *id = qh_transfer_give (cli->store, item->id, copies, to, path, error);

  if (id == NULL)
    return FALSE;
  puts (id);
  if (to->code == NULL)
    qh_cli_hint (cli, _ ("without a code, any store of that name can receive the file; “qh "
                         "transfer --address” tells the code of a store"));
  return TRUE;
}

static gboolean
give (QhCli *cli, GError **error)
{
  const char *path = get_path (cli, error);
  g_autoptr (QhRecord) item = NULL;
  g_autoptr (QhAddress) to = NULL;
  gint64 copies;

  if (path == NULL || !read_copies (cli, &copies, error))
    return FALSE;
  if (qh_cli_option (cli, "to") == NULL)
    return refuse (error, _ ("--to: expected whom the copies are for"));
  if (qh_cli_open (cli, 0, error) == NULL)
    return FALSE;
  item = qh_store_resolve (cli->store, &qh_content_entity, qh_cli_argument (cli, 0), error);
  if (item == NULL)
    return FALSE;
  to = qh_transfer_resolve (cli->store, qh_cli_option (cli, "to"), error);
  if (to != NULL)
    return give_to (cli, item, copies, to, path, error);
  g_prefix_error (error, "--to: ");
  return FALSE;
}

/* --- Afterwards */

/* What can be written of a transfer that is there. */
static const struct {
  const char *option;
  GBytes *(*write) (QhStore *store, const char *id, GError **error);
} messages[] = {
  { "again", qh_transfer_give_again },
  { "recall", qh_transfer_recall },
  { "answer", qh_transfer_answer },
};

static gboolean
write_message (QhCli *cli, guint message, GError **error)
{
  const char *path = get_path (cli, error);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL || qh_cli_open (cli, 0, error) == NULL || !qh_file_check_writable (path, error))
    return FALSE;
  bytes =
      messages[message].write (cli->store, qh_cli_option (cli, messages[message].option), error);
  return bytes != NULL && qh_file_write (path, bytes, error);
}

/* --- Whose store this is */

static gboolean
show_address (QhCli *cli, GError **error)
{
  g_autoptr (QhAddress) own = NULL;
  g_autofree char *text = NULL;

  if (qh_cli_open (cli, QH_STORE_CREATE, error) == NULL)
    return FALSE;
  own = qh_transfer_own_address (cli->store);
  text = qh_address_format (own);
  puts (text);
  return TRUE;
}

static gboolean
set_name (QhCli *cli, GError **error)
{
  g_autoptr (QhAddress) address = qh_address_parse (qh_cli_option (cli, "name"), error);

  if (address == NULL) {
    g_prefix_error (error, "--name: ");
    return FALSE;
  }
  if (address->code != NULL)
    return refuse (error, _ ("--name: expected a name alone; the code is the store's own"));
  return qh_cli_open (cli, QH_STORE_CREATE, error) != NULL &&
         qh_settings_set_user_name (cli->store, address->name, error) && show_address (cli, error);
}

/* --- The list */

static void
add_transfer (QhCliTable *table, QhStore *store, QhTransfer *transfer, GTimeZone *zone)
{
  QhAddress person = { transfer->person, transfer->address };
  g_autoptr (QhRecord) item =
      transfer->content != NULL ? qh_store_get (store, &qh_content_entity, transfer->content, NULL)
                                : NULL;
  g_autofree char *address = person.name != NULL ? qh_address_format (&person) : g_strdup ("");
  gboolean sent = transfer->direction == QH_TRANSFER_DIRECTION_SENT;
  char *cells[] = {
    qh_instant_format (transfer->at, zone),
    item != NULL ? qh_record_title (item) : NULL,
    qh_transfer_numbers (transfer),
    g_strdup_printf (sent ? _ ("to %s") : _ ("from %s"), address),
    g_strdup (qh_enum_label (qh_transfer_state_values, transfer->state)),
    g_strdup (QH_RECORD (transfer)->id),
  };

  qh_cli_table_add (table, cells);
}

static gboolean
list_transfers (QhCli *cli, GError **error)
{
  const char *const headings[] = { _ ("At"),    _ ("Item"), _ ("Copies"), _ ("Who"),
                                   _ ("State"), _ ("Id"),   NULL };
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) transfers =
      store != NULL
          ? qh_store_select (store, &qh_transfer_entity, "ORDER BY at DESC, id DESC", NULL, error)
          : NULL;
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);

  if (transfers == NULL)
    return FALSE;
  for (guint i = 0; i < transfers->len; i++)
    add_transfer (table, store, transfers->pdata[i], zone);
  qh_cli_table_print (table);
  return TRUE;
}

static gboolean
run_transfer (QhCli *cli, GError **error)
{
  if (cli->arguments->len > 0 && qh_cli_argument (cli, 0) != NULL)
    return give (cli, error);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (qh_cli_option (cli, messages[i].option) != NULL)
      return write_message (cli, i, error);
  if (qh_cli_option (cli, "name") != NULL)
    return set_name (cli, error);
  if (qh_cli_option (cli, "address") != NULL)
    return show_address (cli, error);
  return list_transfers (cli, error);
}

static const QhCliOption transfer_options[] = {
  { "copies", 0, "N", N_ ("How many copies to hand on") },
  { "to", 0, "NAME", N_ ("To whom: a name, or \"NAME <CODE>\" for one store of that name") },
  { "output", 'o', "FILE", N_ ("The file to be written") },
  { "again", 0, "ID", N_ ("Write the file of a transfer again") },
  { "recall", 0, "ID", N_ ("Call a transfer back: write the question whether it was received") },
  { "answer", 0, "ID", N_ ("Write the answer to a recall that was imported") },
  { "address", 0, NULL, N_ ("Print whose store this is, with its code") },
  { "name", 0, "NAME", N_ ("Say whose store this is") },
  { NULL },
};

const QhCliCommand qh_transfer_commands[] = {
  { "transfer", "[ITEM --copies N --to NAME -o FILE]", 0, 1, FALSE, transfer_options,
    N_ ("Hand numbered copies on to somebody's store; alone: list the transfers"), run_transfer },
  { NULL },
};

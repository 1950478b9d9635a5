/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scarcity ledger: moving copies, and looking where they are. */
#include "qh-cli-ledger.h"
#include "qh-cli-output.h"
#include "qh-cli-resolve.h"
#include "qh-cli-view.h"
#include "record/qh-record-json.h"
#include "store/qh-ledger.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define PORTION 5000

/* --- What there is, in words */

static void
hint_counts (QhCli *cli, QhMovement *line)
{
  QhLedgerCounts counts;
  g_autoptr (QhRecord) item = qh_store_get (cli->store, &qh_content_entity, line->content, NULL);
  g_autofree char *text = NULL;

  if (item == NULL || line->number == QH_NONE ||
      !qh_ledger_count (cli->store, line->content, &counts, NULL))
    return;
  text = g_strdup_printf (
      /* Translators: a content item's title */
      _ ("“%s”: copy %d of %d; now %d available, %d reserved, %d given, %d handed on"),
      ((QhContent *)item)->title, (int)line->number, (int)counts.edition, (int)counts.available,
      (int)counts.reserved, (int)counts.delivered, (int)counts.away);
  qh_cli_hint (cli, text);
}

/* --- Offers */

void
qh_cli_note_offers (QhCli *cli)
{
  g_autoptr (GPtrArray) offers = qh_ledger_list_offers (cli->store, NULL, NULL);

  cli->offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; offers != NULL && i < offers->len; i++) {
    QhWaiting *waiting = offers->pdata[i];
    /* What has lapsed just now is news. */
    if (!qh_ledger_has_lapsed (cli->store, waiting->content))
      g_hash_table_add (cli->offers, g_strdup (QH_RECORD (waiting)->id));
  }
}

static void
hint_offer (QhCli *cli, QhWaiting *waiting)
{
  g_autoptr (QhRecord) item = qh_store_get (cli->store, &qh_content_entity, waiting->content, NULL);
  g_autoptr (QhRecord) client = qh_store_get (cli->store, &qh_client_entity, waiting->client, NULL);
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);
  g_autofree char *since = qh_instant_to_date (waiting->since, zone);
  g_autofree char *text = NULL;

  if (item == NULL || client == NULL)
    return;
  text = g_strdup_printf (
      /* Translators: a content item's title, a client's name, a date */
      _ ("a copy of “%s” can be offered to %s, who has waited since %s"),
      ((QhContent *)item)->title, ((QhClient *)client)->name, since);
  qh_cli_hint (cli, text);
}

void
qh_cli_hint_offers (QhCli *cli)
{
  g_autoptr (GPtrArray) offers = NULL;

  if (cli->offers == NULL)
    return;
  offers = qh_ledger_list_offers (cli->store, NULL, NULL);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    if (!g_hash_table_contains (cli->offers, QH_RECORD (offers->pdata[i])->id))
      hint_offer (cli, offers->pdata[i]);
}

/* --- reserve, deliver, release, return */

/* What the arguments say cannot be said again. */
static gboolean
check_given (QhCli *cli, GError **error)
{
  static const char *const said[] = { "kind", "content", "client", "transfer", NULL };

  for (guint i = 0; i < cli->fields->len; i++) {
    const QhCliField *given = cli->fields->pdata[i];
    if (!g_strv_contains (said, given->name))
      continue;
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--%s: expected %s %s %s"), given->name,
                 cli->program, cli->command->name, cli->command->arguments);
    return FALSE;
  }
  return TRUE;
}

static gboolean
move (QhCli *cli, QhMovementKind kind, GError **error)
{
  QhStore *store = check_given (cli, error) ? qh_cli_open (cli, 0, error) : NULL;
  g_autoptr (QhRecord) item = NULL;
  g_autoptr (QhRecord) client = NULL;
  g_autoptr (QhMovement) line = NULL;

  if (store == NULL)
    return FALSE;
  item = qh_store_resolve (store, &qh_content_entity, qh_cli_argument (cli, 0), error);
  client = item != NULL
               ? qh_store_resolve (store, &qh_client_entity, qh_cli_argument (cli, 1), error)
               : NULL;
  if (client == NULL)
    return FALSE;
  line = qh_ledger_line (kind, item->id, client->id, NULL);
  if (!qh_cli_set_plain_fields (cli, QH_RECORD (line), error) ||
      !qh_cli_set_references (cli, QH_RECORD (line), error) || !qh_ledger_move (store, line, error))
    return FALSE;
  puts (QH_RECORD (line)->id);
  hint_counts (cli, line);
  return TRUE;
}

static gboolean
run_reserve (QhCli *cli, GError **error)
{
  return move (cli, QH_MOVEMENT_KIND_RESERVE, error);
}

static gboolean
run_deliver (QhCli *cli, GError **error)
{
  return move (cli, QH_MOVEMENT_KIND_DELIVER, error);
}

static gboolean
run_release (QhCli *cli, GError **error)
{
  return move (cli, QH_MOVEMENT_KIND_RELEASE, error);
}

static gboolean
run_return (QhCli *cli, GError **error)
{
  return move (cli, QH_MOVEMENT_KIND_RETURN, error);
}

/* --- ledger */

typedef gboolean (*LineFunc) (QhRecord *line, gpointer data);

/* Every line of an item, in the order of the ledger, in portions. */
static gboolean
each_line (QhStore *store, const char *item, LineFunc func, gpointer data, GError **error)
{
  for (guint offset = 0;; offset += PORTION) {
    g_autofree char *skipped = g_strdup_printf ("%u", offset);
    g_autoptr (GPtrArray) lines = qh_store_select (
        store, &qh_movement_entity,
        "WHERE content = ?1 ORDER BY rowid LIMIT " G_STRINGIFY (PORTION) " OFFSET CAST (?2 AS "
                                                                         "INTEGER)",
        (const char *[]){ item, skipped, NULL }, error);
    if (lines == NULL)
      return FALSE;
    for (guint i = 0; i < lines->len; i++)
      func (lines->pdata[i], data);
    if (lines->len < PORTION)
      return TRUE;
  }
}

static gboolean
add_json (QhRecord *line, gpointer array)
{
  json_array_add_object_element (array, qh_record_to_json (line, QH_JSON_NULLS));
  return TRUE;
}

static void
set_number (JsonObject *object, const char *name, gint64 number)
{
  if (number == QH_NONE)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, number);
}

static gboolean
print_json (QhStore *store, const char *item, const QhLedgerCounts *counts, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *lines = json_array_new ();

  set_number (object, "edition", counts->edition);
  set_number (object, "available", counts->available);
  set_number (object, "reserved", counts->reserved);
  set_number (object, "delivered", counts->delivered);
  set_number (object, "away", counts->away);
  json_object_set_array_member (object, "movements", lines);
  if (!each_line (store, item, add_json, lines, error))
    return FALSE;
  qh_cli_print_object (object);
  return TRUE;
}

static gboolean
add_row (QhRecord *line, gpointer listing)
{
  qh_cli_listing_add (listing, line);
  return TRUE;
}

static void
print_counts (QhContent *item, const QhLedgerCounts *counts)
{
  if (counts->edition == QH_NONE)
    /* Translators: a content item's title */
    printf (_ ("%s: unlimited, %d reserved, %d given\n"), item->title, (int)counts->reserved,
            (int)counts->delivered);
  else
    /* Translators: a content item's title */
    printf (_ ("%s: %d of %d available, %d reserved, %d given, %d handed on\n"), item->title,
            (int)counts->available, (int)counts->edition, (int)counts->reserved,
            (int)counts->delivered, (int)counts->away);
}

static gboolean
print_waiting (QhStore *store, const char *item, GError **error)
{
  g_autoptr (GPtrArray) waiting = qh_ledger_list_waiting (store, item, error);
  g_autoptr (QhCliListing) listing = NULL;

  if (waiting == NULL)
    return FALSE;
  if (waiting->len == 0)
    return TRUE;
  listing = qh_cli_listing_new (store, qh_cli_view (&qh_waiting_entity));
  for (guint i = 0; i < waiting->len; i++)
    qh_cli_listing_add (listing, waiting->pdata[i]);
  printf ("\n%s (%u)\n", _ (qh_waiting_entity.label), waiting->len);
  qh_cli_listing_print (listing);
  return TRUE;
}

static gboolean
print_ledger (QhStore *store, QhRecord *item, const QhLedgerCounts *counts, GError **error)
{
  g_autoptr (QhCliListing) listing = qh_cli_listing_new (store, qh_cli_view (&qh_movement_entity));

  if (!each_line (store, item->id, add_row, listing, error))
    return FALSE;
  print_counts ((QhContent *)item, counts);
  qh_cli_listing_print (listing);
  return print_waiting (store, item->id, error);
}

/* Looking changes nothing, so what has lapsed is still reserved in the lines. */
static gboolean
count (QhCli *cli, const char *item, QhLedgerCounts *counts, GError **error)
{
  gint64 lapsed;
  g_autofree char *text = NULL;

  if (!qh_ledger_count (cli->store, item, counts, error))
    return FALSE;
  lapsed = MIN (qh_ledger_count_lapsed (cli->store, item), counts->reserved);
  if (lapsed <= 0)
    return TRUE;
  counts->reserved -= lapsed;
  if (counts->edition != QH_NONE)
    counts->available += lapsed;
  text = g_strdup_printf (ngettext ("%d reservation has lapsed; the next change releases it",
                                    "%d reservations have lapsed; the next change releases them",
                                    (gulong)lapsed),
                          (int)lapsed);
  qh_cli_hint (cli, text);
  return TRUE;
}

static gboolean
run_ledger (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  QhLedgerCounts counts;
  g_autoptr (QhRecord) item =
      store != NULL ? qh_store_resolve (store, &qh_content_entity, qh_cli_argument (cli, 0), error)
                    : NULL;

  if (item == NULL || !count (cli, item->id, &counts, error))
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    return print_json (store, item->id, &counts, error);
  return print_ledger (store, item, &counts, error);
}

static const QhCliOption ledger_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_ledger_commands[] = {
  { "reserve", "ITEM CLIENT [--meeting M] [--reason TEXT]", 2, 2, TRUE, NULL,
    N_ ("Reserve a copy for a client"), run_reserve },
  { "deliver",
    "ITEM CLIENT [--meeting M] [--contact C] [--reaction 1–5] [--opened TEXT] [--reason TEXT]", 2,
    2, TRUE, NULL, N_ ("Give a client a copy, first of all his reserved one"), run_deliver },
  { "release", "ITEM CLIENT [--meeting M] [--reason TEXT]", 2, 2, TRUE, NULL,
    N_ ("Give up what is reserved for a client"), run_release },
  { "return", "ITEM CLIENT [--meeting M] [--reason TEXT]", 2, 2, TRUE, NULL,
    N_ ("Take a copy back from a client"), run_return },
  { "ledger", "ITEM", 1, 1, FALSE, ledger_options,
    N_ ("Show how much of an item there is, and who has it"), run_ledger },
  { NULL },
};

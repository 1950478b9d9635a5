/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in and text found: the quick line, and search. */
#include "design/qh-access.h"
#include "exchange/qh-quick-line.h"
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-search.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define SEARCH_MAX 200

/* The arguments as one line. */
static char *
join_arguments (QhCli *cli)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < cli->arguments->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "", qh_cli_argument (cli, i));
  return g_string_free (line, FALSE);
}

/* --- log */

/* How the rule would be set by hand. */
static void
hint_access (QhCli *cli, const QhAccess *access, QhClient *client)
{
  g_autofree char *label = qh_access_label (access);
  g_autofree char *option = g_strdelimit (g_strdup (access->field), "_", '-');
  g_autofree char *minutes = g_strdup_printf ("%d", (int)access->minutes);
  g_autofree char *gatekeeper =
      access->gatekeeper != NULL ? g_strdup_printf ("\"%s\"", access->gatekeeper) : NULL;
  const char *value = gatekeeper != NULL                             ? gatekeeper
                      : g_str_equal (access->field, "minutes_limit") ? minutes
                                                                     : "true";
  g_autofree char *hint =
      /* Translators: an access rule that follows from the words, and the command that sets it */
      g_strdup_printf (_ ("%s: %s set %s --%s %s"), label, cli->program, QH_RECORD (client)->id,
                       option, value);

  qh_cli_hint (cli, hint);
}

/* What a client says about how he wants to be approached is worth a rule. */
static void
hint_access_rules (QhCli *cli, QhRemark *remark)
{
  g_autoptr (QhPhrases) phrases = qh_phrases_new (g_get_language_names ()[0]);
  g_autoptr (GPtrArray) rules = qh_access_read (phrases, remark->words);
  g_autoptr (QhRecord) client = qh_store_get (cli->store, &qh_client_entity, remark->client, NULL);

  for (guint i = 0; client != NULL && i < rules->len; i++)
    if (!qh_access_stands (rules->pdata[i], QH_CLIENT (client)))
      hint_access (cli, rules->pdata[i], QH_CLIENT (client));
}

static gboolean
run_log (QhCli *cli, GError **error)
{
  g_autofree char *text = join_arguments (cli);
  QhStore *store;
  g_autoptr (QhQuickLine) line = NULL;

  store = qh_cli_open (cli, QH_STORE_CREATE, error);
  if (store == NULL)
    return FALSE;
  line = qh_quick_line_new (store, text);
  if (!qh_store_save (store, line->record, error))
    return FALSE;
  puts (line->record->id);
  for (guint i = 0; i < line->hints->len; i++)
    qh_cli_hint (cli, line->hints->pdata[i]);
  if (QH_IS_REMARK (line->record))
    hint_access_rules (cli, QH_REMARK (line->record));
  return TRUE;
}

/* --- search */

static void
on_markup_text (GMarkupParseContext *context, const char *text, gsize length, gpointer plain,
                GError **error)
{
  g_string_append_len (plain, text, (gssize)length);
}

/* A snippet without its markup. */
static char *
to_plain (const char *snippet)
{
  const GMarkupParser parser = { .text = on_markup_text };
  GString *plain = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, plain, NULL);
  g_autofree char *document = g_strconcat ("<s>", snippet, "</s>", NULL);

  g_markup_parse_context_parse (context, document, -1, NULL);
  return g_string_free (plain, FALSE);
}

static void
print_hits_json (GPtrArray *hits)
{
  qh_cli_begin_array ();
  for (guint i = 0; i < hits->len; i++) {
    const QhHit *hit = hits->pdata[i];
    g_autofree char *snippet = to_plain (hit->snippet);
    g_autoptr (JsonObject) object = json_object_new ();
    json_object_set_string_member (object, "entity", hit->entity);
    json_object_set_string_member (object, "id", hit->id);
    json_object_set_string_member (object, "field", hit->field);
    json_object_set_string_member (object, "snippet", snippet);
    qh_cli_print_element (object, i == 0);
  }
  qh_cli_end_array (hits->len == 0);
}

static void
print_hits (GPtrArray *hits)
{
  const char *const headings[] = { _ ("Kind"), _ ("Id"), _ ("Field"), _ ("Text"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < hits->len; i++) {
    const QhHit *hit = hits->pdata[i];
    char *cells[] = { g_strdup (hit->entity), g_strdup (hit->id), g_strdup (hit->field),
                      to_plain (hit->snippet) };
    qh_cli_table_add (table, cells);
  }
  qh_cli_table_print (table);
}

static gboolean
run_search (QhCli *cli, GError **error)
{
  g_autofree char *words = join_arguments (cli);
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) hits =
      store != NULL ? qh_store_search (store, words, SEARCH_MAX, error) : NULL;

  if (hits == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_hits_json (hits);
  else
    print_hits (hits);
  return TRUE;
}

static const QhCliOption search_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_log_commands[] = {
  { "log", "LINE", 1, G_MAXUINT, FALSE, NULL,
    N_ ("Log a line: f friction, w words, p promise, c contact, h housekeeping"), run_log },
  { "search", "WORDS…", 1, G_MAXUINT, FALSE, search_options, N_ ("Find texts"), run_search },
  { NULL },
};

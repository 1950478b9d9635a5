/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `qh`: finds the command, runs it, and turns its error into one line and an exit status. */
#include "qh-cli.h"
#include "exchange/qh-keys.h"
#include "qh-cli-help.h"
#include "qh-cli-ledger.h"
#include "qh-cli-options.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define STATUS_STORE 3

/* In the order of the help. */
static const QhCliCommand *const groups[] = {
  qh_record_commands,   qh_log_commands,     qh_plan_commands,
  qh_meeting_commands,  qh_today_commands,   qh_ledger_commands,
  qh_trust_commands,    qh_cost_commands,    qh_file_commands,
  qh_world_commands,    qh_person_commands,  qh_history_commands,
  qh_transfer_commands, qh_keys_commands,    qh_review_commands,
  qh_insights_commands, qh_compose_commands, NULL,
};

const char *
qh_cli_option (QhCli *cli, const char *name)
{
  return g_hash_table_lookup (cli->options, name);
}

const char *
qh_cli_argument (QhCli *cli, guint index)
{
  return index < cli->arguments->len ? cli->arguments->pdata[index] : NULL;
}

/* @text on one line, whatever is in it. */
static void
print_line (QhCli *cli, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  fprintf (stderr, "%s: %s\n", cli->program, line);
}

void
qh_cli_hint (QhCli *cli, const char *text)
{
  print_line (cli, text);
}

/* Nobody is told of what is over in a moment. */
#define PATIENCE G_USEC_PER_SEC

typedef struct {
  QhCli *cli;
  gint64 begun; /* 0: not yet */
  gboolean is_told;
} Waiting;

static void
on_told (QhMigrationStep step, double done, gpointer user_data)
{
  Waiting *waiting = user_data;
  gint64 now = g_get_monotonic_time ();

  if (waiting->begun == 0)
    waiting->begun = now;
  if (waiting->is_told || now - waiting->begun < PATIENCE)
    return;
  waiting->is_told = TRUE;
  qh_cli_hint (waiting->cli, _ ("The store is being brought up to date. This takes a while."));
}

QhStore *
qh_cli_open (QhCli *cli, QhStoreFlags flags, GError **error)
{
  Waiting waiting = { cli };
  QhMigrationWatch watch = { on_told, &waiting, NULL };
  g_autoptr (GError) problem = NULL;

  if (cli->store != NULL)
    return cli->store;
  cli->store = qh_store_open_watched (cli->store_path, flags, &cli->clock, &watch, &problem);
  if (cli->store != NULL && !(flags & QH_STORE_READ_ONLY))
    qh_cli_note_offers (cli);
  if (cli->store != NULL)
    return cli->store;
  if (qh_error_exit_status (problem) == STATUS_STORE)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE, problem->message);
  return NULL;
}

void
qh_cli_blame_file (GError **error)
{
  if (error != NULL && g_error_matches (*error, QH_ERROR, QH_ERROR_NEWER))
    (*error)->code = QH_ERROR_INVALID;
}

static const QhCliCommand *
find_command (const char *name)
{
  for (guint i = 0; groups[i] != NULL; i++)
    for (const QhCliCommand *command = groups[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

static gboolean
set_unknown_command (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    for (const QhCliCommand *command = groups[i]; command->name != NULL; command++)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", command->name);
  if (name == NULL)
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("a command is missing: expected one of %s"),
                 names->str);
  else
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("unknown command “%s”: expected one of %s"),
                 name, names->str);
  return FALSE;
}

/* The store and the clock that the global options name. */
static gboolean
settle (QhCli *cli, GError **error)
{
  const char *store = qh_cli_option (cli, "store");
  const char *now = qh_cli_option (cli, "now");
  gint64 instant;

  if (store != NULL && *store == '\0') {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("--store: expected a file name"));
    return FALSE;
  }
  cli->store_path = store != NULL ? g_strdup (store) : qh_store_default_path ();
  cli->clock = qh_clock_system ();
  if (now == NULL)
    return TRUE;
  cli->zone = g_time_zone_new_local ();
  if (!qh_instant_parse (now, cli->zone, &instant)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("--now: expected a time like 2026-12-01T10:00:00+01:00, got “%s”"), now);
    return FALSE;
  }
  cli->clock = qh_clock_fixed (instant, cli->zone);
  return TRUE;
}

/* What was printed must have arrived. */
static gboolean
flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE, _ ("standard output could not be written"));
  return FALSE;
}

static gboolean
run (QhCli *cli, int argc, char **argv, GError **error)
{
  int at;

  if (!qh_cli_read_global (cli, argc, argv, &at, error))
    return FALSE;
  if (qh_cli_option (cli, "version") != NULL) {
    printf ("qh %s\n", QH_VERSION);
    return flush (error);
  }
  if (qh_cli_option (cli, "help") != NULL) {
    qh_cli_print_overview (cli, groups);
    return flush (error);
  }
  cli->command = at < argc ? find_command (argv[at]) : NULL;
  if (cli->command == NULL)
    return set_unknown_command (at < argc ? argv[at] : NULL, error);
  if (!settle (cli, error) || !qh_cli_read_arguments (cli, argc, argv, at + 1, error))
    return FALSE;
  if (qh_cli_option (cli, "help") != NULL)
    qh_cli_print_help (cli);
  else if (!cli->command->run (cli, error))
    return FALSE;
  qh_cli_hint_offers (cli);
  if (cli->store != NULL && qh_keys_were_renewed (cli->store))
    qh_cli_hint (cli, qh_keys_renewed_text ());
  return flush (error);
}

static void
clear (QhCli *cli)
{
  g_clear_object (&cli->store);
  g_clear_pointer (&cli->offers, g_hash_table_unref);
  g_clear_pointer (&cli->options, g_hash_table_unref);
  g_clear_pointer (&cli->fields, g_ptr_array_unref);
  g_clear_pointer (&cli->given, g_ptr_array_unref);
  g_clear_pointer (&cli->arguments, g_ptr_array_unref);
  g_clear_pointer (&cli->zone, g_time_zone_unref);
  g_clear_pointer (&cli->store_path, g_free);
}

int
qh_cli_main (int argc, char **argv)
{
  QhCli cli = { .program = "qh" };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!run (&cli, argc, argv, &error)) {
    fflush (stdout);
    print_line (&cli, error->message);
    status = qh_error_exit_status (error);
  }
  clear (&cli);
  return status;
}

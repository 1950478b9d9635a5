/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* One run of `qh`: the global options, the command with its arguments, and the store it works on.
 * A command prints to standard output what was asked for; why it could not is its error, which
 * becomes one line on standard error and the exit status. */

typedef struct _QhCli QhCli;

typedef struct {
  const char *name; /* "json", without the dashes */
  char letter; /* 'o', or 0 */
  const char *value; /* what its value is called in the help ("FILE"); NULL: it takes none */
  const char *help; /* untranslated */
} QhCliOption;

typedef struct {
  const char *name;
  const char *arguments; /* "KIND", as the help shows them */
  guint min, max; /* how many */
  gboolean fields; /* takes --FIELD VALUE for the fields of its record */
  const QhCliOption *options; /* ended by a NULL name, or NULL */
  const char *help; /* untranslated, one line */
  gboolean (*run) (QhCli *cli, GError **error);
} QhCliCommand;

/* A field and the text it is to be set to, as they were given. */
typedef struct {
  char *name;
  char *value;
} QhCliField;

struct _QhCli {
  const char *program;
  const QhCliCommand *command;
  char *store_path;
  QhClock clock;
  GTimeZone *zone;
  QhStore *store; /* NULL until qh_cli_open */
  GHashTable
      *offers; /* ids of those who could be offered a copy when it was opened to be written */
  GHashTable *options; /* name (static) → value, "" where it takes none; the last one given */
  GPtrArray *given; /* QhCliField: every option of the command, as they came */
  GPtrArray *fields; /* QhCliField */
  GPtrArray *arguments; /* char *, NULL behind the last */
};

/* The groups of commands, each ended by a NULL name. */
extern const QhCliCommand qh_record_commands[];
extern const QhCliCommand qh_plan_commands[];
extern const QhCliCommand qh_compose_commands[];
extern const QhCliCommand qh_meeting_commands[];
extern const QhCliCommand qh_today_commands[];
extern const QhCliCommand qh_file_commands[];
extern const QhCliCommand qh_history_commands[];
extern const QhCliCommand qh_log_commands[];
extern const QhCliCommand qh_transfer_commands[];
extern const QhCliCommand qh_ledger_commands[];
extern const QhCliCommand qh_trust_commands[];
extern const QhCliCommand qh_insights_commands[];
extern const QhCliCommand qh_cost_commands[];
extern const QhCliCommand qh_world_commands[];
extern const QhCliCommand qh_person_commands[];
extern const QhCliCommand qh_keys_commands[];
extern const QhCliCommand qh_review_commands[];

/* Runs `qh` with these arguments and returns its exit status. */
int qh_cli_main (int argc, char **argv);

/* The value of an option, "" for one without; NULL when it was not given. */
const char *qh_cli_option (QhCli *cli, const char *name);
const char *qh_cli_argument (QhCli *cli, guint index);

/* Opens the store, once. (transfer none; NULL on error, which is then the store's: status 3) */
QhStore *qh_cli_open (QhCli *cli, QhStoreFlags flags, GError **error);

/* A file that was named is unusable input, not the store, even where a newer version wrote it. */
void qh_cli_blame_file (GError **error);

/* One line on standard error that does not change the exit status. */
void qh_cli_hint (QhCli *cli, const char *text);

G_END_DECLS

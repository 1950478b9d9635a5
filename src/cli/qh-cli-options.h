/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"

G_BEGIN_DECLS

/* The options that stand before the command. */
extern const QhCliOption qh_cli_global_options[];

/* Reads the global options from @argv[1] on. @next is the index of the command, or of what ended
 * them. */
gboolean qh_cli_read_global (QhCli *cli, int argc, char **argv, int *next, GError **error);

/* Reads the arguments of cli->command from @argv[first] on: its own options, its fields, and how
 * many arguments it takes. With `--help` anywhere the rest does not matter. */
gboolean qh_cli_read_arguments (QhCli *cli, int argc, char **argv, int first, GError **error);

G_END_DECLS

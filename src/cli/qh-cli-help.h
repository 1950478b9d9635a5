/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"

G_BEGIN_DECLS

/* What `qh --help` prints: every command of @groups (ended by NULL) on a line. */
void qh_cli_print_overview (QhCli *cli, const QhCliCommand *const *groups);

/* What `qh COMMAND --help` prints; for a command with fields those of the kind or record it was
 * given, else the kinds. */
void qh_cli_print_help (QhCli *cli);

G_END_DECLS

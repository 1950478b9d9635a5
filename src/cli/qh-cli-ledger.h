/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"

G_BEGIN_DECLS

/* Remembers who can be offered a copy now; after the command, says who can be offered one since. */
void qh_cli_note_offers (QhCli *cli);
void qh_cli_hint_offers (QhCli *cli);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"

G_BEGIN_DECLS

/* The entity called @kind; an unknown one is an error that names them all. */
const QhEntity *qh_cli_find_entity (const char *kind, GError **error);

/* The record that @reference names: an id, or the name of one record of whichever kind. */
QhRecord *qh_cli_resolve (QhCli *cli, const char *reference, GError **error);

/* Sets what was given on the command line on @record: form and range are checked, references looked
 * up (in the open store). A name that several people bear means the one at the record's client. */
gboolean qh_cli_set_plain_fields (QhCli *cli, QhRecord *record, GError **error);
gboolean qh_cli_set_references (QhCli *cli, QhRecord *record, GError **error);

G_END_DECLS

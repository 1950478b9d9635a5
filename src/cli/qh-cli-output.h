/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Prints JSON with two spaces a level, and a line break. */
void qh_cli_print_json (JsonNode *node);
void qh_cli_print_object (JsonObject *object);

/* Sets a member: @text, or null where there is none. */
void qh_cli_set_text (JsonObject *object, const char *name, const char *text);

/* An array whose elements are printed as they come; between begin and end. */
void qh_cli_begin_array (void);
void qh_cli_print_element (JsonObject *object, gboolean is_first);
void qh_cli_end_array (gboolean is_empty);

/* A table for people: a heading, rows, columns as wide as they need to be. */
typedef struct _QhCliTable QhCliTable;

/* @headings: of each column, ended by NULL. */
QhCliTable *qh_cli_table_new (const char *const *headings);
/* @cells: as many as there are columns (taken over); NULL is an empty one. */
void qh_cli_table_add (QhCliTable *table, char **cells);
void qh_cli_table_print (QhCliTable *table);
void qh_cli_table_free (QhCliTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCliTable, qh_cli_table_free)

G_END_DECLS

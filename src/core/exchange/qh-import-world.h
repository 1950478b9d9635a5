/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"

G_BEGIN_DECLS

/* What comes in from other programs. Only qh-import.c and qh-import-survey.c ask. */
typedef struct {
  const char *suffix;
  gsize max_size; /* bytes */
  const char *label; /* of the change, untranslated */
  /* In the change under way; @name is the file's, for the report. */
  gboolean (*import) (QhStore *store, const char *name, GBytes *bytes,
                      const QhImportOptions *options, QhImportReport *report, GError **error);
} QhImportWorldFormat;

/* The entity of which a CSV file with these headings is a table that the app wrote; NULL: it is
 * another program's. */
const QhEntity *qh_import_find_table (const char *const *header);

/* Ended by a NULL suffix. */
extern const QhImportWorldFormat qh_import_world_formats[];

/* That of the file at @path, by its name; NULL: another one. */
const QhImportWorldFormat *qh_import_find_world_format (const char *path);

G_END_DECLS

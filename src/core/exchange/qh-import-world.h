/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"

G_BEGIN_DECLS

/* What comes in from other programs. Only qh-import.c asks. */
typedef struct {
  const char *suffix;
  gsize max_size; /* bytes */
  const char *label; /* of the change, untranslated */
  /* In the change under way; @name is the file's, for the report. */
  gboolean (*import) (QhStore *store, const char *name, GBytes *bytes,
                      const QhImportOptions *options, QhImportReport *report, GError **error);
} QhImportWorldFormat;

/* Ended by a NULL suffix. */
extern const QhImportWorldFormat qh_import_world_formats[];

G_END_DECLS

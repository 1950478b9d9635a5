/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an import did, or would do. */

typedef struct {
  char *where; /* file, or file and place */
  char *reason;
  guint line; /* of the file; 0: it has none */
} QhSkipped;

typedef struct {
  guint added, changed, same;
  GPtrArray *skipped; /* QhSkipped */
  GPtrArray *ids; /* of the records it made or changed (char *) */
  char *known; /* the id of the first plan or review that was here already, or NULL */
  GPtrArray *news; /* what the person should know besides: sentences (char *) */
  char *next; /* what the person has to do now, a sentence; NULL: nothing */
  char *answer; /* the id of a transfer that was called back, to be answered; NULL */
} QhImportReport;

QhImportReport *qh_import_report_new (void);
void qh_import_report_free (QhImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhImportReport, qh_import_report_free)

/* Counts a plan or review that is here already, with the id @id. */
void qh_import_same (QhImportReport *report, const char *id);

/* Adds what was left out, with its @reason (taken over). */
void qh_import_skip (QhImportReport *report, const char *where, char *reason);
/* The same, for a line of a file. */
void qh_import_skip_line (QhImportReport *report, const char *file, guint line, char *reason);

G_END_DECLS

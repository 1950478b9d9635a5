/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

typedef struct {
  char *where; /* file, or file and place */
  char *reason;
} QhSkipped;

typedef struct {
  guint added, changed, same;
  GPtrArray *skipped; /* QhSkipped */
  GPtrArray *ids; /* of the records it made or changed (char *) */
  GPtrArray *news; /* what the person should know besides: sentences (char *) */
  char *next; /* what the person has to do now, a sentence; NULL: nothing */
  char *answer; /* the id of a transfer that was called back, to be answered; NULL */
} QhImportReport;

/* Imports one file by its content and name (.qhplan, .qhtransfer), in one change: all or nothing.
 * With
 * @dry_run nothing is kept. Unusable input is an error; what was left out is in the report. */
QhImportReport *qh_import_file (QhStore *store, const char *path, gboolean dry_run, GError **error);
QhImportReport *qh_import_report_new (void);
void qh_import_report_free (QhImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhImportReport, qh_import_report_free)

/* --- For those who read the files. */

/* Adds what was left out; takes @reason. */
void qh_import_skip (QhImportReport *report, const char *where, char *reason);

/* Takes note of who signed, in the change under way. @key is NULL for what is unsigned. */
gboolean qh_import_note_signer (QhStore *store, const char *key, const char *name,
                                const char *device_id, QhImportReport *report, GError **error);

G_END_DECLS

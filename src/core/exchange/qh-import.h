/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-csv-map.h"
#include "exchange/qh-csv-read.h"
#include "exchange/qh-import-report.h"
#include "exchange/qh-known-people.h"
#include "exchange/qh-records-in.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

typedef struct {
  gboolean dry_run; /* nothing is kept */
  gboolean keep_unknown; /* columns that nobody knows become notes */
  const char *client; /* id: whose the events are that fit no client; NULL: they are left out */
  GHashTable *clients; /* UID of an event → id of the client whose it is (nullable) */
  const QhCsvMapping *mapping; /* what a person said the columns are (nullable) */
  QhCsvDialect dialect;
  QhKnownPeople *people; /* in a change with several files: who came in before (nullable) */
  QhRecordsIn *records; /* in a change with several files: where tables that the app wrote are
                         * gathered, to be merged by the caller when all are there (nullable) */
  const QhWatch *watch; /* (nullable) */
  const char *path; /* of the file that is being read: qh_import_file_with's own affair */
} QhImportOptions;

/* Imports one file by its name: plans, reviews and transfers (.qhplan, .qhreview,
 * .qhtransfer), contacts (.csv, .vcf),
 * calendars (.ics), a whole store or one of its tables (.json, .csv as qh_export_all writes them).
 * One change: all or nothing. Unusable input is an error; what was left out is in the report. */
QhImportReport *qh_import_file_with (QhStore *store, const char *path,
                                     const QhImportOptions *options, GError **error);
QhImportReport *qh_import_file (QhStore *store, const char *path, gboolean dry_run, GError **error);

/* Whether the file at @path, or a folder, comes from elsewhere than the app, or brings many records
 * at once: a backup is made before. A plan, a review or a transfer is one step of undo. */
gboolean qh_import_wants_backup (const char *path);

/* For those who read the files. Takes note of who signed, in the change under way. @key is NULL for
 * what is unsigned. */
gboolean qh_import_note_signer (QhStore *store, const char *key, const char *name,
                                const char *device_id, QhImportReport *report, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-report.h"
#include "store/qh-bulk.h"

G_BEGIN_DECLS

/* The whole store as JSON, lossless: an object with a member for every entity (its records, a line
 * each, in the order they were made; lines of the ledger in its own), and `settings`, `fates` and
 * `runs`. It names no program, version or day, so that the same store gives the same bytes. A file
 * of this kind is a copy of the store as a backup is, but a store that takes it in stays itself:
 * its code and its keys are its own.
 *
 * Taken into an empty store it gives the same bytes again. Into another, records are merged by id:
 * the newer one stays, and the ledger's law says which lines are appended. */

#define QH_STORE_JSON_MAX_BYTES ((gsize)1 << 30)

GBytes *qh_store_json_write (QhStore *store, const QhWatch *watch, GError **error);

/* In the change under way. */
gboolean qh_store_json_take (QhStore *store, GBytes *bytes, const char *name,
                             QhImportReport *report, const QhWatch *watch, GError **error);

/* The attached files: out into, and in from, the folder beside @path ("store.json.files"). What is
 * missing there, or is not what its name says, is left out and said so in @report. */
gboolean qh_store_json_write_files (QhStore *store, const char *path, const QhWatch *watch,
                                    GError **error);
gboolean qh_store_json_take_files (QhStore *store, const char *path, QhImportReport *report,
                                   const QhWatch *watch, GError **error);

G_END_DECLS

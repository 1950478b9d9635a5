/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-report.h"
#include "store/qh-bulk.h"

G_BEGIN_DECLS

/* Records that come with their ids, out of JSON or of the tables that the app writes: gathered
 * first, then merged into the store in the order in which they need each other. */
typedef struct _QhRecordsIn QhRecordsIn;

/* @name (nullable): of the file, for the report. */
QhRecordsIn *qh_records_in_new (QhStore *store, const char *name, QhImportReport *report);
void qh_records_in_free (QhRecordsIn *in);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhRecordsIn, qh_records_in_free)

/* Keeps @record (taken over), which stands at @where ("client[3]"). QH_ERROR_INVALID for an id that
 * is missing, or there twice. */
gboolean qh_records_in_add (QhRecordsIn *in, QhRecord *record, const char *where, GError **error);

/* Merges them, in the change under way: what is new is added, the newer one of two stays, lines of
 * the ledger are appended as its law allows. QH_ERROR_INVALID for a reference to nothing. */
gboolean qh_records_in_merge (QhRecordsIn *in, const QhWatch *watch, GError **error);

G_END_DECLS

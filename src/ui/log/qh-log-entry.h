/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The quick line: an entry in which what is understood is marked while it is typed, with what will
 * be saved in words below, and offers for clients and touchpoints. Enter saves the line, and a
 * toast with Undo says so. What cannot be saved stays, and so does what is typed when the entry
 * goes: it is kept in the store by the name of its place.
 *
 * Properties: "store"; "place" (what a draft is kept by: "log"; NULL: it is not kept).
 * Signals: "saving" (QhRecord *): what a line became is about to be saved, and can be added to;
 * "saved" (QhRecord *): it was, and the entry is empty again; "refused" (GError *): it could not
 * be; whoever answers TRUE has kept the line, and takes the blame. */
#define QH_TYPE_LOG_ENTRY (qh_log_entry_get_type ())
G_DECLARE_FINAL_TYPE (QhLogEntry, qh_log_entry, QH, LOG_ENTRY, AdwBin)

GtkWidget *qh_log_entry_new (QhStore *store, const char *place);

/* The client with the id @client is meant where a line names nobody; NULL: none is. He is shown,
 * and can be taken out. */
void qh_log_entry_set_client (QhLogEntry *self, const char *client);

const char *qh_log_entry_get_text (QhLogEntry *self);
void qh_log_entry_set_text (QhLogEntry *self, const char *text);

/* What will be saved, in words; "" for an empty line. */
const char *qh_log_entry_get_sentence (QhLogEntry *self);

/* Saves the line, as Enter does. FALSE when there is none, or it could not be saved. */
gboolean qh_log_entry_save (QhLogEntry *self);

/* Keeps what is typed in the store. FALSE where it cannot. */
gboolean qh_log_entry_keep (QhLogEntry *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-survey.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The events of a calendar that fit no client: one row for those of one summary, with a button that
 * asks whose they are. Until then they are left out.
 *
 * Signal: "changed", somebody was chosen. */
#define QH_TYPE_IMPORT_EVENTS (qh_import_events_get_type ())
G_DECLARE_FINAL_TYPE (QhImportEvents, qh_import_events, QH, IMPORT_EVENTS, AdwBin)

/* @events (of QhCalendarEvent) has to live as long. */
GtkWidget *qh_import_events_new (QhStore *store, GPtrArray *events);

/* Who was chosen: UID of an event → id of his client. (transfer full) */
GHashTable *qh_import_events_get_clients (QhImportEvents *self);
/* Whose all others are (an id), or NULL. (borrowed) */
const char *qh_import_events_get_client (QhImportEvents *self);

/* How many events nobody is known for. */
guint qh_import_events_count_open (GPtrArray *events);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-report.h"
#include "store/qh-bulk.h"

G_BEGIN_DECLS

/* Calendars of other programs, in and out.
 *
 * An event becomes a meeting with the client of one of its attendees (by mail address), else with
 * the client whose name stands in its summary, else with whom the caller says; else it is left out.
 * Its UID is kept, so that importing again updates: start, length, title, place, and that it was
 * cancelled. A meeting that was held stays as it is. Of a recurring event the next occurrence is
 * taken, under a UID of its own, so that a later import brings the one after it and leaves what was
 * held alone. What lasts all day, or was cancelled before it came in, is left out. */

#define QH_CALENDAR_MAX_BYTES (64 * 1024 * 1024)

/* An event as a page shows it, to ask whose it is. */
typedef struct {
  char *uid;
  char *summary;
  gint64 start; /* QH_NONE: it has no hour */
  char *client; /* id of the client that it fits; NULL: none */
  char *reason; /* why it would be left out, whoever's it is; NULL: it would not */
} QhCalendarEvent;

/* Every event of the file (QhCalendarEvent, transfer full). */
GPtrArray *qh_calendar_list (QhStore *store, GBytes *bytes, GError **error);

/* Takes the events in, in the change under way. @clients (nullable): UID → id of a client, for
 * those that the person was asked about; @client (nullable) for all others that fit nobody. */
gboolean qh_calendar_take (QhStore *store, GBytes *bytes, const char *name, GHashTable *clients,
                           const char *client, QhImportReport *report, const QhWatch *watch,
                           GError **error);

/* Every meeting that has a day, or those with @client (nullable, an id), as one calendar. */
GBytes *qh_calendar_write (QhStore *store, const char *client, const QhWatch *watch,
                           GError **error);

G_END_DECLS

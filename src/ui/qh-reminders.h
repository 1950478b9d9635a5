/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Says which meetings are about to begin, as long as it is wanted: of each once, and again when it
 * was moved. It looks by itself now and then, and when the store has changed.
 *
 * Signals: "due" (QhMeeting *): it begins within ten minutes; "past" (const char *): the meeting
 * with this id, of which was told, has begun, was moved or is no more. */
#define QH_TYPE_REMINDERS (qh_reminders_get_type ())
G_DECLARE_FINAL_TYPE (QhReminders, qh_reminders, QH, REMINDERS, GObject)

#define QH_REMINDERS_AHEAD (10 * G_TIME_SPAN_MINUTE)

QhReminders *qh_reminders_new (QhStore *store);

/* Looks at how things stand at @now. */
void qh_reminders_look (QhReminders *self, gint64 now);

G_END_DECLS

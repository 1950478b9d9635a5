/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An instant as a person sets it: a day from a calendar, and a time of day that is typed. It is
 * told in the zone of this machine. A time that is none is marked, and changes nothing.
 *
 * Signal "changed": the person set another instant. */
#define QH_TYPE_DAY_TIME_FIELD (qh_day_time_field_get_type ())
G_DECLARE_FINAL_TYPE (QhDayTimeField, qh_day_time_field, QH, DAY_TIME_FIELD, AdwBin)

/* QH_NONE while none was set. */
gint64 qh_day_time_field_get_instant (QhDayTimeField *self);
void qh_day_time_field_set_instant (QhDayTimeField *self, gint64 instant);

G_END_DECLS

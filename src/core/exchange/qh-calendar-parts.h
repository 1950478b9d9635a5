/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* What the files that read and write calendars share. */

#define QH_CALENDAR_PRODUCT "-//Quarterhour//Quarterhour//EN"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

/* The zone by its IANA name; NULL for UTC and for what the system does not know. */
icaltimezone *qh_calendar_find_zone (const char *name);

/* Adds the instant @at, in @zone (called @name) where there is one. */
void qh_calendar_add_time (icalcomponent *component, icalproperty *(*make) (struct icaltimetype),
                           gint64 at, icaltimezone *zone, const char *name);

/* The rules of @zone, under its plain name. */
icalcomponent *qh_calendar_make_zone (icaltimezone *zone, const char *name);

G_END_DECLS

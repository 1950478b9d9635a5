/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-handout.h"

G_BEGIN_DECLS

/* @sheet's meeting as an iCalendar object (RFC 5545, METHOD:PUBLISH): one event with its time zone,
 * tentative until it is cleared with the gatekeeper, the client's page as its description, and an
 * alarm ten minutes before; in an edition that knows of promises, the open ones that are due as
 * tasks. QH_ERROR_REFUSED for a meeting without a day. */
GBytes *qh_sheet_to_calendar (const QhSheet *sheet, GError **error);

G_END_DECLS

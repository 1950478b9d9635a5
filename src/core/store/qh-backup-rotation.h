/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-clock.h"

G_BEGIN_DECLS

/* The names of backups, and which of them are kept. */

/* `STEM-2026-11-22T101500Z.db` */
char *qh_backup_name (const char *stem, gint64 instant);
/* When a file of that name was made; FALSE for any other name. */
gboolean qh_backup_name_parse (const char *name, const char *stem, gint64 *instant);

/* Of backups made at @instants (gint64, newest first): which to keep (gboolean, one for each). Kept
 * are the newest of each of the last 7 days, 4 weeks and 12 months that have any, in @zone, and the
 * newest few whenever they were made. */
GArray *qh_backup_rotation (GArray *instants, GTimeZone *zone);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new UUIDv7 (RFC 9562) as 36 lower-case characters. @now: microseconds since the epoch. Ids made
 * one after the other in one process sort in the order they were made. */
char *qh_id_new (gint64 now);

/* Whether @text is a UUID of any version in its lower-case canonical form. */
gboolean qh_id_is_valid (const char *text);

G_END_DECLS

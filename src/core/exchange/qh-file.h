/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a regular file of at most @max_size bytes; its size is looked at before it is read. */
GBytes *qh_file_read (const char *path, gsize max_size, GError **error);

/* Writes @path whole or not at all: through a temporary file beside it, synced and renamed.
 * QH_ERROR_FULL, _READ_ONLY or _STORE name the path. A database is never written over. */
gboolean qh_file_write (const char *path, GBytes *bytes, GError **error);

/* Whether qh_file_write could write @path now, as far as can be told without trying. */
gboolean qh_file_check_writable (const char *path, GError **error);

G_END_DECLS

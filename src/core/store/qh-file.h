/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the empty file @path, for its owner only. QH_ERROR_REFUSED when there is one. */
gboolean qh_file_make (const char *path, GError **error);
/* Gives the file @from the name @to, in place of what had it, once both are on the disk. */
gboolean qh_file_put (const char *from, const char *to, GError **error);
/* Whether a file may be put at @path: nothing is there, or a plain file. A folder, a device or a
 * link is never replaced, nor what a database keeps beside it; QH_ERROR_INVALID names it. */
gboolean qh_file_is_replaceable (const char *path, GError **error);
/* Whether @path is a database: a store or a backup of one, say. */
gboolean qh_file_is_database (const char *path);
/* Makes the folder @path and those above it, for their owner only. */
gboolean qh_file_make_folder (const char *path, GError **error);
/* What a database can have beside it goes with @path. */
void qh_file_remove_database (const char *path);

G_END_DECLS

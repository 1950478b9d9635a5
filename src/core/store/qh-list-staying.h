/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the ids @old (char *) stay where they are when the list becomes @new: as many as
 * possible, in their order; everything else goes and comes. One value for each of @old. (transfer
 * full) */
gboolean *qh_list_staying (GPtrArray *old, GPtrArray *new);

G_END_DECLS

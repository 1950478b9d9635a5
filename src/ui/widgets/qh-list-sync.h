/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @list hold @objects, in their order, and tells of nothing but the stretch that differs:
 * what stays keeps its row, with focus and all. TRUE when anything differed. */
gboolean qh_list_sync (GListStore *list, GPtrArray *objects);

G_END_DECLS

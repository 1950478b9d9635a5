/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*QhFollowFunc) (gpointer widget);

/* Calls @update with @widget now, and again after a change of any of @entities: at once where the
 * widget can be seen, else when it comes back to sight, once for all that has changed. For as long
 * as the widget lives. */
void qh_follow (gpointer widget, QhStore *store, QhEntities entities, QhFollowFunc update);

G_END_DECLS

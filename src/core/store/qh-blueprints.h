/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-blueprint.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Every blueprint with what it achieved: one's own by name, then those that are shipped. One's own
 * that cannot be read is left out. (QhBlueprint, transfer full) */
GPtrArray *qh_store_list_blueprints (QhStore *store, GError **error);

/* The blueprint with @id, one's own or shipped. QH_ERROR_NOT_FOUND when there is none. */
QhBlueprint *qh_store_find_blueprint (QhStore *store, const char *id, GError **error);

/* Keeps the plan of @meeting as a blueprint of one's own, under a name that no other has. One
 * change. (transfer full) */
QhOwnBlueprint *qh_store_keep_blueprint (QhStore *store, const char *meeting, GError **error);

/* Of the meetings that were debriefed and began with a score of @score or more: how many reached
 * their output, and how many there were. */
void qh_store_count_reached (QhStore *store, int score, gint64 *reached, gint64 *held);

G_END_DECLS

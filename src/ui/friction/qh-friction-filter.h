/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-list-model.h"
#include "widgets/qh-view-menu.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a list of frictions is narrowed to: words that are searched for, a kind, a client, a
 * touchpoint, a severity, an owner, and what was reported since a day.
 *
 * Properties: "store"; "kind" ("all", "mine", "accepted", "client"); "since" (a day, or NULL).
 * Signal: "changed", but for the words. Actions: filter.kind, filter.any-day. */
#define QH_TYPE_FRICTION_FILTER (qh_friction_filter_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionFilter, qh_friction_filter, QH, FRICTION_FILTER, AdwBin)

gboolean qh_friction_filter_is_narrowed (QhFrictionFilter *self);

/* The list of what is found, the dearest first, and its parameters. (transfer full) */
QhQuery qh_friction_filter_query (void);
char **qh_friction_filter_values (QhFrictionFilter *self);

/* The list of one status: the dearest first, of what is removed the newest. */
QhQuery qh_friction_status_query (QhFrictionStatus status);

/* Shows nothing but a cell of the heat map: what was reported there since @since (NULL: ever),
 * whatever became of it. */
void qh_friction_filter_set_cell (QhFrictionFilter *self, int touchpoint, int severity,
                                  const char *since);

/* Where the words are typed. (transfer none) */
GtkSearchEntry *qh_friction_filter_get_search (QhFrictionFilter *self);

/* Names its controls to @views, to be kept. */
void qh_friction_filter_keep (QhFrictionFilter *self, QhViewMenu *views);

G_END_DECLS

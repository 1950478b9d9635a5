/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-contact-figures.h"
#include "store/qh-list-model.h"
#include "widgets/qh-view-menu.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a list of contacts is narrowed to: words that are searched for, a kind, a client, a channel,
 * and what came in within some days.
 *
 * Properties: "store"; "kind" ("all", "waiting", "failure", "unsolved", "unanswered", "client", and
 * what the figures are about). Signal: "changed", but for the words. Actions: filter.kind. */
#define QH_TYPE_CONTACT_LOG_FILTER (qh_contact_log_filter_get_type ())
G_DECLARE_FINAL_TYPE (QhContactLogFilter, qh_contact_log_filter, QH, CONTACT_LOG_FILTER, AdwBin)

gboolean qh_contact_log_filter_is_narrowed (QhContactLogFilter *self);

/* The list of what is found, the newest first, and its parameters. (transfer full) */
extern const QhQuery qh_contact_log_found_query;
char **qh_contact_log_filter_values (QhContactLogFilter *self);

/* The spans of days that are offered, one after the other; 0: ever. */
extern const int qh_contact_log_spans[];
#define QH_N_CONTACT_LOG_SPANS 4

/* Shows nothing but what a figure of the span @span (its place among them) is about. */
void qh_contact_log_filter_set_figure (QhContactLogFilter *self, QhContactFigureKind kind,
                                       guint span);

/* Where the words are typed. (transfer none) */
GtkSearchEntry *qh_contact_log_filter_get_search (QhContactLogFilter *self);

/* The first instant of the day @days ago; QH_NONE for 0. */
gint64 qh_contact_log_since (QhStore *store, int days);

/* Names its controls to @views, to be kept. */
void qh_contact_log_filter_keep (QhContactLogFilter *self, QhViewMenu *views);

G_END_DECLS

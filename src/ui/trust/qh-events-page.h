/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-trust.h"
#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What one count of trust is made of, in the last 365 days; each opens.
 *
 * Properties (read only): "store", "title", "subtitle". */
#define QH_TYPE_EVENTS_PAGE (qh_events_page_get_type ())
G_DECLARE_FINAL_TYPE (QhEventsPage, qh_events_page, QH, EVENTS_PAGE, AdwBin)

/* @client NULL: of all. */
GtkWidget *qh_events_page_new (QhStore *store, QhClient *client, QhTrustSort sort);

G_END_DECLS

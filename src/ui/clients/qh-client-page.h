/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The whole story of one client: his words first, then the access rules that follow from them, his
 * people, what he values, and what happened. Everything is edited in place.
 *
 * Properties: "store"; "client". Actions: client.new-meeting, client.delete. */
#define QH_TYPE_CLIENT_PAGE (qh_client_page_get_type ())
G_DECLARE_FINAL_TYPE (QhClientPage, qh_client_page, QH, CLIENT_PAGE, AdwBin)

GtkWidget *qh_client_page_new (QhStore *store, QhClient *client);

/* Brings what he said into view: the remark with this id. */
void qh_client_page_show_remark (QhClientPage *self, const char *remark);

G_END_DECLS

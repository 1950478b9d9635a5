/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* All clients by name.
 *
 * Properties: "store"; "subtitle". Actions, about what is chosen in the list: clients.open,
 * .new-meeting, .delete. */
#define QH_TYPE_CLIENTS_PAGE (qh_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (QhClientsPage, qh_clients_page, QH, CLIENTS_PAGE, AdwBin)

GtkWidget *qh_clients_page_new (QhStore *store);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Every inbound contact, the newest first, with the figures that follow. It can be searched and
 * narrowed by client, channel and days, to upgrades that wait for an answer, to what would not have
 * been needed, to what was not solved or not answered, and to what a figure is about.
 *
 * Properties: "store"; "subtitle". Actions, about what is chosen in the list: contacts.open,
 * .answer, .make-friction, .delete; and page.new. */
#define QH_TYPE_CONTACT_LOG_PAGE (qh_contact_log_page_get_type ())
G_DECLARE_FINAL_TYPE (QhContactLogPage, qh_contact_log_page, QH, CONTACT_LOG_PAGE, AdwBin)

GtkWidget *qh_contact_log_page_new (QhStore *store);

G_END_DECLS

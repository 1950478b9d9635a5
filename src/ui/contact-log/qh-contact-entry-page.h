/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about one inbound contact: the client's words first, what became of it, whom it went
 * up to, and the frictions made of it; edited in place.
 *
 * Properties: "store"; "entry". Actions: contact.answer, .make-friction, .open-client, .delete. */
#define QH_TYPE_CONTACT_ENTRY_PAGE (qh_contact_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (QhContactEntryPage, qh_contact_entry_page, QH, CONTACT_ENTRY_PAGE, AdwBin)

GtkWidget *qh_contact_entry_page_new (QhStore *store, QhContactLog *entry);

G_END_DECLS

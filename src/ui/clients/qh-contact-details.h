/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about a person, edited in place. Properties: "store", "record". */
#define QH_TYPE_CONTACT_DETAILS (qh_contact_details_get_type ())
G_DECLARE_FINAL_TYPE (QhContactDetails, qh_contact_details, QH, CONTACT_DETAILS, AdwBin)

GtkWidget *qh_contact_details_new (QhStore *store, QhContact *contact);

G_END_DECLS

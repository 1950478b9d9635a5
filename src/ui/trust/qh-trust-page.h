/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* How reliable we are to all our clients, what holds the gate, and what both are counted from.
 *
 * Property "store". */
#define QH_TYPE_TRUST_PAGE (qh_trust_page_get_type ())
G_DECLARE_FINAL_TYPE (QhTrustPage, qh_trust_page, QH, TRUST_PAGE, AdwBin)

GtkWidget *qh_trust_page_new (QhStore *store);

G_END_DECLS

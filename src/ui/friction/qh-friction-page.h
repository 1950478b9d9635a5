/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about one friction: their words first, what it costs, where it stands, whom it touches
 * and what became of it; edited in place.
 *
 * Properties: "store"; "friction". Actions: friction.delete; page.new. */
#define QH_TYPE_FRICTION_PAGE (qh_friction_page_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionPage, qh_friction_page, QH, FRICTION_PAGE, AdwBin)

GtkWidget *qh_friction_page_new (QhStore *store, QhFriction *friction);

G_END_DECLS

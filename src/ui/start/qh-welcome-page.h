/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What an empty store begins with: what this is for, and two ways in. */
#define QH_TYPE_WELCOME_PAGE (qh_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (QhWelcomePage, qh_welcome_page, QH, WELCOME_PAGE, AdwBin)

GtkWidget *qh_welcome_page_new (QhStore *store);

G_END_DECLS

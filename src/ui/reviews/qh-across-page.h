/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The plans that came, laid beside each other: one output for several clients, what clients of
 * several reps meet, scarce content given twice in one street. Each unfolds to its plans. */
#define QH_TYPE_ACROSS_PAGE (qh_across_page_get_type ())
G_DECLARE_FINAL_TYPE (QhAcrossPage, qh_across_page, QH, ACROSS_PAGE, AdwBin)

GtkWidget *qh_across_page_new (QhStore *store);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/qh-supply.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* How scarce an item is, as a number that opens into its sum. */
#define QH_TYPE_SCARCITY_BUTTON (qh_scarcity_button_get_type ())
G_DECLARE_FINAL_TYPE (QhScarcityButton, qh_scarcity_button, QH, SCARCITY_BUTTON, AdwBin)

void qh_scarcity_button_show (QhScarcityButton *self, QhContent *content, const QhPips *pips);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children beside each other while there is room, one above the other where there is not. One
 * of them expands; it wants "room" pixels (more where its minimum is more) before it stands beside
 * the other, which is then "side" pixels wide (0: as wide as it likes). Properties: "room", "side",
 * "spacing", "line-spacing" (when one is above the other). */
#define QH_TYPE_PAIR_LAYOUT (qh_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (QhPairLayout, qh_pair_layout, QH, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS

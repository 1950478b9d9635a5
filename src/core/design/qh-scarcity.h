/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-content.h"

G_BEGIN_DECLS

/* How scarce an item is: 100 × rarity × supply × window, rounded (halves go up). */
typedef struct {
  double rarity; /* 0.2 to 1.0 */
  double supply; /* 0.5 to 1.0 */
  double window; /* 0.8 or 1.0 */
  int product; /* 8 to 100 */
} QhScarcity;

/* @out: how many copies of a limited edition are delivered or reserved. */
QhScarcity qh_scarcity (QhContent *content, gint64 out);

/* The same from figures: @rarity is a QhRarity, @edition may be QH_NONE, @ends: there is a last
 * day.
 */
QhScarcity qh_scarcity_figure (int rarity, gint64 edition, gint64 out, gboolean ends);

/* The scarcer first: by the product, then rarer, then of the smaller edition, then by id, so that
 * the order is always the same. For sorting. */
int qh_scarcity_compare (QhContent *a, gint64 a_out, QhContent *b, gint64 b_out);

/* Whether @date (a day) lies in the item's window. */
gboolean qh_content_is_open (QhContent *content, const char *date);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In whole numbers, so that the product does not hang on how a fraction is stored: rarity and
 * window are tenths, supply is a fraction of ten times the edition. */
#include "design/qh-scarcity.h"

/* Tenths. */
#define WINDOW_ENDING 10
#define WINDOW_OPEN 8
#define SUPPLY_UNLIMITED 5

static int
rarity_tenths (int rarity)
{
  switch (rarity) {
  case QH_RARITY_OURS_ALONE:
    return 10;
  case QH_RARITY_FEW:
    return 6;
  default:
    return 2;
  }
}

QhScarcity
qh_scarcity_figure (int rarity, gint64 edition, gint64 out, gboolean ends)
{
  int tenths = rarity_tenths (rarity);
  int window = ends ? WINDOW_ENDING : WINDOW_OPEN;
  gint64 whole = edition > 0 ? 10 * edition : 10;
  gint64 supply = edition > 0 ? 7 * edition + 3 * CLAMP (out, 0, edition) : SUPPLY_UNLIMITED;

  return (QhScarcity){ .rarity = tenths / 10.0,
                       .supply = (double)supply / (double)whole,
                       .window = window / 10.0,
                       .product = (int)((2 * tenths * window * supply + whole) / (2 * whole)) };
}

QhScarcity
qh_scarcity (QhContent *content, gint64 out)
{
  return qh_scarcity_figure (content->rarity, content->edition, out,
                             content->available_until != NULL);
}

int
qh_scarcity_compare (QhContent *a, gint64 a_out, QhContent *b, gint64 b_out)
{
  int order = qh_scarcity (b, b_out).product - qh_scarcity (a, a_out).product;
  gint64 edition_a = a->edition > 0 ? a->edition : G_MAXINT64;
  gint64 edition_b = b->edition > 0 ? b->edition : G_MAXINT64;

  if (order == 0)
    order = a->rarity - b->rarity;
  if (order == 0)
    order = (edition_a > edition_b) - (edition_a < edition_b);
  return order != 0 ? order : g_strcmp0 (QH_RECORD (a)->id, QH_RECORD (b)->id);
}

gboolean
qh_content_is_open (QhContent *content, const char *date)
{
  return (content->available_from == NULL || g_strcmp0 (content->available_from, date) <= 0) &&
         (content->available_until == NULL || g_strcmp0 (content->available_until, date) >= 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In whole numbers, so that the product does not hang on how a fraction is stored: rarity and
 * window are tenths, supply is a fraction of ten times the edition. */
#include "design/qh-scarcity.h"

/* Tenths. */
#define WINDOW_ENDING 10
#define WINDOW_OPEN 8

static int
rarity_of (QhContent *content)
{
  switch (content->rarity) {
  case QH_RARITY_OURS_ALONE:
    return 10;
  case QH_RARITY_FEW:
    return 6;
  default:
    return 2;
  }
}

/* Over ten times the edition; an item without an end is half of one copy. */
static gint64
supply_of (QhContent *content, gint64 out, gint64 *whole)
{
  gint64 edition = content->edition;

  *whole = edition > 0 ? 10 * edition : 10;
  if (edition <= 0)
    return 5;
  return 7 * edition + 3 * CLAMP (out, 0, edition);
}

QhScarcity
qh_scarcity (QhContent *content, gint64 out)
{
  int rarity = rarity_of (content);
  int window = content->available_until != NULL ? WINDOW_ENDING : WINDOW_OPEN;
  gint64 whole;
  gint64 supply = supply_of (content, out, &whole);

  return (QhScarcity){ .rarity = rarity / 10.0,
                       .supply = (double)supply / (double)whole,
                       .window = window / 10.0,
                       .product = (int)((2 * rarity * window * supply + whole) / (2 * whole)) };
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

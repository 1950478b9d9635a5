/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-window.h"

G_BEGIN_DECLS

/* Tells, wherever in the app it happened, that a copy has become free that a client waits for, with
 * a button that reserves it. What could be offered when the window opened is not told again: it
 * stands on the item's page. */
#define QH_TYPE_WINDOW_OFFERS (qh_window_offers_get_type ())
G_DECLARE_FINAL_TYPE (QhWindowOffers, qh_window_offers, QH, WINDOW_OFFERS, GObject)

/* @window owns it. */
QhWindowOffers *qh_window_offers_new (QhWindow *window, QhStore *store);

/* Reserves a copy for who waits by the entry @waiting, and tells it. */
void qh_window_offers_accept (QhWindow *window, const char *waiting);

G_END_DECLS

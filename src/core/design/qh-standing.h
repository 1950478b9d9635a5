/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-content.h"

G_BEGIN_DECLS

/* A reservation lapses so many days after its meeting's date. */
#define QH_RESERVATION_DAYS 14

/* What the ledger says of one item, and of one client's part in it: plain figures and days. The
 * client is that of a meeting; what concerns the meeting is 0 where there is none. */
typedef struct {
  gint64 available; /* copies left; QH_NONE: there is no end of them */
  gint64 reserved, delivered, away; /* copies, of all clients */

  gint64 his_reserved; /* copies, for any meeting or none */
  gint64 his_given; /* copies delivered to him less those he returned */
  gint64 given_before; /* of those, the ones not given in this meeting */
  gint64 here; /* copies reserved for, or given in, this meeting */

  gint64 reserved_number; /* of his reserved copy; QH_NONE: it has none */
  char *reserved_until; /* date: when the reservation of it ends; NULL: it does not end */
  gint64 given_number; /* of the copy he was given last; QH_NONE: it has none */
  char *given_on; /* date of that; NULL: he was given none */
  gint64 waiting_place; /* on the waiting list, 1 the first; 0: he is not on it */
} QhStanding;

/* All zero, and no end of copies. */
QhStanding *qh_standing_new (void);
QhStanding *qh_standing_copy (const QhStanding *standing);
void qh_standing_free (QhStanding *standing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhStanding, qh_standing_free)

/* Copies that are delivered or reserved; @standing may be NULL. */
gint64 qh_standing_out (const QhStanding *standing);

/* Whether there is a copy that could be given (@standing may be NULL: nothing says there is not),
 * and whether the client may have one more of @content. */
gboolean qh_standing_is_left (const QhStanding *standing);
gboolean qh_standing_has_room (const QhStanding *standing, QhContent *content);

G_END_DECLS

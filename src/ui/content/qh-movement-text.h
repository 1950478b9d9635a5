/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* A line of the ledger, for people. (transfer full) */

/* "Given to Ferris Dental Group", "Edition changed by −2" */
char *qh_movement_title (QhStore *store, QhMovement *movement);

/* "Copy 4 · Thursday 3 May · reaction 4 of 5 · The board has asked to see it." */
char *qh_movement_details (QhMovement *movement, gint64 now);

G_END_DECLS

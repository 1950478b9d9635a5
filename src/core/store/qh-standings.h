/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-standing.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What the ledger says of @content, of @client's part in it, and of @meeting's (an id; NULL: of no
 * meeting). (transfer full) */
QhStanding *qh_store_get_standing (QhStore *store, QhContent *content, const char *client,
                                   const char *meeting, GError **error);

G_END_DECLS

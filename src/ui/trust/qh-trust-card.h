/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* How reliable we were to a client: what went right, what that proves against 99 %, what holds his
 * gate, how long he did not have to contact us, and how he fares at each touchpoint.
 *
 * Properties: "store"; "client"; "of-all", of all clients. */
#define QH_TYPE_TRUST_CARD (qh_trust_card_get_type ())
G_DECLARE_FINAL_TYPE (QhTrustCard, qh_trust_card, QH, TRUST_CARD, AdwBin)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-trust.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Of what holds a gate, so many of each sort are told at most. */
#define QH_TRUSTS_BECAUSE_MAX 200

/* How reliable we were to the client with this id, or to all (NULL), by the store's clock. It is
 * read from sums that are kept with every change, and costs the same however much was logged.
 * (transfer full) */
gboolean qh_store_trust (QhStore *store, const char *client, QhTrust **trust, GError **error);

G_END_DECLS

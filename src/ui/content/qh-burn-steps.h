/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-burn.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* How many copies of an edition were left, day by day, as its ledger has it; empty for an item
 * without an edition or without a ledger. (QhBurnStep, transfer full) */
GArray *qh_burn_steps_read (QhStore *store, QhContent *item);

G_END_DECLS

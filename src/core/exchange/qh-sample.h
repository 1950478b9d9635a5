/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Fills an empty store with the sample territory, dated relative to the store's clock;
 * QH_ERROR_REFUSED when it is not empty. One change. */
gboolean qh_sample_fill (QhStore *store, GError **error);

G_END_DECLS

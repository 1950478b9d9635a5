/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What is said to everybody, the newest first, at most @max. (QhPromise, transfer full) */
GPtrArray *qh_store_list_public_promises (QhStore *store, guint max, GError **error);

G_END_DECLS

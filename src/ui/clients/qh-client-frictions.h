/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is in a client's way, the dearest first, then what is gone; each opens. One can be logged.
 *
 * Properties "store" and "client". */
#define QH_TYPE_CLIENT_FRICTIONS (qh_client_frictions_get_type ())
G_DECLARE_FINAL_TYPE (QhClientFrictions, qh_client_frictions, QH, CLIENT_FRICTIONS, AdwBin)

G_END_DECLS

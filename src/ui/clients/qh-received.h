/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The content that a client was given, has reserved or waits for, each with the sentence that he
 * may be told of how scarce it is: to be copied, not edited. Properties: "store", "client". */
#define QH_TYPE_RECEIVED (qh_received_get_type ())
G_DECLARE_FINAL_TYPE (QhReceived, qh_received, QH, RECEIVED, AdwBin)

G_END_DECLS

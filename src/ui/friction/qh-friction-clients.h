/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-part.h"

G_BEGIN_DECLS

/* Whom a friction touches: each client opens, and can be taken off; others are added. */
#define QH_TYPE_FRICTION_CLIENTS (qh_friction_clients_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionClients, qh_friction_clients, QH, FRICTION_CLIENTS, QhFrictionPart)

G_END_DECLS

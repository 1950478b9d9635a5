/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-part.h"

G_BEGIN_DECLS

/* What a friction costs in a year, opened into its sum, with each thing that was assumed. */
#define QH_TYPE_FRICTION_COST (qh_friction_cost_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionCost, qh_friction_cost, QH, FRICTION_COST, QhFrictionPart)

G_END_DECLS

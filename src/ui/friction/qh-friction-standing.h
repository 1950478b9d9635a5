/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-part.h"

G_BEGIN_DECLS

/* Where a friction stands, and what can be done about it next.
 *
 * Actions: friction.hand-over, .remove, .accept, .reopen. */
#define QH_TYPE_FRICTION_STANDING (qh_friction_standing_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionStanding, qh_friction_standing, QH, FRICTION_STANDING,
                      QhFrictionPart)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Where it hurts: the frictions that were reported within a span that is chosen, by touchpoint and
 * severity. It is counted when the app is idle.
 *
 * Property "store". Signal "cell" (int touchpoint, int severity): a cell was activated. */
#define QH_TYPE_FRICTION_HEAT (qh_friction_heat_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionHeat, qh_friction_heat, QH, FRICTION_HEAT, AdwBin)

/* The first day of the span; NULL: ever. (transfer full) */
char *qh_friction_heat_get_since (QhFrictionHeat *self);

/* Counts now. For tests. */
void qh_friction_heat_settle (QhFrictionHeat *self);

G_END_DECLS

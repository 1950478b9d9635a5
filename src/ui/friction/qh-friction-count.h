/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-heat.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What waits for somebody to act: open or being fixed, and stops work or worse, or mine, or due. */
guint qh_friction_count_waiting (QhStore *store);

/* What was reported within the last @days days (0: ever), by touchpoint and severity. */
QhHeat qh_friction_read_heat (QhStore *store, int days);

G_END_DECLS

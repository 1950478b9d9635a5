/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-part.h"

G_BEGIN_DECLS

/* A friction beside the list it stands in: their words, what it costs, what we learned, and what
 * can be done about it. */
#define QH_TYPE_FRICTION_SUMMARY (qh_friction_summary_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionSummary, qh_friction_summary, QH, FRICTION_SUMMARY, QhFrictionPart)

G_END_DECLS

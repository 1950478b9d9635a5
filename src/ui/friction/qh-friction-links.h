/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-part.h"

G_BEGIN_DECLS

/* What a friction is linked to: the contact it came from, the public promise it breaks, which can
 * be chosen, and the meetings that deal with it.
 *
 * Actions: friction.set-promise (the id of a promise, "" for none). */
#define QH_TYPE_FRICTION_LINKS (qh_friction_links_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionLinks, qh_friction_links, QH, FRICTION_LINKS, QhFrictionPart)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The story of a client, newest first. Properties: "store", "client". */
#define QH_TYPE_TIMELINE (qh_timeline_get_type ())
G_DECLARE_FINAL_TYPE (QhTimeline, qh_timeline, QH, TIMELINE, AdwBin)

G_END_DECLS

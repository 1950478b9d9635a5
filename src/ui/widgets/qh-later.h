/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A place for what is rarely looked at: it is built from @resource, a GtkBuilder file with one
 * object called "child", when it is first shown. Until then it costs the start nothing: neither
 * widgets, nor styles, nor icons. */
#define QH_TYPE_LATER (qh_later_get_type ())
G_DECLARE_FINAL_TYPE (QhLater, qh_later, QH, LATER, AdwBin)

G_END_DECLS

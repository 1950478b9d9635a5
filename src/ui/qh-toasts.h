/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Dismisses @toast, of @overlay, soon: once no toast is on its way in. */
void qh_toasts_withdraw (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Dismisses @toast, of @overlay, soon: once no toast is on its way in. */
void qh_toasts_withdraw (AdwToastOverlay *overlay, AdwToast *toast);

/* From now on the button of each toast of @overlay that dismisses it has a name: it shows an image
 * only, and libadwaita 1.2 gives it none. */
void qh_toasts_name_buttons (AdwToastOverlay *overlay);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A strip of words over the page, with one way out (AdwBanner is younger than our floor).
 */
#define QH_TYPE_BANNER (qh_banner_get_type ())
G_DECLARE_FINAL_TYPE (QhBanner, qh_banner, QH, BANNER, AdwBin)

/* Shows @title with a button for @action_name; @button_label NULL: without. */
void qh_banner_show (QhBanner *self, const char *title, const char *button_label,
                     const char *action_name);
void qh_banner_hide (QhBanner *self);

G_END_DECLS

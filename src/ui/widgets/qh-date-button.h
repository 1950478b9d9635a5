/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A day, chosen in a calendar or typed as `YYYY-MM-DD` above it.
 *
 * Properties: "date" (`YYYY-MM-DD`, NULL for none); "optional", whether it can be taken away. */
#define QH_TYPE_DATE_BUTTON (qh_date_button_get_type ())
G_DECLARE_FINAL_TYPE (QhDateButton, qh_date_button, QH, DATE_BUTTON, AdwBin)

const char *qh_date_button_get_date (QhDateButton *self);
/* What is not a date counts as none. */
void qh_date_button_set_date (QhDateButton *self, const char *date);

G_END_DECLS

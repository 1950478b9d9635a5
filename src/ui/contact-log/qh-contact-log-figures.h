/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The figures of the contacts of some days, each with what it is made of; a figure opens into its
 * list.
 *
 * Properties: "store". Signal: "figure" (a QhContactFigureKind, the place of the span), one was
 * chosen. */
#define QH_TYPE_CONTACT_LOG_FIGURES (qh_contact_log_figures_get_type ())
G_DECLARE_FINAL_TYPE (QhContactLogFigures, qh_contact_log_figures, QH, CONTACT_LOG_FIGURES, AdwBin)

/* Counts at once what waits to be counted. */
void qh_contact_log_figures_settle (QhContactLogFigures *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-report.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What an import would do, or has done: how many are new, changed, the same; what is left out, each
 * with its reason; and what else one should know. */
#define QH_TYPE_IMPORT_FIGURES (qh_import_figures_get_type ())
G_DECLARE_FINAL_TYPE (QhImportFigures, qh_import_figures, QH, IMPORT_FIGURES, AdwBin)

/* NULL: it is being worked out. */
void qh_import_figures_show (QhImportFigures *self, const QhImportReport *report);

G_END_DECLS

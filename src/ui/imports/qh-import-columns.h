/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-survey.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The columns of a table from elsewhere: what each holds, and what it is to become here. Those that
 * nobody knows stand apart, and can be kept as notes all at once; of those that hold nothing there
 * are the headings only.
 *
 * Signal: "changed", the mapping is another. */
#define QH_TYPE_IMPORT_COLUMNS (qh_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (QhImportColumns, qh_import_columns, QH, IMPORT_COLUMNS, AdwBin)

GtkWidget *qh_import_columns_new (const QhImportSurvey *survey);

/* As it stands. (borrowed) */
const QhCsvMapping *qh_import_columns_get_mapping (QhImportColumns *self);

G_END_DECLS

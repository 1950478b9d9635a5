/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-insights.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer, and prints the report of what is asked. */
void qh_insight_report_print (GtkWidget *widget, QhStore *store, const QhInsightAsk *ask);

/* Asks for a name, and writes the same pages as a PDF there. */
void qh_insight_report_save (GtkWidget *widget, QhStore *store, const QhInsightAsk *ask);

G_END_DECLS

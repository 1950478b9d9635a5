/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-insight.h"

G_BEGIN_DECLS

/* What the pictures of Insights are put together with. */

typedef struct {
  const char *id, *title; /* the title untranslated */
  QhUnit unit;
} QhInsightColumn;

void qh_insight_add_columns (QhPicture *picture, const QhInsightColumn *columns, guint n);
/* The row of the month @i of @facts, and of an enum's value (0: not known). */
QhPictureRow *qh_insight_add_month (QhPicture *picture, const QhInsightFacts *facts, guint i);
QhPictureRow *qh_insight_add_value (QhPicture *picture, const QhEnumValue *values, int value);
/* Behind a row's name; and a share, which of nothing is not known. */
void qh_insight_set_numbers (QhPictureRow *row, const gint64 *numbers, guint n);
void qh_insight_set_share (QhPictureRow *row, guint column, gint64 part, gint64 whole);

/* Sentences (transfer full, the second may be NULL) one after the other. */
char *qh_insight_join (char *first, char *second);
/* Says @sentence, or where too little is known @blank (both transfer full). */
void qh_insight_say (QhPicture *picture, char *sentence, char *blank, gint64 n);

/* Every month together. */
QhInsightMonth qh_insight_total (const QhInsightFacts *facts);

QhPicture *qh_insight_draw_friction_touchpoints (const QhInsightFacts *facts);
QhPicture *qh_insight_draw_friction_causes (const QhInsightFacts *facts);
QhPicture *qh_insight_draw_friction_months (const QhInsightFacts *facts);
QhPicture *qh_insight_draw_friction_cost (const QhInsightFacts *facts);
QhPicture *qh_insight_draw_pareto (const QhInsightFacts *facts);

G_END_DECLS

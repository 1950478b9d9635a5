/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-page.h"

G_BEGIN_DECLS

/* A sheet to print: Ferris Dental Group's plan with all that stands around it. */
typedef struct {
  QhContext *context;
  QhDesignReview *review;
  QhSheet sheet;
} SheetFixture;

/* The plan of the picture. */
void sheet_fixture_init (SheetFixture *fixture, int edition);
/* A plan without anything. */
void sheet_fixture_init_empty (SheetFixture *fixture, int edition);
void sheet_fixture_clear (SheetFixture *fixture);

/* After the context was changed. */
void sheet_fixture_review (SheetFixture *fixture);

QhSegment *sheet_fixture_add_segment (SheetFixture *fixture, int kind, gint64 seconds,
                                      const char *title, const char *output);

/* A record with an id and the given strings: property, value, ended by NULL. */
gpointer sheet_fixture_record (const QhEntity *entity, const char *id, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS

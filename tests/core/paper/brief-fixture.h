/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-brief-page.h"

G_BEGIN_DECLS

/* "Third wrong invoice since June" of Ferris Dental, 20 minutes 24 times a year, severity 3, with
 * everything that a brief can say: his words, those of the contact it came out of, a person, a
 * cause, a promise it breaks, what we learned, an owner, a day and what is asked. */
typedef struct {
  QhFriction *friction;
  GPtrArray *clients;
  QhContact *contact;
  QhContactLog *entry;
  QhPromise *promise;
  QhCostAssumptions assumptions;
  QhCostFacts facts;
  GArray *values;
  GTimeZone *zone;
  QhBriefSheet sheet;
} BriefFixture;

void brief_fixture_init (BriefFixture *fixture, int edition);
/* A friction of which nothing is known but that it is there. */
void brief_fixture_init_bare (BriefFixture *fixture, int edition);
void brief_fixture_clear (BriefFixture *fixture);

/* One more client that it touches. */
void brief_fixture_add_client (BriefFixture *fixture, const char *name, gint64 value);

G_END_DECLS

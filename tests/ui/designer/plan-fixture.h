/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Ferris Dental: forbids print, has two people, two remarks and one content item; a meeting with
 * open (1), escape (4), educate (4) and aesthetics (2 minutes, leaves print). */
typedef struct {
  QhStore *store;
  QhClient *client;
  QhContact *ferris, *sarah;
  QhRemark *flyer, *minutes;
  QhContent *benchmark;
  char *meeting;
} PlanFixture;

void plan_fixture_set_up (PlanFixture *fixture);
void plan_fixture_tear_down (PlanFixture *fixture);

/* The titles of the meeting's segments as they stand in the store, with their seconds: "Open 60,
 * Invoices 240". */
char *plan_fixture_stored (PlanFixture *fixture);

G_END_DECLS

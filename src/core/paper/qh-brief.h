/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-cost.h"
#include "model/qh-model.h"
#include "paper/qh-handout.h"

G_BEGIN_DECLS

/* What an escalation brief is made of: a friction with the facts around it. All borrowed. */
typedef struct {
  QhFriction *friction;
  GPtrArray *clients; /* QhClient that it touches, its own first */
  QhContact *contact; /* who named it, or NULL */
  QhContactLog *entry; /* the contact that it came out of, or NULL */
  QhPromise *promise; /* the promise that it breaks, or NULL */
  const QhCostAssumptions *assumptions;
  const QhCostFacts *facts;
  const char *currency;
  int edition; /* QhEdition */
  const char *author; /* who hands it up, or NULL */
  const char *today; /* the day that it is of */
  GTimeZone *zone;
} QhBriefSheet;

/* One page for a person who can decide: what stands in the way in the clients' words, how many it
 * touches, what it costs in a year and what that rests on, what we ask and by when. As with a
 * handout (qh-handout.h), the page and every other document is made from this alone, and it is
 * built from a list of what may go out: in the manager's edition a person goes out as his role, and
 * what we say among ourselves does not. A client's edition there is none: it says what a client is
 * worth to us. Texts are cut to what a page holds. */

/* A figure with what it says. */
typedef struct {
  char *figure; /* "€1,780" */
  char *words; /* "a year" */
} QhBriefFigure;

typedef struct {
  int edition;
  char *language, *document_title, *author; /* as a handout's */
  gint64 day; /* instant at which the day begins that it is of */

  char *standing; /* "Billing · being fixed · reported 9 Nov" */
  char *headline;
  GPtrArray *quotes; /* QhHandoutLine: their words, and who said them when */
  GPtrArray *figures; /* QhBriefFigure: the yearly cost, whom it touches, the severity */
  char *ask; /* what we ask, or NULL */
  char *deadline; /* "Operations, by 1 December 2026", or NULL */
  GPtrArray *sections; /* QhHandoutSection: the sum, whom it touches, what is behind it */
  char *footer;
} QhBrief;

/* Whether there is a brief in @edition. */
gboolean qh_brief_has_edition (int edition);

/* An edition that there is none of is taken as the manager's. */
QhBrief *qh_brief_new (const QhBriefSheet *sheet);
void qh_brief_free (QhBrief *brief);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBrief, qh_brief_free)

G_END_DECLS

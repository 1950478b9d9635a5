/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What only shows when the plans of several reps are laid beside each other. */

/* What one plan says. */
typedef struct {
  char *plan; /* id of the plan that came */
  char *client, *rep; /* names; NULL: not said */
  char *rep_key; /* who it is: his key, else his name */
  char *text; /* the output, the friction or the item */
  char *place; /* where it is met: a touchpoint, a street; NULL: not known */
} QhMention;

QhMention *qh_mention_new (const char *plan, const char *client, const char *rep,
                           const char *rep_key, const char *text, const char *place);
void qh_mention_free (QhMention *mention);

/* What several plans say. Each array holds what differs, in the order of the mentions (char *). */
typedef struct {
  char *text; /* as it was said first */
  char *place;
  GPtrArray *texts, *clients, *reps, *plans;
} QhAcross;

void qh_across_free (QhAcross *across);

/* Of @mentions (QhMention); what most meet comes first. (QhAcross) */

/* The same output for several clients: copied, not made for one. */
GPtrArray *qh_across_outputs (GPtrArray *mentions);
/* What clients of several reps meet at one touchpoint. */
GPtrArray *qh_across_frictions (GPtrArray *mentions);
/* The same item for several clients in one street. */
GPtrArray *qh_across_content (GPtrArray *mentions);

/* The street (and the town) of @address, without the number of the house, to be compared; NULL
 * where nothing is left. */
char *qh_across_street (const char *address);

G_END_DECLS

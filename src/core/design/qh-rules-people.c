/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about people: who is there, and who lets us in. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

static void
check_none (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  if (g_list_model_get_n_items (qh_plan_get_attendees (facts->plan)) > 0)
    return;
  qh_rule_add (rule, findings, g_strdup (_ ("The plan has no attendee.")));
}

static void
check_gate (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  char *text;

  if (qh_text_is_empty (facts->client->gatekeeper) || facts->meeting->cleared != NULL)
    return;
  /* Translators: the gatekeeper's name */
  text = g_strdup_printf (_ ("The way in is through %s, and the meeting is not marked as cleared."),
                          facts->client->gatekeeper);
  qh_rule_add (rule, findings, qh_rule_with_words (facts, "gatekeeper", text));
}

static const QhRule rules[] = {
  { "people.none", QH_LEVEL_WARNING, 6, N_ ("The meeting has no attendee."), N_ ("Nobody is named"),
    N_ ("A meeting is designed for a person: what he decides, uses or guards."), check_none, NULL },
  { "people.gate", QH_LEVEL_WARNING, 6,
    N_ ("The client has a gatekeeper, and the meeting is not cleared with him."),
    N_ ("Not cleared at the gate"),
    N_ ("Who goes round the gatekeeper once does not get in a second time."), check_gate, NULL },
};

QH_DEFINE_RULE_GROUP (people, rules)

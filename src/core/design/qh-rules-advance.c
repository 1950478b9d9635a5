/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about the ask: the commitment we ask for, and what we ask for if he says no. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* So much of an ask is quoted. */
#define ASK_CHARS 80

static void
check_missing (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  if (!qh_text_is_empty (facts->meeting->ask))
    return;
  qh_rule_add (rule, findings, g_strdup (_ ("The plan names no commitment that we ask for.")));
}

static void
check_no_fallback (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *ask = NULL;

  if (qh_text_is_empty (facts->meeting->ask) || !qh_text_is_empty (facts->meeting->fallback))
    return;
  ask = qh_text_shorten (facts->meeting->ask, ASK_CHARS);
  qh_rule_add (rule, findings,
               /* Translators: the commitment we ask for */
               g_strdup_printf (_ ("We ask for “%s”, and for nothing smaller instead."), ask));
}

static const QhRule rules[] = {
  { "advance.missing", QH_LEVEL_WARNING, 6, N_ ("The plan asks for no commitment."),
    N_ ("Nothing is asked for"),
    N_ ("Without a next step that he agrees to, the meeting ends where it began."), check_missing,
    NULL },
  { "advance.no-fallback", QH_LEVEL_HINT, 2, N_ ("There is an ask, but no fallback."),
    N_ ("And if he says no?"),
    N_ ("A no is easier to say, and to hear, when something smaller is ready."), check_no_fallback,
    NULL },
};

QH_DEFINE_RULE_GROUP (advance, rules)

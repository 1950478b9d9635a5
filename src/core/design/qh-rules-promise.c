/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about what was promised to the client: what is overdue is spoken of, and nobody is
 * surprised by what falls due. */
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* Without a due day a promise is never overdue. */
gboolean
qh_rule_is_overdue (const QhFacts *facts, QhPromise *promise)
{
  return promise->status == QH_PROMISE_STATUS_OPEN && promise->due != NULL &&
         g_strcmp0 (promise->due, facts->today) < 0 &&
         !qh_rule_is_linked (facts, QH_LINK_PROMISE, QH_RECORD (promise));
}

static gboolean
is_due (const QhFacts *facts, QhPromise *promise)
{
  return promise->status == QH_PROMISE_STATUS_OPEN && promise->due != NULL && facts->day != NULL &&
         g_strcmp0 (facts->today, promise->due) <= 0 && g_strcmp0 (promise->due, facts->day) <= 0;
}

/* How many there are, and the one that is due first. */
static guint
count_promises (const QhFacts *facts, gboolean (*is_one) (const QhFacts *, QhPromise *),
                QhPromise **first)
{
  GPtrArray *promises = facts->context->promises;
  guint n = 0;

  *first = NULL;
  for (guint i = 0; i < promises->len; i++) {
    QhPromise *promise = g_ptr_array_index (promises, i);
    int order;
    if (!is_one (facts, promise))
      continue;
    n++;
    order = *first != NULL ? g_strcmp0 (promise->due, (*first)->due) : -1;
    if (order == 0)
      order = g_strcmp0 (QH_RECORD (promise)->id, QH_RECORD (*first)->id);
    if (order < 0)
      *first = promise;
  }
  return n;
}

static void
check_overdue (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhPromise *first;
  guint n = count_promises (facts, qh_rule_is_overdue, &first);
  g_autofree char *due = NULL;
  QhFinding *finding;

  if (n == 0)
    return;
  due = qh_date_label (first->due, facts->context->now, facts->context->zone);
  finding = qh_rule_add (
      rule, findings,
      /* Translators: a promise and a day */
      g_strdup_printf (ngettext ("“%s” was due on %s, and is neither kept nor broken.",
                                 "“%s” was due on %s, and is neither kept nor broken; %u promises "
                                 "are past due.",
                                 n),
                       first->what, due, n));
  if (QH_RECORD (first)->id != NULL)
    qh_rule_set_fix (finding, ngettext ("Add it to the opening", "Add them to the opening", n));
}

static void
fix_overdue (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  GPtrArray *promises = facts->context->promises;

  for (guint i = 0; i < promises->len; i++) {
    QhPromise *promise = g_ptr_array_index (promises, i);
    if (qh_rule_is_overdue (facts, promise))
      qh_rule_open_with (facts, QH_LINK_PROMISE, QH_RECORD (promise), promise->what);
  }
}

static void
check_due (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhPromise *first;
  guint n = count_promises (facts, is_due, &first);
  g_autofree char *due = NULL;

  if (n == 0)
    return;
  due = qh_date_label (first->due, facts->context->now, facts->context->zone);
  qh_rule_add (rule, findings,
               /* Translators: a promise and a day */
               g_strdup_printf (ngettext ("“%s” is due on %s.",
                                          "“%s” is due on %s; %u promises fall due before the "
                                          "meeting.",
                                          n),
                                first->what, due, n));
}

static const QhRule rules[] = {
  { "promise.overdue", QH_LEVEL_WARNING, 12,
    N_ ("A promise to this client is past due, neither kept nor broken, and no segment links to "
        "it."),
    N_ ("A promise is overdue"),
    N_ ("Whoever waits for what we said hears nothing else. Speak of it first."), check_overdue,
    fix_overdue },
  { "promise.due", QH_LEVEL_HINT, 3, N_ ("An open promise falls due before the meeting is over."),
    N_ ("A promise falls due before"),
    N_ ("Kept before we meet, it opens the meeting; forgotten, it is the meeting."), check_due,
    NULL },
};

QH_DEFINE_RULE_GROUP (promise, rules)

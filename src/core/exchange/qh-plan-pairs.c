/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places two plans beside one another; what has changed is what qh-plan-diff.h says. */
#include "exchange/qh-plan-pairs.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct {
  const QhPlanComparison *compared;
  GPtrArray *pairs;
} Pairing;

void
qh_plan_pair_free (QhPlanPair *pair)
{
  g_free (pair->place);
  g_free (pair->before);
  g_free (pair->after);
  g_free (pair);
}

const char *
qh_pair_state_label (QhPairState state)
{
  switch (state) {
  case QH_PAIR_CHANGED:
    return _ ("Changed");
  case QH_PAIR_NEW:
    /* Translators: of a part of a plan that was not in it before */
    return C_ ("plan", "New");
  case QH_PAIR_GONE:
    /* Translators: of a part of a plan that is no longer in it */
    return C_ ("plan", "Gone");
  case QH_PAIR_SAME:
  default:
    return "";
  }
}

/* Takes the texts. */
static void
add (const Pairing *pairing, char *place, char *before, char *after, gboolean is_changed)
{
  QhPlanPair *pair = g_new0 (QhPlanPair, 1);

  *pair = (QhPlanPair){ place, before, after, is_changed ? QH_PAIR_CHANGED : QH_PAIR_SAME };
  if (before == NULL)
    pair->state = QH_PAIR_NEW;
  else if (after == NULL)
    pair->state = QH_PAIR_GONE;
  g_ptr_array_add (pairing->pairs, pair);
}

/* --- The meeting */

static const char *const aims[] = { "output", "measure", "ask", "fallback", NULL };

static const QhPlanChange *
find_change (const Pairing *pairing, const char *segment, const QhField *field)
{
  for (guint i = 0; i < pairing->compared->changes->len; i++) {
    const QhPlanChange *change = pairing->compared->changes->pdata[i];
    if (g_strcmp0 (change->segment, segment) == 0 && change->field == field)
      return change;
  }
  return NULL;
}

static void
pair_aims (const Pairing *pairing)
{
  QhRecord *was = QH_RECORD (qh_plan_get_meeting (pairing->compared->before->context->plan));
  QhRecord *is = QH_RECORD (qh_plan_get_meeting (pairing->compared->after->context->plan));

  for (guint i = 0; aims[i] != NULL; i++) {
    const QhField *field = qh_entity_field (&qh_meeting_entity, aims[i]);
    char *before = qh_record_get_text (was, field);
    char *after = qh_record_get_text (is, field);
    if (before != NULL || after != NULL)
      add (pairing, g_strdup (_ (field->label)), before, after,
           find_change (pairing, NULL, field) != NULL);
  }
}

/* What has changed in the meeting beside its aims, and who is there. */
static void
pair_rest (const Pairing *pairing)
{
  for (guint i = 0; i < pairing->compared->changes->len; i++) {
    const QhPlanChange *change = pairing->compared->changes->pdata[i];
    gboolean is_aim = change->field != NULL && g_strv_contains (aims, change->field->name);
    if (change->segment != NULL || is_aim)
      continue;
    add (pairing, g_strdup (change->where), g_strdup (change->before), g_strdup (change->after),
         TRUE);
  }
}

/* --- Segments */

/* Those that are in the text of a segment anyway. */
static const char *const in_text[] = { "title", "kind", "seconds", NULL };

/* "Invoices", below it kind and length, and below that what else has changed. */
static char *
describe (const Pairing *pairing, QhSegment *segment, gboolean after)
{
  g_autofree char *title = qh_record_title (QH_RECORD (segment));
  g_autofree char *length = qh_length_label (segment->seconds);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s\n%s, %s", title, qh_enum_label (qh_segment_kind_values, segment->kind),
                   length);
  for (guint i = 0; i < pairing->compared->changes->len; i++) {
    const QhPlanChange *change = pairing->compared->changes->pdata[i];
    const char *said = after ? change->after : change->before;
    if (change->field == NULL || g_strcmp0 (change->segment, QH_RECORD (segment)->id) != 0 ||
        g_strv_contains (in_text, change->field->name))
      continue;
    /* Translators: a field of a segment, and what it says; a dash where it is empty */
    g_string_append_printf (text, _ ("\n%s: %s"), _ (change->field->label),
                            said != NULL ? said : "–");
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_changed (const Pairing *pairing, const char *segment)
{
  for (guint i = 0; i < pairing->compared->changes->len; i++) {
    const QhPlanChange *change = pairing->compared->changes->pdata[i];
    if (g_strcmp0 (change->segment, segment) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
number (gint64 position)
{
  return g_strdup_printf (_ ("Segment %" PRId64), position + 1);
}

/* The place says so where it is another now. */
static char *
number_of (const Pairing *pairing, QhSegment *was, QhSegment *is)
{
  if (find_change (pairing, QH_RECORD (is)->id, NULL) == NULL || was->position == is->position)
    return number (is->position);
  return g_strdup_printf (_ ("Segment %" PRId64 ", before %" PRId64), is->position + 1,
                          was->position + 1);
}

/* What stood at @position and after it, and is gone. */
static void
pair_gone (const Pairing *pairing, guint position)
{
  QhPlan *before = pairing->compared->before->context->plan;
  QhPlan *after = pairing->compared->after->context->plan;

  for (guint i = position; i < qh_plan_n_segments (before); i++) {
    QhSegment *was = qh_plan_segment (before, i);
    if (qh_plan_find_segment (after, QH_RECORD (was)->id) != NULL)
      return;
    add (pairing, number (was->position), describe (pairing, was, FALSE), NULL, TRUE);
  }
}

static void
pair_segments (const Pairing *pairing)
{
  QhPlan *before = pairing->compared->before->context->plan;
  QhPlan *after = pairing->compared->after->context->plan;

  pair_gone (pairing, 0);
  for (guint i = 0; i < qh_plan_n_segments (after); i++) {
    QhSegment *is = qh_plan_segment (after, i);
    QhSegment *was = qh_plan_find_segment (before, QH_RECORD (is)->id);
    if (was == NULL) {
      add (pairing, number (is->position), NULL, describe (pairing, is, TRUE), TRUE);
      continue;
    }
    add (pairing, number_of (pairing, was, is), describe (pairing, was, FALSE),
         describe (pairing, is, TRUE), is_changed (pairing, QH_RECORD (is)->id));
    pair_gone (pairing, (guint)was->position + 1);
  }
}

GPtrArray *
qh_plan_pairs (const QhPlanComparison *compared)
{
  Pairing pairing = { compared,
                      g_ptr_array_new_with_free_func ((GDestroyNotify)qh_plan_pair_free) };

  g_return_val_if_fail (compared != NULL, NULL);
  pair_aims (&pairing);
  pair_segments (&pairing);
  pair_rest (&pairing);
  return pairing.pairs;
}

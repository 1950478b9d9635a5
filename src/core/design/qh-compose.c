/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compose: candidates, the search, the texts, and then the review of it all, whose words also say
 * what could not be done. */
#include "design/qh-compose.h"
#include "base/qh-text.h"
#include "design/qh-compose-private.h"
#include <glib/gi18n-lib.h>

static void
reason_free (QhReason *reason)
{
  g_free (reason->text);
  g_free (reason->id);
  g_free (reason);
}

void
qh_composed_free (QhComposed *composed)
{
  g_object_unref (composed->plan);
  g_clear_pointer (&composed->review, qh_design_review_free);
  g_ptr_array_unref (composed->reasons);
  g_ptr_array_unref (composed->lacks);
  g_free (composed);
}

/* --- The plan */

static void
add_pick (QhPlan *plan, const QhComposePick *pick)
{
  g_autoptr (QhRecord) segment = qh_record_duplicate (QH_RECORD (pick->candidate->segment));

  qh_record_set_int (segment, "seconds", pick->seconds);
  qh_plan_insert (plan, QH_SEGMENT (segment), G_MAXUINT);
}

static void
add_attendee (QhPlan *plan, QhContact *contact)
{
  g_autoptr (QhAttendee) attendee = qh_attendee_new ();

  qh_record_set_string (QH_RECORD (attendee), "contact", QH_RECORD (contact)->id);
  qh_plan_add_attendee (plan, attendee);
}

static gboolean
is_before (QhContact *a, QhContact *b)
{
  int order = g_strcmp0 (a->name, b->name);

  return order != 0 ? order < 0 : g_strcmp0 (QH_RECORD (a)->id, QH_RECORD (b)->id) < 0;
}

/* Who decides there; borrowed, NULL: nobody is known. */
static QhContact *
find_decider (const QhContext *context)
{
  QhContact *decider = NULL;

  for (guint i = 0; i < context->contacts->len; i++) {
    QhContact *contact = g_ptr_array_index (context->contacts, i);
    if (contact->role == QH_CONTACT_ROLE_DECIDES && QH_RECORD (contact)->id != NULL &&
        (decider == NULL || is_before (contact, decider)))
      decider = contact;
  }
  return decider;
}

/* Whoever said what the plan takes up; borrowed. */
static QhContact *
find_speaker (const QhContext *context, QhPlan *plan)
{
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhRemark *remark = qh_context_find (context->remarks, qh_plan_segment (plan, i)->remark);
    QhContact *contact =
        remark != NULL ? qh_context_find (context->contacts, remark->contact) : NULL;
    if (contact != NULL)
      return contact;
  }
  return NULL;
}

static void
take_attendees (const QhContext *context, QhPlan *plan)
{
  GListModel *present = qh_plan_get_attendees (context->plan);
  QhContact *contact = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (present); i++) {
    g_autoptr (QhRecord) attendee = g_list_model_get_item (present, i);
    g_autoptr (QhRecord) copy = qh_record_duplicate (attendee);
    qh_plan_add_attendee (plan, QH_ATTENDEE (copy));
  }
  if (g_list_model_get_n_items (present) > 0)
    return;
  contact = find_decider (context);
  if (contact == NULL)
    contact = find_speaker (context, plan);
  if (contact != NULL)
    add_attendee (plan, contact);
}

static QhPlan *
make_plan (const QhContext *context, const GArray *picks)
{
  QhMeeting *present = qh_plan_get_meeting (context->plan);
  g_autoptr (QhRecord) meeting = qh_record_duplicate (QH_RECORD (present));
  QhPlan *plan = qh_plan_new (QH_MEETING (meeting));

  if (context->client->no_phone && present->mode == QH_MEETING_MODE_PHONE)
    qh_record_set_int (meeting, "mode", QH_MEETING_MODE_ON_SITE);
  for (guint i = 0; i < picks->len; i++)
    add_pick (plan, &g_array_index (picks, QhComposePick, i));
  take_attendees (context, plan);
  return plan;
}

static GPtrArray *
list_reasons (const QhContext *context, const GArray *picks)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)reason_free);
  g_auto (QhFacts) facts;

  qh_facts_init (&facts, context);
  for (guint i = 0; i < picks->len; i++)
    g_ptr_array_add (reasons,
                     qh_compose_reason (&facts, g_array_index (picks, QhComposePick, i).candidate));
  return reasons;
}

/* --- What it could not do */

static void
add_lack (QhComposed *composed, const char *sentence)
{
  g_ptr_array_add (composed->lacks, g_strdup (sentence));
}

static gboolean
is_rule (const QhFinding *finding, const char *rule)
{
  return g_strcmp0 (finding->rule, rule) == 0;
}

/* What still stands against the plan; of some it is known why. */
static void
add_finding (QhComposed *composed, const QhContext *context, const QhFinding *finding)
{
  if (is_rule (finding, "scarce.none"))
    add_lack (composed, _ ("No content is left for him that others could not give, or none of it "
                           "fits into the time."));
  else if (is_rule (finding, "people.none") && context->contacts->len == 0)
    add_lack (composed, _ ("No contact of his is known who could take part."));
  else if (is_rule (finding, "people.none"))
    add_lack (composed, _ ("It is not known which of his contacts decides."));
  else if (is_rule (finding, "mode.aesthetics-unaligned"))
    add_lack (composed, _ ("It is not known what we stand for with him: no value proposition is "
                           "named."));
  else
    add_lack (composed, finding->text);
}

static void
list_lacks (QhComposed *composed, const QhContext *context)
{
  g_ptr_array_set_size (composed->lacks, 0);
  if (composed->is_unknown)
    add_lack (composed, _ ("Nothing is known about him yet: no words of his, no friction, no "
                           "promise. So the plan is three questions to him."));
  if (qh_plan_n_segments (composed->plan) == 0)
    add_lack (composed, _ ("The time is too short for a segment: one takes a minute at least."));
  for (guint i = 0; i < composed->review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (composed->review->findings, i);
    if (finding->accepted == NULL && finding->points > 0)
      add_finding (composed, context, finding);
  }
}

/* --- All of it */

void
qh_composed_judge (QhComposed *composed, const QhContext *context)
{
  QhContext proposed = *context; /* everything stays as it was given, but the plan */

  proposed.plan = composed->plan;
  g_clear_pointer (&composed->review, qh_design_review_free);
  composed->review = qh_design_review_new (&proposed);
  list_lacks (composed, context);
}

QhComposed *
qh_compose_new (const QhContext *context)
{
  QhComposed *composed = g_new0 (QhComposed, 1);
  g_autoptr (GPtrArray) candidates = qh_compose_candidates (context, &composed->is_unknown);
  g_autoptr (GArray) picks = qh_compose_search (context, candidates);

  composed->lacks = g_ptr_array_new_with_free_func (g_free);
  composed->plan = make_plan (context, picks);
  composed->reasons = list_reasons (context, picks);
  qh_compose_say (context, composed->plan, composed->is_unknown, 0);
  qh_composed_judge (composed, context);
  return composed;
}

gboolean
qh_composed_reword (QhComposed *composed, const QhContext *context)
{
  if (!qh_text_is_empty (qh_plan_get_meeting (context->plan)->output) ||
      !qh_compose_say (context, composed->plan, composed->is_unknown, composed->wording + 1))
    return FALSE;
  composed->wording++;
  qh_composed_judge (composed, context);
  return TRUE;
}

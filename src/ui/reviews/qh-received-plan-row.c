/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-received-plan-row.h"
#include "model/qh-client.h"
#include "model/qh-meeting.h"
#include "model/qh-review.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

#define SHOWN                                                                     \
  (QH_ENTITY_BIT (&qh_received_plan_entity) | QH_ENTITY_BIT (&qh_review_entity) | \
   QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_client_entity))

struct _QhReceivedPlanRow {
  QhRow parent_instance;

  QhStore *store;
  char *title, *facts, *aim, *score, *pill;
};

G_DEFINE_FINAL_TYPE (QhReceivedPlanRow, qh_received_plan_row, QH_TYPE_ROW)

enum { PROP_TITLE = 1, PROP_FACTS, PROP_AIM, PROP_SCORE, PROP_SCORE_CLASSES, PROP_PILL, N_PROPS };
static GParamSpec *props[N_PROPS];

char *
qh_received_plan_facts (QhReceivedPlan *plan, gint64 now)
{
  g_return_val_if_fail (QH_IS_RECEIVED_PLAN (plan), NULL);

  g_autofree char *when =
      plan->start != QH_NONE ? qh_closure_when (NULL, plan->start, NULL, now) : NULL;
  /* Translators: which state of a plan it is: "revision 3" */
  g_autofree char *revision = g_strdup_printf (_ ("revision %d"), (int)plan->revision);
  g_autofree char *which = when ? qh_closure_join (NULL, when, revision) : g_strdup (revision);

  return plan->sender ? qh_closure_join (NULL, plan->sender, which) : g_steal_pointer (&which);
}

static void
clear (QhReceivedPlanRow *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->aim, g_free);
  g_clear_pointer (&self->score, g_free);
  g_clear_pointer (&self->pill, g_free);
}

/* The worst that is to be known of it before it is opened. */
static char *
describe_pill (QhReceivedPlan *plan)
{
  if (plan->conflict)
    return g_strdup (_ ("Two of one revision"));
  if (plan->blockers > 0)
    return g_strdup_printf (ngettext ("%d blocker", "%d blockers", (gulong)plan->blockers),
                            (int)plan->blockers);
  return plan->signer_key ? NULL : g_strdup (_ ("Unsigned"));
}

static void
show_plan (QhReceivedPlanRow *self, QhReceivedPlan *plan)
{
  self->title = g_strdup (plan->client ? plan->client : plan->title);
  self->facts = qh_received_plan_facts (plan, qh_clock_now (qh_store_get_clock (self->store)));
  self->aim = qh_closure_aim (NULL, plan->output, plan->title);
  self->score = qh_closure_score (NULL, plan->score != QH_NONE, (int)plan->score);
  self->pill = describe_pill (plan);
}

/* "Approved · Jo Ward · Thursday 26 November, 10:00 · revision 3" */
static char *
describe_review (QhReview *review, gint64 now)
{
  g_autofree char *when = qh_closure_when (NULL, review->at, NULL, now);
  g_autofree char *revision = g_strdup_printf (_ ("revision %d"), (int)review->revision);
  g_autofree char *which = qh_closure_join (NULL, when, revision);
  g_autofree char *whose = qh_closure_join (NULL, review->reviewer, which);

  if (review->decision != QH_REVIEW_DECISION_APPROVED)
    return g_steal_pointer (&whose);
  return qh_closure_join (NULL, qh_enum_label (qh_review_decision_values, review->decision), whose);
}

/* What is still to be done with its plan stands out. */
static void
show_review (QhReceivedPlanRow *self, QhReview *review)
{
  g_autoptr (QhRecord) meeting =
      qh_store_get (self->store, &qh_meeting_entity, review->meeting, NULL);
  g_autoptr (QhRecord) client =
      meeting ? qh_store_get (self->store, &qh_client_entity, QH_MEETING (meeting)->client, NULL)
              : NULL;

  self->title = g_strdup (client ? QH_CLIENT (client)->name : NULL);
  self->facts = describe_review (review, qh_clock_now (qh_store_get_clock (self->store)));
  self->aim = g_strdup (review->summary ? review->summary
                        : meeting       ? QH_MEETING (meeting)->output
                                        : NULL);
  if (review->decision != QH_REVIEW_DECISION_APPROVED)
    self->pill = g_strdup (qh_enum_label (qh_review_decision_values, review->decision));
}

static void
qh_received_plan_row_show (QhRow *row, QhRecord *record)
{
  QhReceivedPlanRow *self = QH_RECEIVED_PLAN_ROW (row);

  clear (self);
  if (QH_IS_REVIEW (record))
    show_review (self, QH_REVIEW (record));
  else if (record)
    show_plan (self, QH_RECEIVED_PLAN (record));
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_store_changed (QhReceivedPlanRow *self, guint64 entities)
{
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & SHOWN) == 0)
    return;
  qh_received_plan_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_received_plan_row_describe (QhRow *row)
{
  QhReceivedPlanRow *self = QH_RECEIVED_PLAN_ROW (row);

  return qh_closure_meeting_label (NULL, self->title, self->facts, self->aim, self->score,
                                   self->pill);
}

static void
qh_received_plan_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhReceivedPlanRow *self = QH_RECEIVED_PLAN_ROW (object);
  QhRecord *record = qh_row_get_record (QH_ROW (self));
  gint64 score = QH_IS_RECEIVED_PLAN (record) ? QH_RECEIVED_PLAN (record)->score : QH_NONE;

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_AIM:
    g_value_set_string (value, self->aim);
    break;
  case PROP_SCORE:
    g_value_set_string (value, self->score);
    break;
  case PROP_SCORE_CLASSES:
    g_value_take_boxed (value, qh_closure_score_classes (NULL, score != QH_NONE, (int)score));
    break;
  case PROP_PILL:
    g_value_set_string (value, self->pill);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_received_plan_row_dispose (GObject *object)
{
  QhReceivedPlanRow *self = QH_RECEIVED_PLAN_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_received_plan_row_parent_class)->dispose (object);
}

static void
qh_received_plan_row_class_init (QhReceivedPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_received_plan_row_get_property;
  object_class->dispose = qh_received_plan_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_received_plan_row_show;
  QH_ROW_CLASS (klass)->describe = qh_received_plan_row_describe;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_AIM] = g_param_spec_string ("aim", NULL, NULL, NULL, flags);
  props[PROP_SCORE] = g_param_spec_string ("score", NULL, NULL, NULL, flags);
  props[PROP_SCORE_CLASSES] = g_param_spec_boxed ("score-classes", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_PILL] = g_param_spec_string ("pill", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/reviews/received-plan-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_received_plan_row_init (QhReceivedPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_received_plan_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhReceivedPlanRow *self = g_object_new (QH_TYPE_RECEIVED_PLAN_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}

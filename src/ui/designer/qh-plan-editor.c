/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Owns plan, context and review of one meeting. The plan is what the store says, but for a preview
 * (a drag that has not ended); the review is of the plan as it stands. */
#include "designer/qh-plan-editor.h"
#include "store/qh-gather.h"

/* Before the next frame is drawn. */
#define REVIEW_PRIORITY (G_PRIORITY_HIGH_IDLE + 15)

struct _QhPlanEditor {
  GObject parent_instance;

  QhStore *store;
  QhPlan *plan;
  QhContext *context;
  QhDesignReview *review;
  QhPlanReviews *reviews;
  QhSegment *current;
  guint idle_id;
  gboolean stale; /* the context is older than the store */
  gboolean previewing;
  gboolean gone;
};

G_DEFINE_FINAL_TYPE (QhPlanEditor, qh_plan_editor, G_TYPE_OBJECT)

enum { REVIEWED, FAILED, TOLD, SHOWN, CURRENT_CHANGED, GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The review */

static void
gather (QhPlanEditor *self)
{
  g_autoptr (GError) error = NULL;
  QhContext *context = qh_store_gather (self->store, self->plan, &error);

  if (context == NULL) {
    qh_plan_editor_fail (self, error);
    return;
  }
  g_clear_pointer (&self->review, qh_design_review_free);
  g_clear_pointer (&self->context, qh_context_free);
  self->context = context;
  self->stale = FALSE;
}

void
qh_plan_editor_settle (QhPlanEditor *self)
{
  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  if (self->idle_id == 0 || self->gone)
    return;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->stale)
    gather (self);
  g_clear_pointer (&self->review, qh_design_review_free);
  self->review = qh_design_review_new (self->context);
  g_signal_emit (self, signals[REVIEWED], 0);
}

static gboolean
on_idle (gpointer data)
{
  qh_plan_editor_settle (QH_PLAN_EDITOR (data));
  return G_SOURCE_REMOVE;
}

static void
queue_review (QhPlanEditor *self, gboolean stale)
{
  self->stale |= stale;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (REVIEW_PRIORITY, on_idle, self, NULL);
}

/* --- Following the store */

static guint
find_in (GListModel *list, gpointer item)
{
  guint position;

  return g_list_store_find (G_LIST_STORE (list), item, &position) ? position : G_MAXUINT;
}

static void
follow_segments (QhPlan *plan, QhPlan *fresh)
{
  GListModel *present = qh_plan_get_segments (plan), *wanted = qh_plan_get_segments (fresh);

  for (guint i = qh_plan_n_segments (plan); i-- > 0;)
    if (find_in (wanted, qh_plan_segment (plan, i)) == G_MAXUINT)
      qh_plan_remove (plan, qh_plan_segment (plan, i));
  for (guint i = 0; i < qh_plan_n_segments (fresh); i++) {
    QhSegment *segment = qh_plan_segment (fresh, i);

    if (find_in (present, segment) == G_MAXUINT)
      qh_plan_insert (plan, segment, i);
    else
      qh_plan_move (plan, segment, i);
  }
}

static void
follow_attendees (QhPlan *plan, QhPlan *fresh)
{
  GListModel *present = qh_plan_get_attendees (plan), *wanted = qh_plan_get_attendees (fresh);

  for (guint i = g_list_model_get_n_items (present); i-- > 0;) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (present, i);

    if (find_in (wanted, attendee) == G_MAXUINT)
      qh_plan_remove_attendee (plan, attendee);
  }
  for (guint i = 0; i < g_list_model_get_n_items (wanted); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (wanted, i);

    if (find_in (present, attendee) == G_MAXUINT)
      qh_plan_add_attendee (plan, attendee);
  }
}

static void
leave (QhPlanEditor *self)
{
  self->gone = TRUE;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_emit (self, signals[GONE], 0);
}

/* The same plan, with what is in the store: lists change only where they differ. */
static void
follow (QhPlanEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlan) fresh =
      qh_store_load_plan (self->store, QH_RECORD (qh_plan_editor_get_meeting (self))->id, &error);

  if (g_error_matches (error, QH_ERROR, QH_ERROR_NOT_FOUND)) {
    leave (self);
    return;
  }
  if (fresh == NULL) {
    qh_plan_editor_fail (self, error);
    return;
  }
  follow_segments (self->plan, fresh);
  follow_attendees (self->plan, fresh);
  if (self->current != NULL &&
      find_in (qh_plan_get_segments (self->plan), self->current) == G_MAXUINT)
    qh_plan_editor_set_current (self, NULL);
}

static void
on_store_changed (QhPlanEditor *self, guint64 entities)
{
  QhEntities of_plan = QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_segment_entity) |
                       QH_ENTITY_BIT (&qh_attendee_entity);

  if (self->gone)
    return;
  if ((entities & of_plan) != 0 && !self->previewing)
    follow (self);
  if (!self->gone)
    queue_review (self, TRUE);
}

/* --- The object */

static void
qh_plan_editor_dispose (GObject *object)
{
  QhPlanEditor *self = QH_PLAN_EDITOR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->current);
  g_clear_object (&self->reviews);
  g_clear_pointer (&self->review, qh_design_review_free);
  g_clear_pointer (&self->context, qh_context_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_plan_editor_parent_class)->dispose (object);
}

static void
qh_plan_editor_class_init (QhPlanEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_plan_editor_dispose;
  signals[REVIEWED] =
      g_signal_new ("reviewed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, qh_segment_get_type ());
  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] =
      g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qh_plan_editor_init (QhPlanEditor *self)
{
}

QhPlanEditor *
qh_plan_editor_new (QhStore *store, const char *meeting, GError **error)
{
  g_autoptr (QhPlanEditor) self = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting != NULL, NULL);

  self = g_object_new (QH_TYPE_PLAN_EDITOR, NULL);
  self->store = g_object_ref (store);
  self->plan = qh_store_load_plan (store, meeting, error);
  if (self->plan == NULL)
    return NULL;
  self->context = qh_store_gather (store, self->plan, error);
  if (self->context == NULL)
    return NULL;
  self->review = qh_design_review_new (self->context);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

QhStore *
qh_plan_editor_get_store (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return self->store;
}

QhPlan *
qh_plan_editor_get_plan (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return self->plan;
}

QhMeeting *
qh_plan_editor_get_meeting (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return qh_plan_get_meeting (self->plan);
}

const QhContext *
qh_plan_editor_get_context (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return self->context;
}

const QhDesignReview *
qh_plan_editor_get_review (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return self->review;
}

QhPlanReviews *
qh_plan_editor_get_reviews (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  if (self->reviews == NULL) {
    self->reviews = qh_plan_reviews_new (self->store, qh_plan_editor_get_meeting (self));
    g_signal_connect_object (self->reviews, "failed", G_CALLBACK (qh_plan_editor_fail), self,
                             G_CONNECT_SWAPPED);
  }
  return self->reviews;
}

QhSegment *
qh_plan_editor_get_current (QhPlanEditor *self)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  return self->current;
}

void
qh_plan_editor_set_current (QhPlanEditor *self, QhSegment *segment)
{
  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  if (g_set_object (&self->current, segment))
    g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

void
qh_plan_editor_show (QhPlanEditor *self, QhSegment *segment)
{
  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  g_return_if_fail (segment != NULL);
  g_signal_emit (self, signals[SHOWN], 0, segment);
}

char *
qh_finding_name (const QhFinding *finding)
{
  return g_strjoin ("\n", finding->rule, finding->segment != NULL ? finding->segment : "",
                    finding->key != NULL ? finding->key : "", NULL);
}

const QhFinding *
qh_plan_editor_find_finding (QhPlanEditor *self, const char *name)
{
  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), NULL);
  for (guint i = 0; self->review != NULL && i < self->review->findings->len; i++) {
    const QhFinding *finding = self->review->findings->pdata[i];
    g_autofree char *found = qh_finding_name (finding);

    if (g_str_equal (found, name))
      return finding;
  }
  return NULL;
}

void
qh_plan_editor_preview (QhPlanEditor *self)
{
  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  self->previewing = TRUE;
  queue_review (self, FALSE);
}

static gboolean
save_all (QhPlanEditor *self, const char *label, GPtrArray *extra, GError **error)
{
  if (!qh_store_begin (self->store, label, error))
    return FALSE;
  for (guint i = 0; extra != NULL && i < extra->len; i++)
    if (!qh_store_save (self->store, extra->pdata[i], error)) {
      qh_store_rollback (self->store);
      return FALSE;
    }
  if (!qh_store_save_plan (self->store, self->plan, label, error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  return qh_store_commit (self->store, error);
}

/* What could not be saved is taken back: the plan, and what was saved beside it, is what the store
 * says. */
static void
revert (QhPlanEditor *self, GPtrArray *extra)
{
  for (guint i = 0; extra != NULL && i < extra->len; i++)
    if (QH_RECORD (extra->pdata[i])->id != NULL)
      qh_store_revert (self->store, extra->pdata[i]);
  qh_store_revert (self->store, QH_RECORD (qh_plan_editor_get_meeting (self)));
  for (guint i = 0; i < qh_plan_n_segments (self->plan); i++)
    qh_store_revert (self->store, QH_RECORD (qh_plan_segment (self->plan, i)));
  follow (self);
}

gboolean
qh_plan_editor_save (QhPlanEditor *self, const char *label, GPtrArray *extra)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (self), FALSE);
  self->previewing = FALSE;
  saved = save_all (self, label, extra, &error);
  queue_review (self, TRUE);
  if (saved)
    return TRUE;
  qh_plan_editor_fail (self, error);
  revert (self, extra);
  return FALSE;
}

void
qh_plan_editor_fail (QhPlanEditor *self, const GError *error)
{
  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  g_return_if_fail (error != NULL);
  g_signal_emit (self, signals[FAILED], 0, error);
}

void
qh_plan_editor_tell (QhPlanEditor *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_if_fail (QH_IS_PLAN_EDITOR (self));
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_signal_emit (self, signals[TOLD], 0, text);
}

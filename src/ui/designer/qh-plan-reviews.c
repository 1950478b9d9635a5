/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-plan-reviews.h"
#include "exchange/qh-plan-diff.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _QhPlanReviews {
  GObject parent_instance;

  QhStore *store;
  QhMeeting *meeting;
  GPtrArray *reviews, *comments;
  QhExport *awaited;
  int n_changes;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (QhPlanReviews, qh_plan_reviews, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What the store says */

static GPtrArray *
load (QhPlanReviews *self, const QhEntity *entity, const char *tail)
{
  const char *values[] = { QH_RECORD (self->meeting)->id, NULL };
  GPtrArray *found = qh_store_select (self->store, entity, tail, values, NULL);

  return found ? found : g_ptr_array_new ();
}

static void
read_reviews (QhPlanReviews *self)
{
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  self->reviews =
      load (self, &qh_review_entity, "WHERE meeting = ?1 ORDER BY at DESC, id DESC LIMIT 100");
  self->comments = load (self, &qh_comment_entity,
                         "WHERE review IN (SELECT id FROM review WHERE meeting = ?1)"
                         " ORDER BY (SELECT at FROM review WHERE id = comment.review) DESC,"
                         " review DESC, id LIMIT 1000");
}

static gint64
reviewed_revision (QhPlanReviews *self)
{
  return self->reviews->len > 0 ? QH_REVIEW (self->reviews->pdata[0])->revision : 0;
}

/* What left waits while the meeting is submitted: its review takes that back, or approves it. */
static void
read_awaited (QhPlanReviews *self)
{
  g_clear_object (&self->awaited);
  if (self->meeting->status == QH_MEETING_STATUS_SUBMITTED)
    self->awaited = qh_plan_find_kept (self->store, QH_RECORD (self->meeting)->id, 0);
}

gint64
qh_plan_reviews_get_base (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), 0);
  return self->awaited ? self->awaited->revision : reviewed_revision (self);
}

/* Nothing is held against what did not leave. */
static int
count_changes (QhPlanReviews *self)
{
  gint64 revision = qh_plan_reviews_get_base (self);
  g_autoptr (GPtrArray) changes =
      revision > 0
          ? qh_plan_changes_since (self->store, QH_RECORD (self->meeting)->id, revision, NULL)
          : NULL;

  return changes ? (int)changes->len : -1;
}

static void
read_all (QhPlanReviews *self)
{
  read_reviews (self);
  read_awaited (self);
  self->n_changes = count_changes (self);
}

static gboolean
on_idle (gpointer data)
{
  QhPlanReviews *self = QH_PLAN_REVIEWS (data);

  self->idle_id = 0;
  read_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* What a plan says hangs on much, so anything may have changed it; a plan that never left costs two
 * look-ups. */
static void
on_store_changed (QhPlanReviews *self, guint64 entities)
{
  if (!self->idle_id)
    self->idle_id = g_idle_add (on_idle, self);
}

/* --- The object */

static void
qh_plan_reviews_dispose (GObject *object)
{
  QhPlanReviews *self = QH_PLAN_REVIEWS (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_object (&self->awaited);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_plan_reviews_parent_class)->dispose (object);
}

static void
qh_plan_reviews_class_init (QhPlanReviewsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_plan_reviews_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
qh_plan_reviews_init (QhPlanReviews *self)
{
}

QhPlanReviews *
qh_plan_reviews_new (QhStore *store, QhMeeting *meeting)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting, NULL);

  QhPlanReviews *self = g_object_new (QH_TYPE_PLAN_REVIEWS, NULL);
  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  read_all (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

QhStore *
qh_plan_reviews_get_store (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), NULL);
  return self->store;
}

GPtrArray *
qh_plan_reviews_get_reviews (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), NULL);
  return self->reviews;
}

GPtrArray *
qh_plan_reviews_get_comments (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), NULL);
  return self->comments;
}

QhReview *
qh_plan_reviews_find (QhPlanReviews *self, const char *review)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), NULL);
  for (guint i = 0; i < self->reviews->len; i++)
    if (g_strcmp0 (QH_RECORD (self->reviews->pdata[i])->id, review) == 0)
      return self->reviews->pdata[i];
  return NULL;
}

QhExport *
qh_plan_reviews_get_awaited (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), NULL);
  return self->awaited;
}

int
qh_plan_reviews_get_n_changes (QhPlanReviews *self)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), -1);
  return self->n_changes;
}

GPtrArray *
qh_plan_reviews_list (QhPlanReviews *self, const char *segment)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), comments);
  for (guint i = 0; i < self->comments->len; i++)
    if (g_strcmp0 (QH_COMMENT (self->comments->pdata[i])->segment, segment) == 0)
      g_ptr_array_add (comments, g_object_ref (self->comments->pdata[i]));
  return comments;
}

static gboolean
save (QhPlanReviews *self, QhComment *comment, const char *label, GError **error)
{
  if (!qh_store_begin (self->store, label, error))
    return FALSE;
  if (qh_store_save (self->store, QH_RECORD (comment), error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

gboolean
qh_plan_reviews_set_done (QhPlanReviews *self, QhComment *comment, gboolean is_done)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (self), FALSE);
  g_return_val_if_fail (QH_IS_COMMENT (comment), FALSE);
  g_object_set (comment, "done", is_done, NULL);
  if (save (self, comment, is_done ? _ ("Mark a comment as done") : _ ("Mark a comment as open"),
            &error))
    return TRUE;
  qh_store_revert (self->store, QH_RECORD (comment));
  g_signal_emit (self, signals[FAILED], 0, error);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cache holds the figures weakly: what no row shows is forgotten. */
#include "widgets/qh-figures.h"
#include "design/qh-design-review.h"
#include "store/qh-gather.h"

/* Milliseconds before the first is worked out: the page whose rows ask for it is drawn first. */
#define PAUSE 100

struct _QhFigures {
  GObject parent_instance;

  char *meeting;
  GArray *blocks; /* QhBlock without titles */
  gint64 limit;
  gboolean is_known;
  int score;
  guint blockers;
  char *blocking;
  const char *answer;
};

G_DEFINE_FINAL_TYPE (QhFigures, qh_figures, G_TYPE_OBJECT)

enum { PROP_IS_KNOWN = 1, PROP_SCORE, PROP_BLOCKERS, PROP_BLOCKING, PROP_ANSWER, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_figures_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFigures *self = QH_FIGURES (object);

  switch (id) {
  case PROP_IS_KNOWN:
    g_value_set_boolean (value, self->is_known);
    break;
  case PROP_SCORE:
    g_value_set_int (value, self->score);
    break;
  case PROP_BLOCKERS:
    g_value_set_uint (value, self->blockers);
    break;
  case PROP_BLOCKING:
    g_value_set_string (value, self->blocking);
    break;
  case PROP_ANSWER:
    g_value_set_string (value, self->answer);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_figures_finalize (GObject *object)
{
  QhFigures *self = QH_FIGURES (object);

  g_free (self->meeting);
  g_free (self->blocking);
  g_array_unref (self->blocks);

  G_OBJECT_CLASS (qh_figures_parent_class)->finalize (object);
}

static void
qh_figures_class_init (QhFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_figures_get_property;
  object_class->finalize = qh_figures_finalize;

  props[PROP_IS_KNOWN] = g_param_spec_boolean ("is-known", NULL, NULL, FALSE, flags);
  props[PROP_SCORE] = g_param_spec_int ("score", NULL, NULL, 0, 100, 0, flags);
  props[PROP_BLOCKERS] = g_param_spec_uint ("blockers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_BLOCKING] = g_param_spec_string ("blocking", NULL, NULL, NULL, flags);
  props[PROP_ANSWER] = g_param_spec_string ("answer", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_figures_init (QhFigures *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QhBlock));
  self->limit = 15 * QH_MINUTE;
}

const QhBlock *
qh_figures_get_blocks (QhFigures *self, guint *n_blocks, gint64 *limit)
{
  g_return_val_if_fail (QH_IS_FIGURES (self), NULL);

  *n_blocks = self->blocks->len;
  *limit = self->limit;
  return (const QhBlock *)self->blocks->data;
}

gboolean
qh_figures_is_known (QhFigures *self)
{
  g_return_val_if_fail (QH_IS_FIGURES (self), FALSE);

  return self->is_known;
}

int
qh_figures_get_score (QhFigures *self)
{
  g_return_val_if_fail (QH_IS_FIGURES (self), 0);

  return self->score;
}

static void
take_blocks (QhFigures *self, QhPlan *plan)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    QhBlock block = { .kind = segment->kind, .seconds = segment->seconds };
    g_array_append_val (self->blocks, block);
  }
}

static void
take_review (QhFigures *self, const QhDesignReview *review)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    if (finding->level == QH_LEVEL_BLOCKER && !finding->accepted)
      g_string_append_printf (lines, "%s%s", lines->len ? "\n" : "", finding->title);
  }
  self->score = review->score;
  self->limit = review->limit;
  self->blockers = review->blockers;
  g_free (self->blocking);
  self->blocking = lines->len ? g_strdup (lines->str) : NULL;
}

/* What became of a plan that is not on its way again; NULL: nobody was asked, or he agreed. */
static const char *
find_decision (QhStore *store, const char *meeting)
{
  const char *values[] = { meeting, NULL };
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_review_entity,
                       "WHERE meeting = ?1 ORDER BY at DESC, id DESC LIMIT 1", values, NULL);
  QhReview *review = found && found->len > 0 ? found->pdata[0] : NULL;

  if (!review || review->decision == QH_REVIEW_DECISION_APPROVED)
    return NULL;
  return qh_enum_label (qh_review_decision_values, review->decision);
}

static void
take_answer (QhFigures *self, QhStore *store, QhMeeting *meeting)
{
  self->answer = NULL;
  if (meeting->status == QH_MEETING_STATUS_DRAFT)
    self->answer = find_decision (store, self->meeting);
  else if (meeting->status == QH_MEETING_STATUS_SUBMITTED ||
           meeting->status == QH_MEETING_STATUS_APPROVED)
    self->answer = qh_enum_label (qh_meeting_status_values, meeting->status);
}

/* A meeting that is gone keeps the figures it had: its row goes with it. */
static void
compute (QhFigures *self, QhStore *store)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, self->meeting, NULL);
  g_autoptr (QhContext) context = plan ? qh_store_gather (store, plan, NULL) : NULL;
  g_autoptr (QhDesignReview) review = context ? qh_design_review_new (context) : NULL;

  if (!review)
    return;
  take_blocks (self, plan);
  take_review (self, review);
  take_answer (self, store, qh_plan_get_meeting (plan));
  self->is_known = TRUE;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

struct _QhFiguresCache {
  GObject parent_instance;

  QhStore *store;
  GHashTable *figures; /* meeting id -> QhFigures, weak */
  GQueue waiting; /* meeting ids */
  guint source;
  gboolean is_resting;
  gboolean is_stale; /* something has changed since it rests */
};

G_DEFINE_FINAL_TYPE (QhFiguresCache, qh_figures_cache, G_TYPE_OBJECT)

/* Works out the next one that is still wanted; FALSE when nothing waits. */
static gboolean
compute_next (QhFiguresCache *self)
{
  g_autofree char *meeting = g_queue_pop_head (&self->waiting);
  QhFigures *figures = meeting ? g_hash_table_lookup (self->figures, meeting) : NULL;

  if (figures) {
    g_autoptr (QhFigures) held = g_object_ref (figures);
    compute (held, self->store);
  }
  return meeting != NULL;
}

static gboolean
on_idle (gpointer user_data)
{
  QhFiguresCache *self = user_data;

  if (compute_next (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_paused (gpointer user_data)
{
  QhFiguresCache *self = user_data;

  self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Behind drawing and input, one meeting at a time. */
static void
enqueue (QhFiguresCache *self, const char *meeting)
{
  g_queue_push_tail (&self->waiting, g_strdup (meeting));
  if (self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, on_paused, self, NULL);
}

static void
enqueue_all (QhFiguresCache *self)
{
  GHashTableIter iter;
  gpointer meeting;

  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, &meeting, NULL))
    enqueue (self, meeting);
}

static void
on_store_changed (QhFiguresCache *self)
{
  if (self->is_resting)
    self->is_stale = TRUE;
  else
    enqueue_all (self);
}

/* Weak references are told before the object is finalized: its meeting still stands there. */
static void
on_figures_gone (gpointer user_data, GObject *where)
{
  QhFiguresCache *self = user_data;

  g_hash_table_remove (self->figures, ((QhFigures *)where)->meeting);
}

static void
qh_figures_cache_dispose (GObject *object)
{
  QhFiguresCache *self = QH_FIGURES_CACHE (object);
  GHashTableIter iter;
  gpointer figures;

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, NULL, &figures))
    g_object_weak_unref (figures, on_figures_gone, self);
  g_hash_table_remove_all (self->figures);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_figures_cache_parent_class)->dispose (object);
}

static void
qh_figures_cache_finalize (GObject *object)
{
  g_hash_table_unref (QH_FIGURES_CACHE (object)->figures);

  G_OBJECT_CLASS (qh_figures_cache_parent_class)->finalize (object);
}

static void
qh_figures_cache_class_init (QhFiguresCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qh_figures_cache_dispose;
  object_class->finalize = qh_figures_cache_finalize;
}

static void
qh_figures_cache_init (QhFiguresCache *self)
{
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

QhFiguresCache *
qh_figures_cache_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhFiguresCache *self = g_object_new (QH_TYPE_FIGURES_CACHE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

QhFigures *
qh_figures_cache_get (QhFiguresCache *self, const char *meeting)
{
  g_return_val_if_fail (QH_IS_FIGURES_CACHE (self), NULL);
  g_return_val_if_fail (meeting, NULL);

  QhFigures *figures = g_hash_table_lookup (self->figures, meeting);

  if (figures)
    return g_object_ref (figures);
  figures = g_object_new (QH_TYPE_FIGURES, NULL);
  figures->meeting = g_strdup (meeting);
  g_hash_table_insert (self->figures, g_strdup (meeting), figures);
  g_object_weak_ref (G_OBJECT (figures), on_figures_gone, self);
  enqueue (self, meeting);
  return figures;
}

void
qh_figures_cache_set_resting (QhFiguresCache *self, gboolean is_resting)
{
  g_return_if_fail (QH_IS_FIGURES_CACHE (self));

  self->is_resting = is_resting;
  if (is_resting || !self->is_stale)
    return;
  self->is_stale = FALSE;
  enqueue_all (self);
}

void
qh_figures_cache_settle (QhFiguresCache *self)
{
  g_return_if_fail (QH_IS_FIGURES_CACHE (self));

  while (compute_next (self))
    ;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip owns its blocks, keeps them in the order of the plan, lays them out by paper's ruler,
 * and turns the pointer into wishes. A block keeps its widget (and the focus) wherever it goes. */
#include "widgets/qh-strip-view.h"
#include "paper/qh-strip.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-strip-geometry.h"
#include <math.h>

/* Pixels at the end of a block where it is stretched. */
#define GRIP 10
/* Pixels before a click becomes a drag. */
#define THRESHOLD 4
#define DEFAULT_LIMIT (15 * QH_MINUTE)
#define MIN_WIDTH 200

typedef struct {
  QhStripBlock *block; /* NULL: nothing is dragged */
  gboolean stretching, moving;
  double from; /* where the pointer went down, along the line */
  double pointer; /* where it is */
  double grab; /* from the block's start to where it was taken */
  double scale;
  gint64 seconds; /* before */
  guint position; /* before */
} Drag;

struct _QhStripView {
  GtkWidget parent_instance;

  QhPlan *plan;
  GMenuModel *menu;
  gint64 limit;
  GPtrArray *blocks; /* QhStripBlock, by position */
  guint sync_id;
  Drag drag;
};

G_DEFINE_FINAL_TYPE (QhStripView, qh_strip_view, GTK_TYPE_WIDGET)

enum { SETUP_BLOCK, STRETCH, REORDER, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Along the line: from the left, or from the right where one reads so. */
static double
along (QhStripView *self, double x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x
                                                               : x;
}

/* The plan's blocks on the ruler. (transfer full) */
static QhSpan *
measure_spans (QhStripView *self, guint *n_blocks)
{
  g_autofree QhBlock *blocks = qh_plan_blocks (self->plan, n_blocks);
  QhSpan *spans = g_new0 (QhSpan, *n_blocks + 1);

  qh_strip_measure (blocks, *n_blocks, self->limit, gtk_widget_get_width (GTK_WIDGET (self)),
                    spans);
  return spans;
}

static double
ruler_scale (QhStripView *self)
{
  guint n_blocks;
  g_autofree QhBlock *blocks = qh_plan_blocks (self->plan, &n_blocks);

  return qh_strip_scale (blocks, n_blocks, self->limit, gtk_widget_get_width (GTK_WIDGET (self)));
}

static int
block_height (QhStripView *self)
{
  return (int)round (QH_STRIP_HEIGHT * qh_widget_text_scale (GTK_WIDGET (self)));
}

static int
ruler_height (QhStripView *self)
{
  return (int)round (QH_STRIP_RULER_HEIGHT * qh_widget_text_scale (GTK_WIDGET (self)));
}

/* --- Following the plan */

static void
on_block_focus (GtkEventControllerFocus *focus, QhStripView *self)
{
  GtkWidget *block = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  g_signal_emit (self, signals[CHOSEN], 0, qh_strip_block_get_segment (QH_STRIP_BLOCK (block)));
}

static QhStripBlock *
make_block (QhStripView *self, QhSegment *segment)
{
  GtkWidget *block = qh_strip_block_new (segment, self->menu);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_block_focus), self);
  gtk_widget_add_controller (block, focus);
  gtk_widget_set_parent (block, GTK_WIDGET (self));
  g_signal_connect_object (segment, "notify::seconds", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[SETUP_BLOCK], 0, block);
  return QH_STRIP_BLOCK (block);
}

static gboolean
plan_holds (QhStripView *self, QhSegment *segment)
{
  for (guint i = 0; i < qh_plan_n_segments (self->plan); i++)
    if (qh_plan_segment (self->plan, i) == segment)
      return TRUE;
  return FALSE;
}

/* Takes away the blocks of segments that are gone. Returns where one was that had the focus, or
 * -1. */
static int
drop_blocks (QhStripView *self)
{
  int focused = -1;

  for (guint i = self->blocks->len; i-- > 0;) {
    QhStripBlock *block = self->blocks->pdata[i];

    if (plan_holds (self, qh_strip_block_get_segment (block)))
      continue;
    if (gtk_widget_is_focus (GTK_WIDGET (block)))
      focused = (int)i;
    if (block == self->drag.block)
      self->drag.block = NULL;
    g_ptr_array_remove_index (self->blocks, i);
    gtk_widget_unparent (GTK_WIDGET (block));
  }
  return focused;
}

static void
order_blocks (QhStripView *self)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  GtkWidget *previous = NULL;

  for (guint i = 0; i < qh_plan_n_segments (self->plan); i++) {
    QhSegment *segment = qh_plan_segment (self->plan, i);
    QhStripBlock *block = qh_strip_view_get_block (self, segment);

    if (block == NULL)
      block = make_block (self, segment);
    qh_strip_block_set_place (block, i, qh_plan_n_segments (self->plan));
    gtk_widget_insert_after (GTK_WIDGET (block), GTK_WIDGET (self), previous);
    previous = GTK_WIDGET (block);
    g_ptr_array_add (ordered, block);
  }
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_extend (self->blocks, ordered, NULL, NULL);
}

void
qh_strip_view_sync (QhStripView *self)
{
  int focused;

  g_return_if_fail (QH_IS_STRIP_VIEW (self));
  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->plan == NULL)
    return;
  focused = drop_blocks (self);
  order_blocks (self);
  if (focused >= 0 && self->blocks->len > 0)
    gtk_widget_grab_focus (self->blocks->pdata[MIN ((guint)focused, self->blocks->len - 1)]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_idle (gpointer data)
{
  QhStripView *self = QH_STRIP_VIEW (data);

  self->sync_id = 0;
  qh_strip_view_sync (self);
  return G_SOURCE_REMOVE;
}

/* A move is a removal and an insertion: both have to be over before anything is taken away. */
static void
on_items_changed (QhStripView *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

/* --- The pointer */

static QhStripBlock *
block_at (QhStripView *self, double x, gboolean *at_end)
{
  guint n_blocks;
  g_autofree QhSpan *spans = measure_spans (self, &n_blocks);
  double place = along (self, x);

  for (guint i = MIN (n_blocks, self->blocks->len); i-- > 0;) {
    *at_end = qh_span_at_end (&spans[i], place, GRIP);
    if (*at_end || (place >= spans[i].x && place <= spans[i].x + spans[i].width))
      return self->blocks->pdata[i];
  }
  return NULL;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, QhStripView *self)
{
  gboolean at_end = FALSE;
  QhStripBlock *block = y <= block_height (self) ? block_at (self, x, &at_end) : NULL;
  graphene_rect_t bounds;

  self->drag = (Drag){ NULL };
  if (block == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (block), GTK_WIDGET (self), &bounds)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  self->drag.block = block;
  self->drag.stretching = at_end;
  self->drag.from = self->drag.pointer = along (self, x);
  self->drag.grab = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                        ? bounds.origin.x + bounds.size.width - x
                        : x - bounds.origin.x;
  self->drag.scale = ruler_scale (self);
  self->drag.seconds = qh_strip_block_get_segment (block)->seconds;
  self->drag.position = (guint)qh_strip_block_get_segment (block)->position;
}

static void
stretch (QhStripView *self, gboolean done)
{
  QhSegment *segment = qh_strip_block_get_segment (self->drag.block);
  gint64 seconds = qh_length_stretch (self->drag.seconds, self->drag.pointer - self->drag.from,
                                      self->drag.scale);

  if (done || seconds != segment->seconds)
    g_signal_emit (self, signals[STRETCH], 0, segment, seconds, done);
}

static void
reorder (QhStripView *self, gboolean done)
{
  g_autoptr (QhSegment) segment = g_object_ref (qh_strip_block_get_segment (self->drag.block));
  guint n_blocks;
  g_autofree QhSpan *spans = measure_spans (self, &n_blocks);
  guint index = (guint)segment->position;
  double middle = self->drag.pointer - self->drag.grab + spans[index].width / 2;
  guint position = qh_spans_drop (spans, n_blocks, index, middle);

  if (done || position != index)
    g_signal_emit (self, signals[REORDER], 0, segment, position, done);
  qh_strip_view_sync (self);
}

/* No tooltip comes between the pointer and what it drags. */
static void
show_tooltips (QhStripView *self, gboolean shown)
{
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_set_has_tooltip (self->blocks->pdata[i], shown);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, QhStripView *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->drag.block == NULL || (!self->drag.moving && fabs (dx) < THRESHOLD))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!self->drag.moving)
    show_tooltips (self, FALSE);
  self->drag.moving = TRUE;
  self->drag.pointer = self->drag.from + (rtl ? -dx : dx);
  if (self->drag.stretching)
    stretch (self, FALSE);
  else
    reorder (self, FALSE);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, QhStripView *self)
{
  if (self->drag.block != NULL && self->drag.moving) {
    if (self->drag.stretching)
      stretch (self, TRUE);
    else
      reorder (self, TRUE);
  }
  self->drag = (Drag){ NULL };
  show_tooltips (self, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Puts everything back as it was. */
static void
break_off (QhStripView *self)
{
  Drag drag = self->drag;

  self->drag = (Drag){ NULL };
  show_tooltips (self, TRUE);
  if (drag.block == NULL || !drag.moving)
    return;
  g_autoptr (QhSegment) segment = g_object_ref (qh_strip_block_get_segment (drag.block));
  if (drag.stretching)
    g_signal_emit (self, signals[STRETCH], 0, segment, drag.seconds, TRUE);
  else
    g_signal_emit (self, signals[REORDER], 0, segment, drag.position, TRUE);
  qh_strip_view_sync (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, QhStripView *self)
{
  break_off (self);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                QhStripView *self)
{
  if (key != GDK_KEY_Escape || !self->drag.moving)
    return FALSE;
  break_off (self);
  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, QhStripView *self)
{
  gboolean at_end = FALSE;
  QhStripBlock *block = y <= block_height (self) ? block_at (self, x, &at_end) : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), block == NULL ? NULL
                                                      : at_end      ? "ew-resize"
                                                                    : "grab");
}

/* --- The widget */

static void
qh_strip_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhStripView *self = QH_STRIP_VIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? MIN_WIDTH
                            : block_height (self) + ruler_height (self);
}

static void
place_block (QhStripView *self, QhStripBlock *block, const QhSpan *span, int width)
{
  double start = span->x;
  int from, to;

  if (block == self->drag.block && self->drag.moving && !self->drag.stretching)
    start = CLAMP (self->drag.pointer - self->drag.grab, 0, width - span->width);
  from = (int)round (start);
  to = (int)round (start + span->width);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL) {
    int mirrored = width - to;

    to = width - from;
    from = mirrored;
  }
  gtk_widget_size_allocate (
      GTK_WIDGET (block), &(GtkAllocation){ from, 0, MAX (1, to - from), block_height (self) }, -1);
}

static void
qh_strip_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhStripView *self = QH_STRIP_VIEW (widget);
  g_autofree QhSpan *spans = NULL;
  guint n_blocks;

  if (self->plan == NULL)
    return;
  spans = measure_spans (self, &n_blocks);
  for (guint i = 0; i < MIN (n_blocks, self->blocks->len); i++) {
    gtk_widget_measure (self->blocks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                        NULL);
    place_block (self, self->blocks->pdata[i], &spans[i], width);
  }
}

static void
paint_room (QhStripView *self, cairo_t *cr, const QhSpan *room, const char *font)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (room->width <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, rtl ? gtk_widget_get_width (widget) - room->x - room->width : room->x, 0);
  qh_strip_paint_room (cr, room->width, block_height (self), qh_widget_palette (widget), font);
  cairo_restore (cr);
}

/* Below the blocks, and from where one reads. */
static void
paint_ruler (QhStripView *self, cairo_t *cr, const QhBlock *blocks, guint n_blocks,
             const char *font)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);

  cairo_translate (cr, 0, block_height (self));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    cairo_translate (cr, width, 0);
    cairo_scale (cr, -1, 1);
  }
  qh_strip_paint_ruler (blocks, n_blocks, self->limit, cr, width, ruler_height (self),
                        qh_widget_palette (widget), font);
}

static void
qh_strip_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhStripView *self = QH_STRIP_VIEW (widget);
  g_autofree char *font = qh_widget_font (widget);
  g_autofree QhBlock *blocks = NULL;
  g_autofree QhSpan *spans = NULL;
  guint n_blocks;
  cairo_t *cr;

  if (self->plan == NULL)
    return;
  blocks = qh_plan_blocks (self->plan, &n_blocks);
  spans = measure_spans (self, &n_blocks);
  cr = qh_widget_append_cairo (widget, snapshot);
  paint_room (self, cr, &spans[n_blocks], font);
  paint_ruler (self, cr, blocks, n_blocks, font);
  cairo_destroy (cr);
  for (guint i = 0; i < self->blocks->len; i++)
    if (self->blocks->pdata[i] != self->drag.block)
      gtk_widget_snapshot_child (widget, self->blocks->pdata[i], snapshot);
  if (self->drag.block != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->drag.block), snapshot);
}

static void
qh_strip_view_dispose (GObject *object)
{
  QhStripView *self = QH_STRIP_VIEW (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  self->drag = (Drag){ NULL };
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (self->blocks->pdata[i]);
  g_ptr_array_set_size (self->blocks, 0);
  g_clear_object (&self->plan);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (qh_strip_view_parent_class)->dispose (object);
}

static void
qh_strip_view_finalize (GObject *object)
{
  g_ptr_array_unref (QH_STRIP_VIEW (object)->blocks);

  G_OBJECT_CLASS (qh_strip_view_parent_class)->finalize (object);
}

static void
add_signals (GObjectClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SETUP_BLOCK] = g_signal_new ("setup-block", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, QH_TYPE_STRIP_BLOCK);
  signals[STRETCH] =
      g_signal_new ("stretch", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    qh_segment_get_type (), G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[REORDER] =
      g_signal_new ("reorder", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    qh_segment_get_type (), G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, qh_segment_get_type ());
}

static void
qh_strip_view_class_init (QhStripViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qh_strip_view_dispose;
  object_class->finalize = qh_strip_view_finalize;
  widget_class->measure = qh_strip_view_measure;
  widget_class->size_allocate = qh_strip_view_size_allocate;
  widget_class->snapshot = qh_strip_view_snapshot;
  add_signals (object_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "strip");
}

static void
add_controllers (QhStripView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, keys);
}

static void
qh_strip_view_init (QhStripView *self)
{
  self->limit = DEFAULT_LIMIT;
  self->blocks = g_ptr_array_new ();
  add_controllers (self);
  qh_widget_follow_style (GTK_WIDGET (self));
}

GtkWidget *
qh_strip_view_new (void)
{
  return g_object_new (QH_TYPE_STRIP_VIEW, NULL);
}

void
qh_strip_view_set_plan (QhStripView *self, QhPlan *plan, GMenuModel *menu)
{
  g_return_if_fail (QH_IS_STRIP_VIEW (self));
  g_return_if_fail (QH_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  g_set_object (&self->menu, menu);
  g_signal_connect_object (qh_plan_get_segments (plan), "items-changed",
                           G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  qh_strip_view_sync (self);
}

void
qh_strip_view_set_limit (QhStripView *self, gint64 limit)
{
  g_return_if_fail (QH_IS_STRIP_VIEW (self));
  g_return_if_fail (limit > 0);
  if (self->limit == limit)
    return;
  self->limit = limit;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

QhStripBlock *
qh_strip_view_get_block (QhStripView *self, QhSegment *segment)
{
  g_return_val_if_fail (QH_IS_STRIP_VIEW (self), NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    if (qh_strip_block_get_segment (self->blocks->pdata[i]) == segment)
      return self->blocks->pdata[i];
  return NULL;
}

QhSegment *
qh_strip_view_segment_at (QhStripView *self, double x)
{
  gboolean at_end;
  QhStripBlock *block;

  g_return_val_if_fail (QH_IS_STRIP_VIEW (self), NULL);
  block = self->plan != NULL ? block_at (self, x, &at_end) : NULL;
  return block != NULL ? qh_strip_block_get_segment (block) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dial on screen: measures, tells, and passes clicks on; paper paints. */
#include "widgets/qh-dial-view.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-plan-words.h"
#include <math.h>

#define DEFAULT_SIZE 180
/* From this size on a dial holds text. */
#define TEXT_SIZE 48
#define DEFAULT_LIMIT (15 * QH_MINUTE)

struct _QhDialView {
  GtkWidget parent_instance;

  GArray *blocks; /* QhBlock, without titles */
  gint64 limit;
  int score;
  int size;
  char *caption;
  char *description;
};

G_DEFINE_FINAL_TYPE (QhDialView, qh_dial_view, GTK_TYPE_WIDGET)

enum { PROP_SIZE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static QhDial
dial_of (QhDialView *self)
{
  return (QhDial){ .blocks = (const QhBlock *)(gpointer)self->blocks->data,
                   .n_blocks = self->blocks->len,
                   .limit = self->limit,
                   .score = self->score,
                   .caption = self->caption };
}

/* Where the square lies in the widget. */
static double
square (QhDialView *self, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double size = MIN (width, height);

  *x = floor ((width - size) / 2);
  *y = floor ((height - size) / 2);
  return size;
}

static int
block_at (QhDialView *self, double x, double y)
{
  double left, top, size = square (self, &left, &top);
  QhDial dial = dial_of (self);
  int hit = qh_dial_hit (&dial, size, x - left, y - top);

  return hit >= (int)self->blocks->len ? -1 : hit;
}

static void
on_click_pressed (GtkGestureClick *click, int n_press, double x, double y, QhDialView *self)
{
  int hit = block_at (self, x, y);

  if (hit >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, (guint)hit);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, QhDialView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   block_at (self, x, y) >= 0 ? "pointer" : NULL);
}

static GtkSizeRequestMode
qh_dial_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A square that grows with its text, but gives way where there is less room. */
static void
qh_dial_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhDialView *self = QH_DIAL_VIEW (widget);
  double scale = self->size < TEXT_SIZE ? 1 : qh_widget_text_scale (widget);

  *natural = (int)round (self->size * scale);
  *minimum = MIN (*natural, self->size);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *minimum = *natural = MAX (*minimum, MIN (*natural, for_size));
}

static void
qh_dial_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhDialView *self = QH_DIAL_VIEW (widget);
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);
  double x, y, size = square (self, &x, &y);
  QhDial dial = dial_of (self);

  cairo_translate (cr, x, y);
  qh_dial_paint (&dial, cr, size, qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_dial_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, QH_DIAL_VIEW (object)->size);
}

static void
qh_dial_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhDialView *self = QH_DIAL_VIEW (object);

  if (self->size == g_value_get_int (value))
    return;
  self->size = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
qh_dial_view_finalize (GObject *object)
{
  QhDialView *self = QH_DIAL_VIEW (object);

  g_array_unref (self->blocks);
  g_free (self->caption);
  g_free (self->description);

  G_OBJECT_CLASS (qh_dial_view_parent_class)->finalize (object);
}

static void
qh_dial_view_class_init (QhDialViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_dial_view_get_property;
  object_class->set_property = qh_dial_view_set_property;
  object_class->finalize = qh_dial_view_finalize;
  widget_class->get_request_mode = qh_dial_view_get_request_mode;
  widget_class->measure = qh_dial_view_measure;
  widget_class->snapshot = qh_dial_view_snapshot;

  props[PROP_SIZE] =
      g_param_spec_int ("size", NULL, NULL, 16, 1024, DEFAULT_SIZE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
qh_dial_view_init (QhDialView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->size = DEFAULT_SIZE;
  self->score = -1;
  self->limit = DEFAULT_LIMIT;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QhBlock));
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  qh_widget_follow_style (GTK_WIDGET (self));
}

GtkWidget *
qh_dial_view_new (int size)
{
  return g_object_new (QH_TYPE_DIAL_VIEW, "size", size, NULL);
}

static void
take_blocks (QhDialView *self, const QhBlock *blocks, guint n_blocks)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < n_blocks; i++) {
    QhBlock block = { .kind = blocks[i].kind, .seconds = blocks[i].seconds };

    g_array_append_val (self->blocks, block);
  }
}

void
qh_dial_view_show_blocks (QhDialView *self, const QhBlock *blocks, guint n_blocks, gint64 limit,
                          int score)
{
  g_return_if_fail (QH_IS_DIAL_VIEW (self));
  g_return_if_fail (limit > 0);

  take_blocks (self, blocks, n_blocks);
  self->limit = limit;
  self->score = score;
  g_free (self->caption);
  self->caption = qh_minutes_caption (qh_blocks_total (blocks, n_blocks), limit);
  g_free (self->description);
  self->description = qh_dial_description (blocks, n_blocks, limit, score);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qh_dial_view_show (QhDialView *self, QhPlan *plan, gint64 limit, int score)
{
  guint n_blocks = 0;
  g_autofree QhBlock *blocks = plan != NULL ? qh_plan_blocks (plan, &n_blocks) : NULL;

  qh_dial_view_show_blocks (self, blocks, n_blocks, limit, score);
}

const char *
qh_dial_view_get_description (QhDialView *self)
{
  g_return_val_if_fail (QH_IS_DIAL_VIEW (self), NULL);
  return self->description;
}

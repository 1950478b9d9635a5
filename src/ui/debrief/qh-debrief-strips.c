/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-strips.h"
#include "base/qh-time.h"
#include "paper/qh-strip.h"
#include "widgets/qh-paint.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* At text of 100 %. */
#define ROW 30
#define GAP 6
#define MIN_WIDTH 220

struct _QhDebriefStrips {
  GtkWidget parent_instance;

  GArray *planned; /* QhBlock without titles */
  GArray *taken;
};

G_DEFINE_FINAL_TYPE (QhDebriefStrips, qh_debrief_strips, GTK_TYPE_WIDGET)

static const QhBlock *
get_blocks (GArray *blocks)
{
  return (const QhBlock *)(void *)blocks->data;
}

static gint64
get_total (GArray *blocks)
{
  return qh_blocks_total (get_blocks (blocks), blocks->len);
}

static void
add_block (GArray *blocks, QhSegment *segment, gint64 seconds)
{
  QhBlock block = { .kind = segment->kind, .seconds = MAX (seconds, 0) };

  g_array_append_val (blocks, block);
}

/* Whether it is known of any segment what it took. */
static gboolean
was_run (QhPlan *plan)
{
  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    if (qh_plan_segment (plan, i)->actual != QH_NONE)
      return TRUE;
  return FALSE;
}

static gint64
sum_taken (QhPlan *plan)
{
  gint64 sum = 0;

  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    sum += MAX (qh_plan_segment (plan, i)->actual, 0);
  return sum;
}

static gint64
sum_planned (QhPlan *plan)
{
  gint64 sum = 0;

  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    sum += qh_plan_segment (plan, i)->seconds;
  return sum;
}

char *
qh_debrief_strips_describe (QhPlan *plan)
{
  g_return_val_if_fail (QH_IS_PLAN (plan), NULL);

  gint64 more = sum_taken (plan) - sum_planned (plan);
  g_autofree char *planned = qh_length_label (sum_planned (plan));
  g_autofree char *taken = qh_length_label (sum_taken (plan));
  g_autofree char *difference = qh_length_label (ABS (more));

  if (qh_plan_n_segments (plan) == 0)
    return g_strdup (_ ("The plan had no segments."));
  if (!was_run (plan))
    return g_strdup_printf (_ ("Planned %s. What each segment took is not known."), planned);
  if (more == 0)
    return g_strdup_printf (_ ("Planned %s, and so it was."), planned);
  return more > 0
             ? g_strdup_printf (_ ("Planned %s, took %s: %s more."), planned, taken, difference)
             : g_strdup_printf (_ ("Planned %s, took %s: %s less."), planned, taken, difference);
}

/* A line for each segment, for who does not see the strips and as their tooltip. */
static char *
describe_segments (QhPlan *plan)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    g_autofree char *planned = qh_length_label (segment->seconds);
    g_autofree char *taken =
        segment->actual != QH_NONE ? qh_length_label (segment->actual) : g_strdup ("–");
    /* Translators: a segment's title, what was planned and what it took */
    g_string_append_printf (lines, _ ("%s: planned %s, took %s"), segment->title, planned, taken);
    g_string_append (lines, i + 1 < qh_plan_n_segments (plan) ? "\n" : "");
  }
  return g_strdup (lines->str);
}

static void
qh_debrief_strips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhDebriefStrips *self = QH_DEBRIEF_STRIPS (widget);
  double scale = qh_widget_text_scale (widget);
  int rows = self->taken->len > 0 ? 2 : 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural =
        (int)round ((rows * ROW + (rows - 1) * GAP + QH_STRIP_RULER_HEIGHT) * scale);
}

static void
paint_row (QhDebriefStrips *self, GArray *blocks, cairo_t *cr, double y, gint64 extent)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *font = qh_widget_font (widget);

  cairo_save (cr);
  cairo_translate (cr, 0, y);
  qh_strip_paint_row (get_blocks (blocks), blocks->len, extent, cr, gtk_widget_get_width (widget),
                      ROW * qh_widget_text_scale (widget), qh_widget_palette (widget), font);
  cairo_restore (cr);
}

/* Where one reads from right to left, time runs that way, too. */
static void
mirror (GtkWidget *widget, cairo_t *cr)
{
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return;
  cairo_translate (cr, gtk_widget_get_width (widget), 0);
  cairo_scale (cr, -1, 1);
}

static void
qh_debrief_strips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhDebriefStrips *self = QH_DEBRIEF_STRIPS (widget);
  gint64 extent = MAX (get_total (self->planned), get_total (self->taken));
  double scale = qh_widget_text_scale (widget);
  double below = self->taken->len > 0 ? (2 * ROW + GAP) * scale : ROW * scale;
  g_autofree char *font = qh_widget_font (widget);
  cairo_t *cr;

  if (extent <= 0)
    return;
  cr = qh_widget_append_cairo (widget, snapshot);
  mirror (widget, cr);
  paint_row (self, self->planned, cr, 0, extent);
  if (self->taken->len > 0)
    paint_row (self, self->taken, cr, (ROW + GAP) * scale, extent);
  cairo_translate (cr, 0, below);
  qh_strip_paint_ruler (get_blocks (self->planned), self->planned->len, extent, cr,
                        gtk_widget_get_width (widget), QH_STRIP_RULER_HEIGHT * scale,
                        qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_debrief_strips_finalize (GObject *object)
{
  QhDebriefStrips *self = QH_DEBRIEF_STRIPS (object);

  g_array_unref (self->planned);
  g_array_unref (self->taken);

  G_OBJECT_CLASS (qh_debrief_strips_parent_class)->finalize (object);
}

static void
qh_debrief_strips_class_init (QhDebriefStripsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_debrief_strips_finalize;
  widget_class->measure = qh_debrief_strips_measure;
  widget_class->snapshot = qh_debrief_strips_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qh_debrief_strips_init (QhDebriefStrips *self)
{
  self->planned = g_array_new (FALSE, FALSE, sizeof (QhBlock));
  self->taken = g_array_new (FALSE, FALSE, sizeof (QhBlock));
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_debrief_strips_show (QhDebriefStrips *self, QhPlan *plan)
{
  g_return_if_fail (QH_IS_DEBRIEF_STRIPS (self));
  g_return_if_fail (QH_IS_PLAN (plan));

  g_autofree char *label = describe_segments (plan);
  gboolean is_known = was_run (plan);

  g_array_set_size (self->planned, 0);
  g_array_set_size (self->taken, 0);
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    add_block (self->planned, segment, segment->seconds);
    if (is_known)
      add_block (self->taken, segment, segment->actual);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

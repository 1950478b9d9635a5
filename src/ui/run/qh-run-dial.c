/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-dial.h"
#include "paper/qh-dial.h"
#include "run/qh-run-text.h"
#include "widgets/qh-paint.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST 96
#define NATURAL 408

/* For the hand, as a share. */
#define MARGIN 0.02

struct _QhRunDial {
  GtkWidget parent_instance;

  GArray *blocks; /* QhBlock, without titles */
  gint64 whole;
  QhDialHand hand; /* its texts are owned */
  char *above, *figure, *below;
  char *description;
  guint changes;
};

G_DEFINE_FINAL_TYPE (QhRunDial, qh_run_dial, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
qh_run_dial_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qh_run_dial_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = LEAST;
  *natural = NATURAL;
}

static void
qh_run_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhRunDial *self = QH_RUN_DIAL (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = floor (MIN (width, height) * (1 - 2 * MARGIN));
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);
  const QhDial dial = { .blocks = (const QhBlock *)(gpointer)self->blocks->data,
                        .n_blocks = self->blocks->len,
                        .limit = MAX (self->whole, 1),
                        .score = -1 };

  cairo_translate (cr, floor ((width - size) / 2), floor ((height - size) / 2));
  qh_dial_paint_running (&dial, &self->hand, cr, size, qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_run_dial_finalize (GObject *object)
{
  QhRunDial *self = QH_RUN_DIAL (object);

  g_array_unref (self->blocks);
  g_free (self->above);
  g_free (self->figure);
  g_free (self->below);
  g_free (self->description);

  G_OBJECT_CLASS (qh_run_dial_parent_class)->finalize (object);
}

static void
qh_run_dial_class_init (QhRunDialClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_run_dial_finalize;
  widget_class->get_request_mode = qh_run_dial_get_request_mode;
  widget_class->measure = qh_run_dial_measure;
  widget_class->snapshot = qh_run_dial_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
qh_run_dial_init (QhRunDial *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QhBlock));
  self->whole = 15 * QH_MINUTE;
  self->hand.present = G_MAXUINT;
  qh_widget_follow_style (GTK_WIDGET (self));
}

/* --- What it shows */

/* What was is as long as it took, what is as long as it will take at least, what comes as planned.
 */
static gint64
shown_seconds (const QhRun *run, int position, const QhReading *now)
{
  const QhRunSegment *segment = qh_run_segment (run, position);
  gint64 spent = qh_run_spent (run, position, now);

  if (position < run->present || segment->left_out)
    return spent;
  return MAX (segment->seconds, spent);
}

/* TRUE when the blocks differ from what they were. */
static gboolean
take_blocks (QhRunDial *self, const QhRun *run, const QhReading *now)
{
  gboolean differs = self->blocks->len != run->segments->len;

  g_array_set_size (self->blocks, run->segments->len);
  for (guint i = 0; i < run->segments->len; i++) {
    QhBlock *block = &g_array_index (self->blocks, QhBlock, i);
    QhBlock next = { .kind = qh_run_segment (run, (int)i)->kind,
                     .seconds = shown_seconds (run, (int)i, now) };
    differs = differs || block->kind != next.kind || block->seconds != next.seconds;
    *block = next;
  }
  return differs;
}

/* Work that was gone back to stands before work that was done: the hand goes by place then, which
 * is by time where nobody went back. */
static gint64
hand_at (QhRunDial *self, const QhRun *run, const QhRunFigures *figures, const QhReading *now)
{
  gint64 at = 0;

  if (run->present < 0)
    return figures->elapsed;
  for (int i = 0; i < run->present; i++)
    at += g_array_index (self->blocks, QhBlock, i).seconds;
  return at + qh_run_spent (run, run->present, now);
}

static gboolean
take_text (char **place, const char **shown, char *text)
{
  gboolean differs = g_strcmp0 (*place, text) != 0;

  g_free (*place);
  *place = text;
  *shown = text;
  return differs;
}

static char *
above_text (const QhRun *run, const QhRunFigures *figures)
{
  const QhRunSegment *segment = qh_run_segment (run, run->present);
  g_autofree char *left = qh_run_segment_text (figures);
  g_autofree char *kind =
      segment != NULL
          ? g_utf8_strup (qh_enum_label (qh_segment_kind_values, segment->kind) ?: "", -1)
          : NULL;

  return kind != NULL ? g_strdup_printf ("%s · %s", kind, left) : NULL;
}

static gboolean
take_hand (QhRunDial *self, const QhRun *run, const QhRunFigures *figures, const QhReading *now)
{
  static const QhHandWarning warnings[] = {
    [QH_RUN_STAGE_CALM] = QH_HAND_CALM,
    [QH_RUN_STAGE_SOON] = QH_HAND_SOON,
    [QH_RUN_STAGE_LAST] = QH_HAND_LAST,
    [QH_RUN_STAGE_OVER] = QH_HAND_OVER,
  };
  QhDialHand before = self->hand;
  gboolean differs = FALSE;

  self->hand.passed = hand_at (self, run, figures, now);
  self->hand.present = run->present < 0 ? G_MAXUINT : (guint)run->present;
  self->hand.warning = warnings[figures->stage];
  self->hand.is_late = figures->left < 0;
  differs |= take_text (&self->above, &self->hand.above, above_text (run, figures));
  differs |= take_text (&self->figure, &self->hand.figure, qh_run_left_text (figures));
  differs |= take_text (&self->below, &self->hand.below, qh_run_whole_text (run, figures));
  return differs || before.passed != self->hand.passed || before.present != self->hand.present ||
         before.warning != self->hand.warning || before.is_late != self->hand.is_late;
}

/* Told when a minute is over or something else has happened, not every second. */
static void
describe (QhRunDial *self, const QhRun *run, const QhRunFigures *figures)
{
  g_autofree char *description = qh_run_description (run, figures);

  if (g_strcmp0 (description, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_steal_pointer (&description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

void
qh_run_dial_show (QhRunDial *self, const QhRun *run, const QhRunFigures *figures,
                  const QhReading *now)
{
  g_return_if_fail (QH_IS_RUN_DIAL (self));
  g_return_if_fail (run && figures && now);

  gboolean differs = take_blocks (self, run, now) | take_hand (self, run, figures, now);

  differs = differs || self->whole != run->whole;
  self->whole = run->whole;
  describe (self, run, figures);
  if (!differs)
    return;
  self->changes++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
qh_run_dial_count_changes (QhRunDial *self)
{
  g_return_val_if_fail (QH_IS_RUN_DIAL (self), 0);

  return self->changes;
}

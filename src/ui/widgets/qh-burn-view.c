/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The burn-down on screen; paper paints. */
#include "widgets/qh-burn-view.h"
#include "widgets/qh-paint.h"
#include <math.h>

/* At text of 100 %. */
#define HEIGHT 130
#define MIN_WIDTH 220

struct _QhBurnView {
  GtkWidget parent_instance;

  GArray *steps; /* QhBurnStep */
  gint64 until;
};

G_DEFINE_FINAL_TYPE (QhBurnView, qh_burn_view, GTK_TYPE_WIDGET)

static QhBurn
get_burn (QhBurnView *self)
{
  return (QhBurn){ (const QhBurnStep *)(void *)self->steps->data, self->steps->len, self->until,
                   NULL };
}

static void
qh_burn_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  double scale = qh_widget_text_scale (widget);

  *natural = (int)round ((orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : MIN_WIDTH) * scale);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *natural : MIN (*natural, MIN_WIDTH);
}

static void
qh_burn_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);
  QhBurn burn = get_burn (QH_BURN_VIEW (widget));

  qh_burn_paint (&burn, cr, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                 qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_burn_view_finalize (GObject *object)
{
  g_array_unref (QH_BURN_VIEW (object)->steps);

  G_OBJECT_CLASS (qh_burn_view_parent_class)->finalize (object);
}

static void
qh_burn_view_class_init (QhBurnViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_burn_view_finalize;
  widget_class->measure = qh_burn_view_measure;
  widget_class->snapshot = qh_burn_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "burn");
}

static void
qh_burn_view_init (QhBurnView *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (QhBurnStep));
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_burn_view_show (QhBurnView *self, const QhBurn *burn)
{
  g_return_if_fail (QH_IS_BURN_VIEW (self));
  g_return_if_fail (burn);

  g_autofree char *label = qh_burn_label (burn);

  g_array_set_size (self->steps, 0);
  g_array_append_vals (self->steps, burn->steps, burn->n_steps);
  self->until = burn->until;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

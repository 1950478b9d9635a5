/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kite on screen; paper paints. */
#include "widgets/qh-kite-view.h"
#include "widgets/qh-paint.h"
#include <math.h>

/* At text of 100 %. */
#define HEIGHT 170
#define MIN_WIDTH 220
#define ROOMY_WIDTH 265

struct _QhKiteView {
  GtkWidget parent_instance;

  QhBalance balance;
};

G_DEFINE_FINAL_TYPE (QhKiteView, qh_kite_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
qh_kite_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* All of it grows with the text, as far as the width allows: words that are cut say less than words
 * that are a little smaller. */
static void
qh_kite_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  double scale = qh_widget_text_scale (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    scale = MIN (scale, (double)for_size / ROOMY_WIDTH);
  *natural = (int)round ((orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : MIN_WIDTH) * scale);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *natural : MIN (*natural, MIN_WIDTH);
}

static void
qh_kite_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);

  qh_kite_paint (&QH_KITE_VIEW (widget)->balance, cr, gtk_widget_get_width (widget),
                 gtk_widget_get_height (widget), qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_kite_view_class_init (QhKiteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = qh_kite_view_get_request_mode;
  widget_class->measure = qh_kite_view_measure;
  widget_class->snapshot = qh_kite_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "kite");
}

static void
qh_kite_view_init (QhKiteView *self)
{
  qh_widget_follow_style (GTK_WIDGET (self));
}

GtkWidget *
qh_kite_view_new (void)
{
  return g_object_new (QH_TYPE_KITE_VIEW, NULL);
}

void
qh_kite_view_show (QhKiteView *self, const QhBalance *balance)
{
  g_autofree char *label = qh_balance_label (balance);

  g_return_if_fail (QH_IS_KITE_VIEW (self));
  self->balance = *balance;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-chart-view.h"
#include "paper/qh-chart.h"
#include "widgets/qh-paint.h"
#include <math.h>

#define WIDTH 600
#define MIN_WIDTH 220

struct _QhChartView {
  GtkWidget parent_instance;

  const QhPicture *picture; /* NULL: nothing yet */
  char *currency;
  QhChart *chart; /* laid out for what follows; NULL: not yet */
  int width;
  double scale;
};

G_DEFINE_FINAL_TYPE (QhChartView, qh_chart_view, GTK_TYPE_WIDGET)

static const QhChart *
lay_out (QhChartView *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double scale = qh_widget_text_scale (widget);
  g_autofree char *font = NULL;

  if (self->chart && self->width == width && self->scale == scale)
    return self->chart;
  g_clear_pointer (&self->chart, qh_chart_free);
  font = qh_widget_font (widget);
  self->width = width;
  self->scale = scale;
  self->chart = qh_chart_new (self->picture, width, scale, font, self->currency);
  return self->chart;
}

static GtkSizeRequestMode
qh_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qh_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhChartView *self = QH_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN_WIDTH;
    *natural = WIDTH;
  } else if (self->picture) {
    int width = for_size > 0 ? for_size : MIN_WIDTH;
    *minimum = *natural = (int)ceil (qh_chart_get_height (lay_out (self, width)));
  }
}

static void
qh_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhChartView *self = QH_CHART_VIEW (widget);
  cairo_t *cr;

  if (!self->picture)
    return;
  cr = qh_widget_append_cairo (widget, snapshot);
  qh_chart_paint (lay_out (self, gtk_widget_get_width (widget)), cr, qh_widget_palette (widget));
  cairo_destroy (cr);
}

static void
qh_chart_view_finalize (GObject *object)
{
  QhChartView *self = QH_CHART_VIEW (object);

  g_clear_pointer (&self->chart, qh_chart_free);
  g_free (self->currency);

  G_OBJECT_CLASS (qh_chart_view_parent_class)->finalize (object);
}

static void
qh_chart_view_class_init (QhChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_chart_view_finalize;
  widget_class->get_request_mode = qh_chart_view_get_request_mode;
  widget_class->measure = qh_chart_view_measure;
  widget_class->snapshot = qh_chart_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
qh_chart_view_init (QhChartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_chart_view_show (QhChartView *self, const QhPicture *picture, const char *currency)
{
  g_return_if_fail (QH_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, qh_chart_free);
  self->picture = picture;
  g_free (self->currency);
  self->currency = g_strdup (currency);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  picture ? picture->sentence : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

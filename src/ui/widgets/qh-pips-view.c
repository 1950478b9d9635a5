/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pips on screen; paper paints. */
#include "widgets/qh-pips-view.h"
#include "base/qh-time.h"
#include "widgets/qh-paint.h"
#include <math.h>

#define MOST_BESIDE 12
#define LEAST_BESIDE 4
#define BAR_HEIGHT 0.5

struct _QhPipsView {
  GtkWidget parent_instance;

  QhPips pips;
  int pip_size;
};

G_DEFINE_FINAL_TYPE (QhPipsView, qh_pips_view, GTK_TYPE_WIDGET)

enum { PROP_PIP_SIZE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static double
get_size (QhPipsView *self)
{
  return self->pip_size * qh_widget_text_scale (GTK_WIDGET (self));
}

static GtkSizeRequestMode
qh_pips_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static double
measure_height (QhPipsView *self, int width)
{
  double size = get_size (self), height;
  guint columns;

  if (qh_pips_has_bar (&self->pips))
    return size * BAR_HEIGHT;
  columns = qh_pips_columns (self->pips.edition, width < 0 ? MOST_BESIDE * size : width, size);
  qh_pips_measure (self->pips.edition, columns, size, &size, &height);
  return height;
}

/* Rows of the same length may be shorter than they could be: then nothing stands empty beside. */
static double
measure_width (QhPipsView *self, guint beside)
{
  double size = get_size (self), width, height;
  guint columns;

  if (qh_pips_has_bar (&self->pips))
    return beside * size;
  columns = qh_pips_columns (self->pips.edition, beside * size, size);
  qh_pips_measure (self->pips.edition, columns, size, &width, &height);
  return width;
}

static void
qh_pips_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhPipsView *self = QH_PIPS_VIEW (widget);

  *minimum = *natural = 0;
  if (self->pips.edition == QH_NONE)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = (int)ceil (measure_height (self, for_size));
  } else {
    *minimum = (int)ceil (measure_width (self, LEAST_BESIDE));
    *natural = (int)ceil (measure_width (self, MOST_BESIDE));
  }
}

static void
qh_pips_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhPipsView *self = QH_PIPS_VIEW (widget);
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);

  qh_pips_paint (&self->pips, cr, gtk_widget_get_width (widget), get_size (self),
                 qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_pips_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, QH_PIPS_VIEW (object)->pip_size);
}

static void
qh_pips_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QH_PIPS_VIEW (object)->pip_size = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
qh_pips_view_class_init (QhPipsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_pips_view_get_property;
  object_class->set_property = qh_pips_view_set_property;
  widget_class->get_request_mode = qh_pips_view_get_request_mode;
  widget_class->measure = qh_pips_view_measure;
  widget_class->snapshot = qh_pips_view_snapshot;
  props[PROP_PIP_SIZE] = g_param_spec_int ("pip-size", NULL, NULL, 8, 64, 18,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pips");
}

static void
qh_pips_view_init (QhPipsView *self)
{
  self->pip_size = 18;
  self->pips.edition = QH_NONE;
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_pips_view_show (QhPipsView *self, const QhPips *pips)
{
  g_return_if_fail (QH_IS_PIPS_VIEW (self));
  g_return_if_fail (pips);

  g_autofree char *label = qh_pips_label (pips);

  self->pips = *pips;
  gtk_widget_set_visible (GTK_WIDGET (self), pips->edition != QH_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-heat-view.h"
#include "widgets/qh-paint.h"
#include <math.h>

/* At text of 100 %. */
#define WIDTH 290
#define MIN_WIDTH 220

struct _QhHeatView {
  GtkWidget parent_instance;

  QhHeat heat;
  GtkWidget *cells[QH_HEAT_TOUCHPOINTS + 1][QH_HEAT_SEVERITIES + 1]; /* NULL: nothing there */
};

G_DEFINE_FINAL_TYPE (QhHeatView, qh_heat_view, GTK_TYPE_WIDGET)

enum { SIGNAL_CELL, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_clicked (QhHeatView *self, GtkWidget *button)
{
  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    for (int s = 1; s <= QH_HEAT_SEVERITIES; s++)
      if (self->cells[t][s] == button) {
        g_signal_emit (self, signals[SIGNAL_CELL], 0, t, s);
        return;
      }
}

static GtkWidget *
build_cell (QhHeatView *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "qh-cell");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_cell (QhHeatView *self, int touchpoint, int severity)
{
  GtkWidget **cell = &self->cells[touchpoint][severity];
  g_autofree char *label = qh_heat_cell_label (&self->heat, touchpoint, severity);

  if (self->heat.counts[touchpoint][severity] == 0) {
    g_clear_pointer (cell, gtk_widget_unparent);
    return;
  }
  if (!*cell)
    *cell = build_cell (self);
  gtk_widget_set_tooltip_text (*cell, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
qh_heat_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhHeatView *self = QH_HEAT_VIEW (widget);
  double scale = qh_widget_text_scale (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = (int)ceil (qh_heat_height (&self->heat, scale));
  } else {
    *natural = (int)ceil (WIDTH * scale);
    *minimum = MIN (*natural, MIN_WIDTH);
  }
}

static void
allocate_cell (QhHeatView *self, int touchpoint, int severity, int width)
{
  GtkWidget *cell = self->cells[touchpoint][severity];
  QhHeatBox box;
  GtkAllocation place;

  if (!cell || !qh_heat_place (&self->heat, touchpoint, severity, width,
                               qh_widget_text_scale (GTK_WIDGET (self)), &box))
    return;
  place = (GtkAllocation){ (int)box.x, (int)box.y, (int)ceil (box.width), (int)ceil (box.height) };
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &place, -1);
}

static void
qh_heat_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    for (int s = 1; s <= QH_HEAT_SEVERITIES; s++)
      allocate_cell (QH_HEAT_VIEW (widget), t, s, width);
}

static void
qh_heat_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);

  qh_heat_paint (&QH_HEAT_VIEW (widget)->heat, cr, gtk_widget_get_width (widget),
                 qh_widget_text_scale (widget), qh_widget_palette (widget), font);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (qh_heat_view_parent_class)->snapshot (widget, snapshot);
}

static void
qh_heat_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qh_heat_view_parent_class)->dispose (object);
}

static void
qh_heat_view_class_init (QhHeatViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_heat_view_dispose;
  widget_class->measure = qh_heat_view_measure;
  widget_class->size_allocate = qh_heat_view_size_allocate;
  widget_class->snapshot = qh_heat_view_snapshot;
  signals[SIGNAL_CELL] = g_signal_new ("cell", QH_TYPE_HEAT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "heat");
}

static void
qh_heat_view_init (QhHeatView *self)
{
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_heat_view_show (QhHeatView *self, const QhHeat *heat)
{
  g_return_if_fail (QH_IS_HEAT_VIEW (self));
  g_return_if_fail (heat);

  g_autofree char *label = qh_heat_label (heat);

  self->heat = *heat;
  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    for (int s = 1; s <= QH_HEAT_SEVERITIES; s++)
      show_cell (self, t, s);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

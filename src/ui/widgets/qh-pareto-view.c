/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-pareto-view.h"
#include "widgets/qh-paint.h"
#include <math.h>

/* At text of 100 %. */
#define WIDTH 290
#define MIN_WIDTH 220

struct _QhParetoView {
  GtkWidget parent_instance;

  QhPareto *pareto; /* NULL: nothing yet */
  GPtrArray *bars; /* GtkWidget */
};

G_DEFINE_FINAL_TYPE (QhParetoView, qh_pareto_view, GTK_TYPE_WIDGET)

enum { SIGNAL_BAR, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_clicked (QhParetoView *self, GtkWidget *button)
{
  guint i;

  if (g_ptr_array_find (self->bars, button, &i))
    g_signal_emit (self, signals[SIGNAL_BAR], 0,
                   ((QhParetoBar *)g_ptr_array_index (self->pareto->bars, i))->name);
}

static void
add_bar (QhParetoView *self, guint i)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = qh_pareto_bar_label (self->pareto, i);

  gtk_widget_add_css_class (button, "qh-cell");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_sensitive (
      button, ((QhParetoBar *)g_ptr_array_index (self->pareto->bars, i))->name != NULL);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->bars, button);
}

static void
clear (QhParetoView *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->bars, i));
  g_ptr_array_set_size (self->bars, 0);
  g_clear_pointer (&self->pareto, qh_pareto_free);
}

static void
qh_pareto_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhParetoView *self = QH_PARETO_VIEW (widget);
  double scale = qh_widget_text_scale (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = self->pareto ? (int)ceil (qh_pareto_height (self->pareto, scale)) : 0;
  } else {
    *natural = (int)ceil (WIDTH * scale);
    *minimum = MIN (*natural, MIN_WIDTH);
  }
}

static void
qh_pareto_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhParetoView *self = QH_PARETO_VIEW (widget);
  double scale = qh_widget_text_scale (widget);

  for (guint i = 0; i < self->bars->len; i++) {
    int top = (int)qh_pareto_top (self->pareto, i, scale);
    GtkAllocation place = { 0, top, width, (int)qh_pareto_top (self->pareto, i + 1, scale) - top };
    gtk_widget_measure (g_ptr_array_index (self->bars, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                        NULL, NULL, NULL);
    gtk_widget_size_allocate (g_ptr_array_index (self->bars, i), &place, -1);
  }
}

static void
qh_pareto_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhParetoView *self = QH_PARETO_VIEW (widget);
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);

  if (self->pareto)
    qh_pareto_paint (self->pareto, cr, gtk_widget_get_width (widget), qh_widget_text_scale (widget),
                     qh_widget_palette (widget), font);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (qh_pareto_view_parent_class)->snapshot (widget, snapshot);
}

static void
qh_pareto_view_dispose (GObject *object)
{
  clear (QH_PARETO_VIEW (object));

  G_OBJECT_CLASS (qh_pareto_view_parent_class)->dispose (object);
}

static void
qh_pareto_view_finalize (GObject *object)
{
  g_ptr_array_unref (QH_PARETO_VIEW (object)->bars);

  G_OBJECT_CLASS (qh_pareto_view_parent_class)->finalize (object);
}

static void
qh_pareto_view_class_init (QhParetoViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_pareto_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_pareto_view_finalize;
  widget_class->measure = qh_pareto_view_measure;
  widget_class->size_allocate = qh_pareto_view_size_allocate;
  widget_class->snapshot = qh_pareto_view_snapshot;
  signals[SIGNAL_BAR] = g_signal_new ("bar", QH_TYPE_PARETO_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "pareto");
}

static void
qh_pareto_view_init (QhParetoView *self)
{
  self->bars = g_ptr_array_new ();
  qh_widget_follow_style (GTK_WIDGET (self));
}

void
qh_pareto_view_show (QhParetoView *self, QhPareto *pareto)
{
  g_return_if_fail (QH_IS_PARETO_VIEW (self));
  g_return_if_fail (pareto);

  g_autofree char *label = qh_pareto_label (pareto);

  clear (self);
  self->pareto = pareto;
  for (guint i = 0; i < pareto->bars->len; i++)
    add_bar (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-summary.h"
#include "friction/qh-friction-standing.h"
#include "qh-closures.h"
#include "store/qh-costs.h"

struct _QhFrictionSummary {
  QhFrictionPart parent_instance;

  GtkBox *sum;
};

G_DEFINE_FINAL_TYPE (QhFrictionSummary, qh_friction_summary, QH_TYPE_FRICTION_PART)

static GtkWidget *
build_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, css_class);
  }
  return label;
}

static GtkWidget *
build_line (const QhCostLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), build_label (line->label, "dim-label"));
  gtk_box_append (GTK_BOX (box), build_label (line->text, NULL));
  return box;
}

/* All else in it is bound. */
static void
qh_friction_summary_update (QhFrictionPart *part)
{
  GtkWidget *box = GTK_WIDGET (QH_FRICTION_SUMMARY (part)->sum), *child;
  g_autoptr (QhCostSum) sum = qh_store_sum_cost (qh_friction_part_get_store (part),
                                                 qh_friction_part_get_friction (part), NULL);
  g_autoptr (GPtrArray) lines = sum ? qh_cost_sum_lines (sum) : NULL;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; lines && i < lines->len; i++)
    gtk_box_append (GTK_BOX (box), build_line (g_ptr_array_index (lines, i)));
}

/* What a template binds of itself by way of another record, GTK 4.8 lets go of twice. */
static void
on_friction (QhFrictionSummary *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          qh_friction_part_get_friction (QH_FRICTION_PART (self)) != NULL);
}

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFriction *friction = qh_friction_part_get_friction (QH_FRICTION_PART (widget));

  if (friction)
    gtk_widget_activate_action (widget, "win.open-friction", "s", QH_RECORD (friction)->id);
}

static void
qh_friction_summary_class_init (QhFrictionSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_FRICTION_PART_CLASS (klass)->update = qh_friction_summary_update;

  gtk_widget_class_install_action (widget_class, "friction.open", NULL, open_page);
  g_type_ensure (qh_friction_get_type ());
  g_type_ensure (QH_TYPE_FRICTION_STANDING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionSummary, sum);
  qh_closures_bind (widget_class);
}

static void
qh_friction_summary_init (QhFrictionSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::friction", G_CALLBACK (on_friction), NULL);
}

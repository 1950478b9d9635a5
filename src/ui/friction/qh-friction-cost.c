/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-cost.h"
#include "store/qh-costs.h"
#include "widgets/qh-plain-row.h"

struct _QhFrictionCost {
  QhFrictionPart parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QhFrictionCost, qh_friction_cost, QH_TYPE_FRICTION_PART)

static GtkWidget *
build_row (const QhCostLine *line)
{
  GtkWidget *row = qh_plain_row_new (line->label, line->text);

  gtk_widget_add_css_class (row, "numeric");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
qh_friction_cost_update (QhFrictionPart *part)
{
  QhFrictionCost *self = QH_FRICTION_COST (part);
  g_autoptr (QhCostSum) sum = qh_store_sum_cost (qh_friction_part_get_store (part),
                                                 qh_friction_part_get_friction (part), NULL);
  g_autoptr (GPtrArray) lines = sum ? qh_cost_sum_lines (sum) : NULL;
  g_autofree char *cost = sum ? qh_cost_label (sum->cost.cost, sum->currency) : NULL;

  qh_friction_part_clear (self->list);
  adw_preferences_group_set_description (self->group, cost);
  for (guint i = 0; lines && i < lines->len; i++)
    gtk_list_box_append (self->list, build_row (g_ptr_array_index (lines, i)));
}

static void
qh_friction_cost_class_init (QhFrictionCostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_FRICTION_PART_CLASS (klass)->update = qh_friction_cost_update;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-cost.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionCost, group);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionCost, list);
}

static void
qh_friction_cost_init (QhFrictionCost *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

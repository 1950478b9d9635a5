/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-burn.h"
#include "content/qh-burn-steps.h"
#include "widgets/qh-burn-view.h"

struct _QhItemBurn {
  QhItemPart parent_instance;

  GtkLabel *label;
  QhBurnView *view;
};

G_DEFINE_FINAL_TYPE (QhItemBurn, qh_item_burn, QH_TYPE_ITEM_PART)

static void
qh_item_burn_update (QhItemPart *part)
{
  QhItemBurn *self = QH_ITEM_BURN (part);
  QhStore *store = qh_item_part_get_store (part);
  g_autoptr (GArray) steps = qh_burn_steps_read (store, qh_item_part_get_item (part));
  QhBurn burn = { (const QhBurnStep *)(void *)steps->data, steps->len,
                  qh_clock_now (qh_store_get_clock (store)), NULL };
  g_autofree char *label = qh_burn_label (&burn);

  gtk_widget_set_visible (GTK_WIDGET (self), steps->len > 1);
  gtk_label_set_label (self->label, label ? label : "");
  qh_burn_view_show (self->view, &burn);
}

static void
qh_item_burn_class_init (QhItemBurnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_ITEM_PART_CLASS (klass)->update = qh_item_burn_update;

  g_type_ensure (QH_TYPE_BURN_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-burn.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemBurn, label);
  gtk_widget_class_bind_template_child (widget_class, QhItemBurn, view);
}

static void
qh_item_burn_init (QhItemBurn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

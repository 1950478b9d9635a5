/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-banner.h"

struct _QhBanner {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (QhBanner, qh_banner, ADW_TYPE_BIN)

static void
qh_banner_class_init (QhBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, QhBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, QhBanner, label);
  gtk_widget_class_bind_template_child (widget_class, QhBanner, button);
}

static void
qh_banner_init (QhBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qh_banner_show (QhBanner *self, const char *title, const char *button_label,
                const char *action_name)
{
  g_return_if_fail (QH_IS_BANNER (self));

  gtk_label_set_label (self->label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label) {
    gtk_button_set_label (self->button, button_label);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
qh_banner_hide (QhBanner *self)
{
  g_return_if_fail (QH_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

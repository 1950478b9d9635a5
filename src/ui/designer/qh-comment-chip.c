/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-comment-chip.h"
#include "designer/qh-comment-check.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

#define TEXT_HEIGHT_MAX 360

struct _QhCommentChip {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *label;

  QhPlanReviews *reviews;
  QhSegment *segment;
  GPtrArray *comments;
};

G_DEFINE_FINAL_TYPE (QhCommentChip, qh_comment_chip, ADW_TYPE_BIN)

static gboolean
are_done (GPtrArray *comments)
{
  for (guint i = 0; i < comments->len; i++)
    if (!QH_COMMENT (comments->pdata[i])->done)
      return FALSE;
  return TRUE;
}

static void
show_label (QhCommentChip *self)
{
  g_autofree char *label = qh_comments_label (self->comments);

  gtk_label_set_label (self->label, label);
  gtk_image_set_from_icon_name (self->icon, are_done (self->comments) ? "object-select-symbolic"
                                                                      : "qh-review-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
forget_comments (QhCommentChip *self)
{
  for (guint i = 0; self->comments && i < self->comments->len; i++)
    g_signal_handlers_disconnect_by_func (self->comments->pdata[i], show_label, self);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
}

static void
on_changed (QhCommentChip *self)
{
  forget_comments (self);
  self->comments = qh_plan_reviews_list (self->reviews, QH_RECORD (self->segment)->id);
  for (guint i = 0; i < self->comments->len; i++)
    g_signal_connect_object (self->comments->pdata[i], "notify::done", G_CALLBACK (show_label),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), self->comments->len > 0);
  show_label (self);
}

/* Made anew each time it is opened; while it is open, each tick follows its comment. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  QhCommentChip *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, "hscrollbar-policy", GTK_POLICY_NEVER,
                    "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                    "max-content-height", TEXT_HEIGHT_MAX, NULL);
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", scrolled, NULL);

  gtk_widget_add_css_class (box, "qh-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comments"), -1);
  for (guint i = 0; i < self->comments->len; i++)
    gtk_box_append (GTK_BOX (box),
                    qh_comment_check_new (self->reviews, self->comments->pdata[i], FALSE));
  gtk_menu_button_set_popover (button, popover);
}

static void
qh_comment_chip_dispose (GObject *object)
{
  QhCommentChip *self = QH_COMMENT_CHIP (object);

  forget_comments (self);
  g_clear_object (&self->reviews);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (qh_comment_chip_parent_class)->dispose (object);
}

static void
qh_comment_chip_class_init (QhCommentChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_comment_chip_dispose;
}

static void
qh_comment_chip_init (QhCommentChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "pixel-size", 14, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "qh-chip");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("What the reviewer said of it"));
  gtk_widget_add_css_class (GTK_WIDGET (self), QH_WRAP_WHOLE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
qh_comment_chip_new (QhPlanReviews *reviews, QhSegment *segment)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (reviews), NULL);
  g_return_val_if_fail (QH_IS_SEGMENT (segment), NULL);

  QhCommentChip *self = g_object_new (QH_TYPE_COMMENT_CHIP, NULL);
  self->reviews = g_object_ref (reviews);
  self->segment = g_object_ref (segment);
  g_signal_connect_object (reviews, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-scarcity-button.h"
#include <glib/gi18n-lib.h>

struct _QhScarcityButton {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *number;
  char *sum;
};

G_DEFINE_FINAL_TYPE (QhScarcityButton, qh_scarcity_button, ADW_TYPE_BIN)

/* The popover is made when it is opened: a list has many such buttons. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Scarcity"));
  GtkWidget *sum = gtk_label_new (QH_SCARCITY_BUTTON (data)->sum);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (sum, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (sum), 0);
  gtk_label_set_selectable (GTK_LABEL (sum), FALSE);
  gtk_label_set_wrap (GTK_LABEL (sum), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), sum);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
qh_scarcity_button_finalize (GObject *object)
{
  g_free (QH_SCARCITY_BUTTON (object)->sum);

  G_OBJECT_CLASS (qh_scarcity_button_parent_class)->finalize (object);
}

static void
qh_scarcity_button_class_init (QhScarcityButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qh_scarcity_button_finalize;
}

static void
qh_scarcity_button_init (QhScarcityButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->number));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "qh-scarcity");
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
qh_scarcity_button_show (QhScarcityButton *self, QhContent *content, const QhPips *pips)
{
  g_return_if_fail (QH_IS_SCARCITY_BUTTON (self));
  g_return_if_fail (QH_IS_CONTENT (content));

  int scarcity = qh_supply_scarcity (content, pips);
  g_autofree char *number = g_strdup_printf ("%d", scarcity);
  g_autofree char *label = g_strdup_printf (_ ("Scarcity %d of 100"), scarcity);

  g_free (self->sum);
  self->sum = qh_supply_scarcity_sum (content, pips);
  gtk_label_set_label (self->number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

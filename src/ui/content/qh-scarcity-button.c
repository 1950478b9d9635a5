/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-scarcity-button.h"
#include <glib/gi18n-lib.h>

struct _QhScarcityButton {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *number;

  QhContent *content;
  QhPips pips;
};

G_DEFINE_FINAL_TYPE (QhScarcityButton, qh_scarcity_button, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A factor: its words, and its number as a chip before them. */
static void
attach_factor (GtkGrid *grid, int row, const char *sign, const char *number, const char *words)
{
  GtkWidget *chip = make_label (number, "qh-pill");
  GtkWidget *label = make_label (words, NULL);

  gtk_widget_add_css_class (chip, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_grid_attach (grid, make_label (sign, "dim-label"), 0, row, 1, 1);
  gtk_grid_attach (grid, chip, 1, row, 1, 1);
  gtk_grid_attach (grid, label, 2, row, 1, 1);
}

static GtkWidget *
make_factors (QhScarcityButton *self)
{
  char *words[QH_N_FACTORS], *numbers[QH_N_FACTORS];
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *product =
      g_strdup_printf ("%d", qh_supply_scarcity (self->content, &self->pips));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  qh_supply_scarcity_factors (self->content, &self->pips, words, numbers);
  for (int i = 0; i < QH_N_FACTORS; i++) {
    attach_factor (GTK_GRID (grid), i, i > 0 ? "×" : "", numbers[i], words[i]);
    g_free (words[i]);
    g_free (numbers[i]);
  }
  attach_factor (GTK_GRID (grid), QH_N_FACTORS, "=", product, _ ("of 100"));
  return grid;
}

/* The popover is made when it is opened: a list has many such buttons. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *title = make_label (_ ("Scarcity"), "heading");

  gtk_widget_add_css_class (box, "qh-popover");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_factors (data));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
qh_scarcity_button_dispose (GObject *object)
{
  g_clear_object (&QH_SCARCITY_BUTTON (object)->content);

  G_OBJECT_CLASS (qh_scarcity_button_parent_class)->dispose (object);
}

static void
qh_scarcity_button_class_init (QhScarcityButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_scarcity_button_dispose;
}

static void
qh_scarcity_button_init (QhScarcityButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->number = GTK_LABEL (make_label (NULL, "numeric"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), make_label (_ ("Scarcity"), "qh-under"));
  gtk_menu_button_set_child (self->button, box);
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

  g_set_object (&self->content, content);
  self->pips = *pips;
  gtk_label_set_label (self->number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

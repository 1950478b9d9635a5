/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-change-row.h"
#include <glib/gi18n-lib.h>

struct _QhChangeRow {
  GtkListBoxRow parent_instance;

  GtkBox *cells;
  GtkWidget *before, *after;
  GtkWidget *before_name, *after_name;
  QhPairState state;
};

G_DEFINE_FINAL_TYPE (QhChangeRow, qh_change_row, GTK_TYPE_LIST_BOX_ROW)

static const struct {
  const char *icon, *style;
} states[] = {
  [QH_PAIR_SAME] = { NULL, "qh-same" },
  [QH_PAIR_CHANGED] = { "document-edit-symbolic", "qh-changed" },
  [QH_PAIR_NEW] = { "list-add-symbolic", "qh-new" },
  [QH_PAIR_GONE] = { "list-remove-symbolic", "qh-gone" },
};

static GtkWidget *
new_place (const QhPlanPair *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *place = g_object_new (GTK_TYPE_LABEL, "label", pair->place, "xalign", 0.0, "wrap",
                                   TRUE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (box, "qh-place");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (box), place);
  if (pair->state == QH_PAIR_SAME)
    return box;
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", states[pair->state].icon, "pixel-size",
                                14, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), gtk_label_new (qh_pair_state_label (pair->state)));
  return box;
}

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
}

/* What it says in one of the plans; its @name is seen where no heading says it. */
static GtkWidget *
new_cell (const char *text, GtkWidget *name, const char *style)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (cell, "qh-said");
  gtk_widget_add_css_class (cell, style);
  gtk_widget_add_css_class (name, "caption");
  gtk_box_append (GTK_BOX (cell), name);
  gtk_box_append (GTK_BOX (cell), new_label (text ? text : "–"));
  return cell;
}

static void
describe (GtkWidget *row, const QhPlanPair *pair)
{
  const char *before = pair->before ? pair->before : _ ("nothing");
  const char *after = pair->after ? pair->after : _ ("nothing");
  g_autofree char *text =
      pair->state == QH_PAIR_SAME
          ? g_strdup_printf ("%s: %s", pair->place, after)
          /* Translators: a place of a plan, what became of it, and what it said and says */
          : g_strdup_printf (_ ("%s, %s. Before: %s. Now: %s"), pair->place,
                             qh_pair_state_label (pair->state), before, after);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *line = g_strjoinv (", ", lines);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

void
qh_change_row_lay_out (QhChangeRow *self, gboolean narrow)
{
  gboolean is_named = narrow && self->state != QH_PAIR_SAME;

  g_return_if_fail (QH_IS_CHANGE_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cells),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->cells, !narrow);
  gtk_widget_set_visible (self->before, !narrow || self->state != QH_PAIR_SAME);
  gtk_widget_set_visible (self->before_name, is_named);
  gtk_widget_set_visible (self->after_name, is_named);
}

QhPairState
qh_change_row_get_state (QhChangeRow *self)
{
  g_return_val_if_fail (QH_IS_CHANGE_ROW (self), QH_PAIR_SAME);
  return self->state;
}

static void
qh_change_row_class_init (QhChangeRowClass *klass)
{
}

static void
qh_change_row_init (QhChangeRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
qh_change_row_new (const QhPlanPair *pair, const char *revision)
{
  g_return_val_if_fail (pair, NULL);
  g_return_val_if_fail (revision, NULL);

  QhChangeRow *self = g_object_new (QH_TYPE_CHANGE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *style = states[pair->state].style;

  self->state = pair->state;
  self->cells = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->before_name = new_label (revision);
  self->after_name = new_label (_ ("Now"));
  self->before = new_cell (pair->before, self->before_name, style);
  self->after = new_cell (pair->after, self->after_name, style);
  gtk_widget_add_css_class (box, "qh-text-row");
  gtk_box_append (self->cells, self->before);
  gtk_box_append (self->cells, self->after);
  gtk_box_append (GTK_BOX (box), new_place (pair));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->cells));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  describe (GTK_WIDGET (self), pair);
  qh_change_row_lay_out (self, FALSE);
  return GTK_WIDGET (self);
}

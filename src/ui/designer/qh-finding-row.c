/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row keeps the name of its finding, not the finding: that one lives until the next review. */
#include "designer/qh-finding-row.h"
#include "base/qh-text.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-finding-popover.h"
#include "designer/qh-plan-edits.h"
#include <glib/gi18n-lib.h>

struct _QhFindingRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *reason;
  GtkWidget *fix;
  GtkLabel *fix_label;
  GtkButton *undo_accept;
  GtkLabel *points;
  GtkMenuButton *more;

  QhPlanEditor *editor;
  char *name;
  guint order;
};

G_DEFINE_FINAL_TYPE (QhFindingRow, qh_finding_row, GTK_TYPE_LIST_BOX_ROW)

static const QhFinding *
finding_of (QhFindingRow *self)
{
  return qh_plan_editor_find_finding (self->editor, self->name);
}

/* --- Showing */

static const char *
level_class (QhLevel level)
{
  switch (level) {
  case QH_LEVEL_BLOCKER:
    return "qh-blocker";
  case QH_LEVEL_WARNING:
    return "qh-warning";
  case QH_LEVEL_HINT:
  default:
    return "qh-hint";
  }
}

static void
show_level (QhFindingRow *self, QhLevel level)
{
  gtk_image_set_from_icon_name (self->icon, qh_level_icon (level));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]){ "qh-level", level_class (level), NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), qh_level_label (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qh_level_label (level), -1);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), !qh_text_is_empty (text));
  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
strike (GtkLabel *label, gboolean struck)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
show_fix (QhFindingRow *self, const char *fix)
{
  gtk_label_set_label (self->fix_label, fix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fix), GTK_ACCESSIBLE_PROPERTY_LABEL, fix,
                                  -1);
}

static void
show_acceptance (QhFindingRow *self, const QhFinding *finding)
{
  gboolean accepted = finding->accepted != NULL;
  g_autofree char *reason =
      accepted ? g_strdup_printf (_ ("Accepted: %s"), finding->accepted) : NULL;

  strike (self->title, accepted);
  set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_accept), accepted);
  gtk_widget_set_visible (self->fix, finding->fix != NULL && !accepted);
}

static void
describe (QhFindingRow *self, const QhFinding *finding)
{
  g_autofree char *label = g_strdup_printf ("%s: %s. %s", qh_level_label (finding->level),
                                            finding->title, finding->text);
  g_autofree char *more = g_strdup_printf (_ ("Why, and accept: %s"), finding->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
}

void
qh_finding_row_update (QhFindingRow *self, const QhFinding *finding, guint order)
{
  g_autofree char *points = qh_points_label (finding->accepted != NULL ? 0 : finding->points);

  g_return_if_fail (QH_IS_FINDING_ROW (self));
  self->order = order;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), finding->segment != NULL);
  show_level (self, finding->level);
  set_text (self->title, finding->title);
  set_text (self->text, finding->text);
  set_text (self->points, points);
  if (finding->fix != NULL)
    show_fix (self, finding->fix);
  show_acceptance (self, finding);
  describe (self, finding);
}

/* --- What the person does */

/* A fix can be the end of this very row. */
static void
on_fix_clicked (QhFindingRow *self)
{
  g_autoptr (QhFindingRow) kept = g_object_ref (self);

  qh_plan_editor_fix (self->editor, self->name);
}

/* Made anew each time it is opened, from the finding as it is then. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  QhFindingRow *self = data;
  const QhFinding *finding = finding_of (self);

  if (finding != NULL)
    gtk_menu_button_set_popover (button, qh_finding_popover_new (self->editor, finding));
}

static void
on_undo_accept_clicked (QhFindingRow *self)
{
  g_autoptr (QhFindingRow) kept = g_object_ref (self);

  qh_plan_editor_unaccept (self->editor, self->name);
}

void
qh_finding_row_activate (QhFindingRow *self)
{
  const QhFinding *finding;
  QhSegment *segment;

  g_return_if_fail (QH_IS_FINDING_ROW (self));
  finding = finding_of (self);
  segment = finding != NULL && finding->segment != NULL
                ? qh_plan_find_segment (qh_plan_editor_get_plan (self->editor), finding->segment)
                : NULL;
  if (segment != NULL)
    qh_plan_editor_show (self->editor, segment);
}

/* --- The object */

static void
qh_finding_row_dispose (GObject *object)
{
  QhFindingRow *self = QH_FINDING_ROW (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (qh_finding_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/designer/finding-row.ui");
  gtk_widget_class_bind_template_child (klass, QhFindingRow, icon);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, title);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, text);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, reason);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, fix);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, fix_label);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, undo_accept);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, points);
  gtk_widget_class_bind_template_child (klass, QhFindingRow, more);
  gtk_widget_class_bind_template_callback (klass, on_fix_clicked);
  gtk_widget_class_bind_template_callback (klass, on_undo_accept_clicked);
}

static void
qh_finding_row_class_init (QhFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_finding_row_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qh_finding_row_init (QhFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, make_popover, self, NULL);
}

GtkWidget *
qh_finding_row_new (QhPlanEditor *editor, const QhFinding *finding)
{
  QhFindingRow *self;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (QH_TYPE_FINDING_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->name = qh_finding_name (finding);
  return GTK_WIDGET (self);
}

const char *
qh_finding_row_get_name (QhFindingRow *self)
{
  g_return_val_if_fail (QH_IS_FINDING_ROW (self), NULL);
  return self->name;
}

guint
qh_finding_row_get_order (QhFindingRow *self)
{
  g_return_val_if_fail (QH_IS_FINDING_ROW (self), 0);
  return self->order;
}

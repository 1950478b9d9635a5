/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-finding-popover.h"
#include "base/qh-text.h"
#include "designer/qh-plan-edits.h"

struct _QhFindingPopover {
  GtkPopover parent_instance;

  GtkLabel *why;
  GtkWidget *blocked;
  GtkWidget *accept_box;
  GtkEditable *accept_reason;
  GtkWidget *accept;

  QhPlanEditor *editor;
  char *name;
};

G_DEFINE_FINAL_TYPE (QhFindingPopover, qh_finding_popover, GTK_TYPE_POPOVER)

static void
on_reason_changed (QhFindingPopover *self)
{
  gtk_widget_set_sensitive (self->accept,
                            !qh_text_is_empty (gtk_editable_get_text (self->accept_reason)));
}

/* What is accepted can be the end of the row that this belongs to. */
static void
on_accept_clicked (QhFindingPopover *self)
{
  g_autoptr (QhFindingPopover) kept = g_object_ref (self);
  const char *reason = gtk_editable_get_text (self->accept_reason);

  if (!qh_text_is_empty (reason) && qh_plan_editor_accept (self->editor, self->name, reason))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
qh_finding_popover_dispose (GObject *object)
{
  QhFindingPopover *self = QH_FINDING_POPOVER (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (qh_finding_popover_parent_class)->dispose (object);
}

static void
qh_finding_popover_class_init (QhFindingPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_finding_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/finding-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFindingPopover, why);
  gtk_widget_class_bind_template_child (widget_class, QhFindingPopover, blocked);
  gtk_widget_class_bind_template_child (widget_class, QhFindingPopover, accept_box);
  gtk_widget_class_bind_template_child (widget_class, QhFindingPopover, accept_reason);
  gtk_widget_class_bind_template_child (widget_class, QhFindingPopover, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
}

static void
qh_finding_popover_init (QhFindingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_finding_popover_new (QhPlanEditor *editor, const QhFinding *finding)
{
  QhFindingPopover *self;
  gboolean blocker;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (QH_TYPE_FINDING_POPOVER, NULL);
  self->editor = g_object_ref (editor);
  self->name = qh_finding_name (finding);
  blocker = finding->level == QH_LEVEL_BLOCKER;
  gtk_label_set_label (self->why, finding->why != NULL ? finding->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), !qh_text_is_empty (finding->why));
  gtk_widget_set_visible (self->blocked, blocker);
  gtk_widget_set_visible (self->accept_box, !blocker && finding->accepted == NULL);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-standing.h"
#include "friction/qh-friction-actions.h"
#include "qh-closures.h"
#include "qh-field-control.h"
#include "widgets/qh-box.h"
#include "widgets/qh-friction-text.h"
#include "widgets/qh-severity-mark.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhFrictionStanding {
  QhFrictionPart parent_instance;

  QhSeverityMark *mark;
  GtkLabel *state;
  GtkWidget *hand_over;
  GtkWidget *brief;
  GtkWidget *remove;
  GtkWidget *accept;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (QhFrictionStanding, qh_friction_standing, QH_TYPE_FRICTION_PART)

static char *
describe_state (QhFrictionStanding *self, QhFriction *friction)
{
  QhStore *store = qh_friction_part_get_store (QH_FRICTION_PART (self));
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  gboolean is_late;
  g_autofree char *hand = qh_friction_hand_label (friction, today, &is_late);
  g_autofree char *age = qh_friction_age_label (friction, today);
  g_autofree char *status =
      qh_closure_join (NULL, qh_enum_label (qh_friction_status_values, friction->status), age);
  g_autofree char *state = qh_closure_join (NULL, status, hand);

  return qh_closure_join (NULL, state, is_late ? _ ("overdue") : NULL);
}

static void
suggest (GtkWidget *button, gboolean is_next)
{
  if (is_next)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
qh_friction_standing_update (QhFrictionPart *part)
{
  QhFrictionStanding *self = QH_FRICTION_STANDING (part);
  QhFriction *friction = qh_friction_part_get_friction (part);
  gboolean is_open =
      friction->status == QH_FRICTION_STATUS_OPEN || friction->status == QH_FRICTION_STATUS_FIXING;
  g_autofree char *state = describe_state (self, friction);

  qh_severity_mark_set (self->mark, friction->severity);
  gtk_label_set_label (self->state, state);
  /* Who was asked is to be told what for. */
  suggest (self->hand_over, friction->status == QH_FRICTION_STATUS_OPEN);
  suggest (self->brief, friction->status == QH_FRICTION_STATUS_FIXING);
  gtk_widget_set_visible (self->hand_over, is_open);
  gtk_widget_set_visible (self->remove, is_open);
  gtk_widget_set_visible (self->accept, is_open);
  gtk_widget_set_visible (self->reopen, !is_open);
}

static void
ask (GtkWidget *widget, QhFrictionStep step)
{
  QhFrictionPart *part = QH_FRICTION_PART (widget);
  QhFriction *friction = qh_friction_part_get_friction (part);

  if (friction)
    qh_friction_ask (widget, qh_friction_part_get_store (part), friction, step);
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_FRICTION_STEP_HAND_OVER);
}

static void
remove_it (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_FRICTION_STEP_REMOVE);
}

static void
accept_it (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_FRICTION_STEP_ACCEPT);
}

static void
reopen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionPart *part = QH_FRICTION_PART (widget);
  QhFriction *friction = qh_friction_part_get_friction (part);

  if (friction)
    qh_friction_reopen_here (widget, qh_friction_part_get_store (part), friction);
}

static void
save_brief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFriction *friction = qh_friction_part_get_friction (QH_FRICTION_PART (widget));

  if (friction)
    gtk_widget_activate_action (widget, "win.save-brief", "(ss)", QH_RECORD (friction)->id,
                                g_variant_get_string (parameter, NULL));
}

static void
print_brief (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFriction *friction = qh_friction_part_get_friction (QH_FRICTION_PART (widget));

  if (friction)
    gtk_widget_activate_action (widget, "win.print-brief", "s", QH_RECORD (friction)->id);
}

static void
qh_friction_standing_class_init (QhFrictionStandingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_FRICTION_PART_CLASS (klass)->update = qh_friction_standing_update;

  gtk_widget_class_install_action (widget_class, "friction.hand-over", NULL, hand_over);
  gtk_widget_class_install_action (widget_class, "friction.remove", NULL, remove_it);
  gtk_widget_class_install_action (widget_class, "friction.accept", NULL, accept_it);
  gtk_widget_class_install_action (widget_class, "friction.reopen", NULL, reopen);
  gtk_widget_class_install_action (widget_class, "friction.save-brief", "s", save_brief);
  gtk_widget_class_install_action (widget_class, "friction.print-brief", NULL, print_brief);
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_SEVERITY_MARK);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-standing.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, mark);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, state);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, hand_over);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, brief);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, remove);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, accept);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionStanding, reopen);
}

static void
qh_friction_standing_init (QhFrictionStanding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_field_control_name_parts (self->brief, _ ("Other forms of the brief"));
}

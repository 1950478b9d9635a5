/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-rule-switch.h"
#include "design/qh-house-rules.h"
#include "store/qh-settings.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhRuleSwitch {
  AdwActionRow parent_instance;

  GtkSwitch *heard;

  QhStore *store;
  const char *rule;
};

G_DEFINE_FINAL_TYPE (QhRuleSwitch, qh_rule_switch, ADW_TYPE_ACTION_ROW)

enum { SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_setting (QhRuleSwitch *self)
{
  g_auto (GStrv) muted = qh_settings_get_muted_rules (self->store);

  gtk_switch_set_active (self->heard, !g_strv_contains ((const char *const *)muted, self->rule));
}

/* Showing what is set saves nothing: the store knows it already. */
static void
on_heard_changed (QhRuleSwitch *self)
{
  g_autoptr (GError) error = NULL;

  if (!qh_settings_mute_rule (self->store, self->rule, !gtk_switch_get_active (self->heard),
                              &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
qh_rule_switch_dispose (GObject *object)
{
  g_clear_object (&QH_RULE_SWITCH (object)->store);

  G_OBJECT_CLASS (qh_rule_switch_parent_class)->dispose (object);
}

static void
qh_rule_switch_class_init (QhRuleSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_rule_switch_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", QH_TYPE_RULE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
qh_rule_switch_init (QhRuleSwitch *self)
{
  self->heard = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->heard), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->heard));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->heard));
}

/* What it is called, and what it costs. */
static void
describe (QhRuleSwitch *self)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  QhLevel level = qh_house_rules_level (rules, self->rule);
  int points = qh_house_rules_points (rules, self->rule);
  g_autofree char *cost = g_strdup_printf (ngettext ("%d point", "%d points", points), points);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s · %s", self->rule, qh_level_label (level), cost);

  qh_plain_row_set_text (ADW_ACTION_ROW (self), qh_house_rules_describe (self->rule), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->heard), level != QH_LEVEL_BLOCKER);
}

GtkWidget *
qh_rule_switch_new (QhStore *store, const char *rule)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (rule, NULL);

  QhRuleSwitch *self = g_object_new (QH_TYPE_RULE_SWITCH, NULL);
  self->store = g_object_ref (store);
  self->rule = rule;
  describe (self);
  show_setting (self);
  g_signal_connect_object (self->heard, "notify::active", G_CALLBACK (on_heard_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_setting), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A rule of the design review, to be heard or muted; a blocker is always heard.
 * Signal "failed" (GError): it could not be saved. */
#define QH_TYPE_RULE_SWITCH (qh_rule_switch_get_type ())
G_DECLARE_FINAL_TYPE (QhRuleSwitch, qh_rule_switch, QH, RULE_SWITCH, AdwActionRow)

/* @rule: one of qh_house_rules_ids (). */
GtkWidget *qh_rule_switch_new (QhStore *store, const char *rule);

G_END_DECLS

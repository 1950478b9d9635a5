/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { QH_LEVEL_BLOCKER = 1, QH_LEVEL_WARNING, QH_LEVEL_HINT } QhLevel;

/* "blocker", "warning", "hint"; and the translated word. */
const char *qh_level_name (QhLevel level);
const char *qh_level_label (QhLevel level);

/* Severity and points of every rule: the shipped table, or a team's own (`house-rules.json`:
 * {"rules": {"time.no-room": {"level": "hint", "points": 2, "muted": true}}}). */
typedef struct _QhHouseRules QhHouseRules;

QhHouseRules *qh_house_rules_new (void);
QhHouseRules *qh_house_rules_ref (QhHouseRules *rules);
void qh_house_rules_unref (QhHouseRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhHouseRules, qh_house_rules_unref)

/* Takes the settings of @json over the shipped ones. An unknown rule id, level or points outside 0
 * to 100 is an error that names them and their place; nothing changes then. Which file it was, the
 * caller says. */
gboolean qh_house_rules_read (QhHouseRules *rules, const char *json, gssize length, GError **error);

QhLevel qh_house_rules_level (QhHouseRules *rules, const char *rule);
int qh_house_rules_points (QhHouseRules *rules, const char *rule);
gboolean qh_house_rules_is_muted (QhHouseRules *rules, const char *rule);
/* Blockers cannot be muted: FALSE then, and for an unknown rule. */
gboolean qh_house_rules_mute (QhHouseRules *rules, const char *rule, gboolean muted);

/* Every rule id, sorted, ended by NULL. */
const char *const *qh_house_rules_ids (void);
/* What a rule looks for, for people, translated. */
const char *qh_house_rules_describe (const char *rule);

G_END_DECLS

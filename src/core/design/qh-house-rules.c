/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Level and points of every rule: the shipped table with a team's settings over it. Whatever is
 * muted, a blocker speaks. */
#include "design/qh-house-rules.h"
#include "base/qh-error.h"
#include "design/qh-rule.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A settings file holds three levels and a few lines a rule. */
#define SIZE_MAX_BYTES (1024 * 1024)
#define DEPTH_MAX 16

#define POINTS_MAX 100

static const char *const level_names[] = {
  [QH_LEVEL_BLOCKER] = "blocker",
  [QH_LEVEL_WARNING] = "warning",
  [QH_LEVEL_HINT] = "hint",
};

static const char *const level_labels[] = {
  [QH_LEVEL_BLOCKER] = N_ ("Blocker"),
  [QH_LEVEL_WARNING] = N_ ("Warning"),
  [QH_LEVEL_HINT] = N_ ("Hint"),
};

typedef struct {
  QhLevel level;
  int points;
  gboolean muted;
} Setting;

struct _QhHouseRules {
  gatomicrefcount references;
  guint n_settings;
  Setting *settings; /* in the order of qh_rules () */
};

const char *
qh_level_name (QhLevel level)
{
  g_return_val_if_fail (level >= QH_LEVEL_BLOCKER && level <= QH_LEVEL_HINT, NULL);
  return level_names[level];
}

const char *
qh_level_label (QhLevel level)
{
  g_return_val_if_fail (level >= QH_LEVEL_BLOCKER && level <= QH_LEVEL_HINT, NULL);
  return _ (level_labels[level]);
}

QhHouseRules *
qh_house_rules_new (void)
{
  QhHouseRules *self = g_new0 (QhHouseRules, 1);
  const QhRule *const *rules = qh_rules (&self->n_settings);

  g_atomic_ref_count_init (&self->references);
  self->settings = g_new0 (Setting, self->n_settings);
  for (guint i = 0; i < self->n_settings; i++) {
    self->settings[i].level = rules[i]->level;
    self->settings[i].points = rules[i]->points;
  }
  return self;
}

QhHouseRules *
qh_house_rules_ref (QhHouseRules *rules)
{
  g_atomic_ref_count_inc (&rules->references);
  return rules;
}

void
qh_house_rules_unref (QhHouseRules *rules)
{
  if (!g_atomic_ref_count_dec (&rules->references))
    return;
  g_free (rules->settings);
  g_free (rules);
}

static gboolean G_GNUC_PRINTF (2, 3) fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (QH_ERROR, QH_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
read_level (const char *rule, JsonNode *node, Setting *setting, GError **error)
{
  const char *name =
      json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  for (QhLevel level = QH_LEVEL_BLOCKER; level <= QH_LEVEL_HINT; level++)
    if (g_strcmp0 (name, level_names[level]) == 0) {
      setting->level = level;
      return TRUE;
    }
  return fail (error, _ ("rules.%s.level: expected blocker, warning or hint, got %s"), rule,
               name != NULL ? name : json_node_type_name (node));
}

static gboolean
read_points (const char *rule, JsonNode *node, Setting *setting, GError **error)
{
  gint64 points = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  if (points < 0 || points > POINTS_MAX)
    return fail (error, _ ("rules.%s.points: expected a whole number from 0 to %d"), rule,
                 POINTS_MAX);
  setting->points = (int)points;
  return TRUE;
}

static gboolean
read_muted (const char *rule, JsonNode *node, Setting *setting, GError **error)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (error, _ ("rules.%s.muted: expected true or false"), rule);
  setting->muted = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_rule (const char *rule, JsonNode *node, Setting *setting, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("rules.%s: expected an object with level, points or muted"), rule);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value)) {
    gboolean good;
    if (g_str_equal (name, "level"))
      good = read_level (rule, value, setting, error);
    else if (g_str_equal (name, "points"))
      good = read_points (rule, value, setting, error);
    else if (g_str_equal (name, "muted"))
      good = read_muted (rule, value, setting, error);
    else
      good = fail (error, _ ("rules.%s.%s: not known; level, points and muted are"), rule, name);
    if (!good)
      return FALSE;
  }
  value = json_object_get_member (json_node_get_object (node), "muted");
  if (value != NULL && setting->muted && setting->level == QH_LEVEL_BLOCKER)
    return fail (error, _ ("rules.%s.muted: a blocker cannot be muted"), rule);
  return TRUE;
}

/* Every id of the file that is no rule's, in one error. */
static gboolean
check_ids (JsonObject *rules, GError **error)
{
  g_autoptr (GList) members = g_list_sort (json_object_get_members (rules), (GCompareFunc)strcmp);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    if (qh_rule_index (l->data) < 0)
      g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", (char *)l->data);
  if (unknown->len == 0)
    return TRUE;
  return fail (error, _ ("unknown rules: %s"), unknown->str);
}

static gboolean
read_rules (JsonObject *rules, Setting *settings, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!check_ids (rules, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, rules);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_rule (name, node, &settings[qh_rule_index (name)], error))
      return FALSE;
  return TRUE;
}

/* The object `rules` of the document, or NULL. */
static JsonObject *
find_rules (JsonParser *parser, GError **error)
{
  JsonNode *root = json_parser_get_root (parser);
  JsonNode *rules = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    rules = json_object_get_member (json_node_get_object (root), "rules");
  if (rules != NULL && JSON_NODE_HOLDS_OBJECT (rules))
    return json_node_get_object (rules);
  fail (error, _ ("expected an object with the member “rules”, an object"));
  return NULL;
}

gboolean
qh_house_rules_read (QhHouseRules *rules, const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  g_autofree Setting *settings = NULL;
  gsize size = length < 0 ? strlen (json) : (gsize)length;
  JsonObject *object;

  if (size > SIZE_MAX_BYTES)
    return fail (error, _ ("larger than %d bytes"), SIZE_MAX_BYTES);
  if (!g_utf8_validate_len (json, size, NULL))
    return fail (error, _ ("not UTF-8"));
  if (!qh_json_is_shallow (json, size, DEPTH_MAX))
    return fail (error, _ ("nested more than %d levels deep"), DEPTH_MAX);
  if (!json_parser_load_from_data (parser, json, (gssize)size, &reason))
    return fail (error, _ ("not JSON: %s"), reason->message);
  if ((object = find_rules (parser, error)) == NULL)
    return FALSE;
  settings = g_memdup2 (rules->settings, rules->n_settings * sizeof (Setting));
  if (!read_rules (object, settings, error))
    return FALSE;
  memcpy (rules->settings, settings, rules->n_settings * sizeof (Setting));
  return TRUE;
}

static const Setting *
find_setting (QhHouseRules *rules, const char *rule)
{
  int index = qh_rule_index (rule);
  return index >= 0 ? &rules->settings[index] : NULL;
}

QhLevel
qh_house_rules_level (QhHouseRules *rules, const char *rule)
{
  const Setting *setting = find_setting (rules, rule);

  g_return_val_if_fail (setting != NULL, QH_LEVEL_HINT);
  return setting->level;
}

int
qh_house_rules_points (QhHouseRules *rules, const char *rule)
{
  const Setting *setting = find_setting (rules, rule);

  g_return_val_if_fail (setting != NULL, 0);
  return setting->points;
}

gboolean
qh_house_rules_is_muted (QhHouseRules *rules, const char *rule)
{
  const Setting *setting = find_setting (rules, rule);

  return setting != NULL && setting->muted && setting->level != QH_LEVEL_BLOCKER;
}

gboolean
qh_house_rules_mute (QhHouseRules *rules, const char *rule, gboolean muted)
{
  int index = qh_rule_index (rule);

  if (index < 0 || (muted && rules->settings[index].level == QH_LEVEL_BLOCKER))
    return FALSE;
  rules->settings[index].muted = muted;
  return TRUE;
}

const char *const *
qh_house_rules_ids (void)
{
  static const char **ids;

  if (g_once_init_enter (&ids)) {
    guint n_rules;
    const QhRule *const *rules = qh_rules (&n_rules);
    const char **all = g_new0 (const char *, n_rules + 1);
    for (guint i = 0; i < n_rules; i++)
      all[i] = rules[i]->id;
    g_once_init_leave (&ids, all);
  }
  return ids;
}

const char *
qh_house_rules_describe (const char *rule)
{
  int index = qh_rule_index (rule);
  guint n_rules;

  g_return_val_if_fail (index >= 0, NULL);
  return _ (qh_rules (&n_rules)[index]->describe);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team's own severity and points: what is taken, and what is refused with which words. */
#include "base/qh-error.h"
#include "design/qh-house-rules.h"
#include <string.h>

static void
test_takes_settings (void)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_house_rules_read (rules,
                                      "{\"rules\": {\"time.no-room\": {\"level\": \"warning\", "
                                      "\"points\": 2}, \"output.thin\": {\"muted\": true}, "
                                      "\"mode.missing\": {\"points\": 100}}}",
                                      -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (qh_house_rules_level (rules, "time.no-room"), ==, QH_LEVEL_WARNING);
  g_assert_cmpint (qh_house_rules_points (rules, "time.no-room"), ==, 2);
  g_assert_true (qh_house_rules_is_muted (rules, "output.thin"));
  g_assert_false (qh_house_rules_is_muted (rules, "time.no-room"));
  g_assert_cmpint (qh_house_rules_points (rules, "mode.missing"), ==, 100);
  g_assert_cmpint (qh_house_rules_level (rules, "mode.missing"), ==, QH_LEVEL_WARNING);
}

/* Settings come one over the other; what they do not name stays. */
static void
test_settings_add_up (void)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();

  g_assert_true (
      qh_house_rules_read (rules, "{\"rules\":{\"output.thin\":{\"points\":1}}}", -1, NULL));
  g_assert_true (
      qh_house_rules_read (rules, "{\"rules\":{\"output.thin\":{\"level\":\"hint\"}}}", -1, NULL));
  g_assert_true (qh_house_rules_read (rules, "{\"rules\":{}}", -1, NULL));
  g_assert_cmpint (qh_house_rules_points (rules, "output.thin"), ==, 1);
  g_assert_cmpint (qh_house_rules_level (rules, "output.thin"), ==, QH_LEVEL_HINT);
}

static const struct {
  const char *json;
  const char *message;
} wrong[] = {
  { "", "expected an object with the member “rules”" },
  { "{", "not JSON" },
  { "[]", "expected an object with the member “rules”" },
  { "{}", "expected an object with the member “rules”" },
  { "{\"rules\": []}", "expected an object with the member “rules”" },
  { "{\"rules\": {\"time.flies\": {}, \"output.thin\": {}, \"a.b\": {}}}",
    "unknown rules: a.b, time.flies" },
  { "{\"rules\": {\"output.thin\": 3}}", "rules.output.thin: expected an object" },
  { "{\"rules\": {\"output.thin\": {\"level\": \"severe\"}}}",
    "rules.output.thin.level: expected blocker, warning or hint, got severe" },
  { "{\"rules\": {\"output.thin\": {\"level\": 1}}}", "rules.output.thin.level: expected blocker" },
  { "{\"rules\": {\"output.thin\": {\"level\": null}}}",
    "rules.output.thin.level: expected blocker" },
  { "{\"rules\": {\"output.thin\": {\"points\": -1}}}",
    "rules.output.thin.points: expected a whole number from 0 to 100" },
  { "{\"rules\": {\"output.thin\": {\"points\": 101}}}", "rules.output.thin.points: expected" },
  { "{\"rules\": {\"output.thin\": {\"points\": 2.5}}}", "rules.output.thin.points: expected" },
  { "{\"rules\": {\"output.thin\": {\"points\": \"2\"}}}", "rules.output.thin.points: expected" },
  { "{\"rules\": {\"output.thin\": {\"points\": [2]}}}", "rules.output.thin.points: expected" },
  { "{\"rules\": {\"output.thin\": {\"muted\": 1}}}",
    "rules.output.thin.muted: expected true or false" },
  { "{\"rules\": {\"output.thin\": {\"pionts\": 1}}}", "rules.output.thin.pionts: not known" },
  { "{\"rules\": {\"output.missing\": {\"muted\": true}}}",
    "rules.output.missing.muted: a blocker cannot be muted" },
  { "{\"rules\": {\"output.thin\": {\"muted\": true, \"level\": \"blocker\"}}}",
    "a blocker cannot be muted" },
  { "{\"rules\": {\"time.no-room\": {\"points\": 9}, \"output.thin\": {\"points\": 999}}}",
    "rules.output.thin.points" },
  { "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", "nested more than 16 levels deep" },
  { "{\"rules\": \"\xff\"}", "not UTF-8" },
};

static void
test_refuses (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_house_rules_read (rules, wrong[i].json, -1, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  if (strstr (error->message, wrong[i].message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, wrong[i].message);
  g_assert_false (qh_house_rules_read (rules, wrong[i].json, -1, NULL));
  g_assert_cmpint (qh_house_rules_points (rules, "time.no-room"), ==, 4);
  g_assert_cmpint (qh_house_rules_points (rules, "output.thin"), ==, 8);
  g_assert_false (qh_house_rules_is_muted (rules, "output.thin"));
}

/* Brackets within a text are no depth; a text may end in a backslash that is escaped. */
static void
test_depth_is_counted_outside_texts (void)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_house_rules_read (
      rules, "{\"note\": \"[[[[[[[[[[[[[[[[[[[[[[\\\"{{{{\\\\\", \"rules\": {}}", -1, &error));
  g_assert_no_error (error);
}

static void
test_too_large (void)
{
  g_autofree char *json = g_strnfill (1024 * 1024 + 1, ' ');
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_house_rules_read (rules, json, -1, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
}

/* 200,000 levels must not overflow the stack. */
static void
test_very_deep (void)
{
  g_autofree char *json = g_strnfill (200000, '[');
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_house_rules_read (rules, json, -1, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
}

static void
test_mute (void)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();

  g_assert_true (qh_house_rules_mute (rules, "output.thin", TRUE));
  g_assert_true (qh_house_rules_is_muted (rules, "output.thin"));
  g_assert_true (qh_house_rules_mute (rules, "output.thin", FALSE));
  g_assert_false (qh_house_rules_is_muted (rules, "output.thin"));
  g_assert_false (qh_house_rules_mute (rules, "output.missing", TRUE));
  g_assert_true (qh_house_rules_mute (rules, "output.missing", FALSE));
  g_assert_false (qh_house_rules_mute (rules, "no.such-rule", TRUE));
  g_assert_false (qh_house_rules_is_muted (rules, "no.such-rule"));
}

/* Muted first and made a blocker later: it speaks. */
static void
test_blocker_speaks (void)
{
  g_autoptr (QhHouseRules) rules = qh_house_rules_new ();

  g_assert_true (qh_house_rules_mute (rules, "output.thin", TRUE));
  g_assert_true (qh_house_rules_read (
      rules, "{\"rules\":{\"output.thin\":{\"level\":\"blocker\"}}}", -1, NULL));
  g_assert_false (qh_house_rules_is_muted (rules, "output.thin"));
}

static void
test_descriptions (void)
{
  const char *const *ids = qh_house_rules_ids ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++) {
    const char *text = qh_house_rules_describe (ids[i]);
    g_assert_nonnull (text);
    g_assert_true (g_str_has_suffix (text, "."));
    g_assert_true (g_hash_table_add (seen, (gpointer)text));
    if (i > 0)
      g_assert_cmpstr (ids[i - 1], <, ids[i]);
  }
}

static void
test_levels (void)
{
  g_assert_cmpstr (qh_level_name (QH_LEVEL_BLOCKER), ==, "blocker");
  g_assert_cmpstr (qh_level_name (QH_LEVEL_WARNING), ==, "warning");
  g_assert_cmpstr (qh_level_name (QH_LEVEL_HINT), ==, "hint");
  g_assert_cmpstr (qh_level_label (QH_LEVEL_BLOCKER), ==, "Blocker");
  g_assert_cmpstr (qh_level_label (QH_LEVEL_HINT), ==, "Hint");
}

static void
test_references (void)
{
  QhHouseRules *rules = qh_house_rules_new ();
  QhHouseRules *second = qh_house_rules_ref (rules);

  qh_house_rules_unref (rules);
  g_assert_cmpint (qh_house_rules_points (second, "output.thin"), ==, 8);
  qh_house_rules_unref (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house-rules/takes-settings", test_takes_settings);
  g_test_add_func ("/house-rules/settings-add-up", test_settings_add_up);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *path = g_strdup_printf ("/house-rules/refuses/%02u", i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuses);
  }
  g_test_add_func ("/house-rules/depth-outside-texts", test_depth_is_counted_outside_texts);
  g_test_add_func ("/house-rules/too-large", test_too_large);
  g_test_add_func ("/house-rules/very-deep", test_very_deep);
  g_test_add_func ("/house-rules/mute", test_mute);
  g_test_add_func ("/house-rules/blocker-speaks", test_blocker_speaks);
  g_test_add_func ("/house-rules/descriptions", test_descriptions);
  g_test_add_func ("/house-rules/levels", test_levels);
  g_test_add_func ("/house-rules/references", test_references);
  return g_test_run ();
}

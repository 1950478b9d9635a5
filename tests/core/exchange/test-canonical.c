/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include <string.h>

/* Numbers and strings of RFC 8785, appendix B and section 3.2. */
static const struct {
  const char *json, *canonical;
} cases[] = {
  { "0.0", "0" },
  { "-0.0", "0" },
  { "5e-324", "5e-324" },
  { "-5e-324", "-5e-324" },
  { "1.7976931348623157e308", "1.7976931348623157e+308" },
  { "9007199254740992.0", "9007199254740992" },
  { "295147905179352830000.0", "295147905179352830000" },
  { "9.999999999999997e22", "9.999999999999997e+22" },
  { "1e23", "1e+23" },
  { "1.0000000000000001e23", "1.0000000000000001e+23" },
  { "999999999999999700000.0", "999999999999999700000" },
  { "999999999999999900000.0", "999999999999999900000" },
  { "1e21", "1e+21" },
  { "9.999999999999997e-7", "9.999999999999997e-7" },
  { "0.000001", "0.000001" },
  { "333333333.3333333", "333333333.3333333" },
  { "-0.0000033333333333333333", "-0.0000033333333333333333" },
  { "1424953923781206.2", "1424953923781206.2" },
  { "4.50", "4.5" },
  { "2e-3", "0.002" },
  { "9223372036854775807", "9223372036854775807" },
  { "[56, {\"d\": true, \"10\": null, \"1\": []}]", "[56,{\"1\":[],\"10\":null,\"d\":true}]" },
  { "\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"",
    "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"" },
  { "{}", "{}" },
  /* The order of RFC 8785, 3.2.3: by UTF-16 code units. */
  { "{\"\\u20ac\": 1, \"\\r\": 2, \"\\ufb33\": 3, \"1\": 4, \"\\ud83d\\ude00\": 5, \"\\u0080\": 6, "
    "\"\\u00f6\": 7}",
    "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\xef\xac\xb3\":3}" },
};

static void
test_canonical_form (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = json_from_string (cases[i].json, &error);
    g_assert_no_error (error);
    g_autofree char *canonical = qh_canonical_write (node, FALSE);
    g_assert_cmpstr (canonical, ==, cases[i].canonical);
  }
}

/* What is written is read as the same, and written again as the same. */
static void
test_indented_form (void)
{
  const char *json = "{\"b\": [1, {\"x\": \"y\"}, []], \"a\": {}}";
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autofree char *text = qh_canonical_write (node, TRUE);

  g_assert_cmpstr (text, ==,
                   "{\n  \"a\": {},\n  \"b\": [\n    1,\n    {\n      \"x\": \"y\"\n    },\n"
                   "    []\n  ]\n}\n");
  g_autoptr (JsonNode) again = json_from_string (text, NULL);
  g_autofree char *second = qh_canonical_write (again, TRUE);
  g_assert_cmpstr (second, ==, text);
}

static void
test_digest (void)
{
  g_autoptr (JsonNode) node =
      json_from_string ("{\"b\": 1, \"a\": \"ü\", \"digest\": \"x\"}", NULL);
  g_autoptr (JsonNode) other = json_from_string ("{\"a\":\"ü\",\"signature\":\"s\",\"b\":1}", NULL);
  g_autofree char *digest = qh_canonical_digest (json_node_get_object (node));
  g_autofree char *same = qh_canonical_digest (json_node_get_object (other));
  /* echo -n '{"a":"ü","b":1}' | sha256sum */
  g_autofree char *hex =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, "{\"a\":\"ü\",\"b\":1}", -1);

  g_assert_true (g_str_has_prefix (digest, "sha256:"));
  g_assert_cmpstr (digest + strlen ("sha256:"), ==, hex);
  g_assert_cmpstr (digest, ==, same);
}

static char *
repeat (const char *open, guint n, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  for (guint i = 0; i < n; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
check_read (const char *text, gsize size, const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = qh_json_read (bytes, &error);

  if (message == NULL) {
    g_assert_no_error (error);
    g_assert_nonnull (node);
    return;
  }
  g_assert_null (node);
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, message));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_depth (void)
{
  g_autofree char *deepest = repeat ("[", QH_JSON_MAX_DEPTH, "]");
  g_autofree char *deeper = repeat ("[", QH_JSON_MAX_DEPTH + 1, "]");
  g_autofree char *abyss = repeat ("{\"a\":", 200000, "}");
  g_autofree char *open = repeat ("[", 200000, "");

  check_read (deepest, strlen (deepest), NULL);
  check_read (deeper, strlen (deeper), "line 1: the file is nested deeper than 32 levels");
  check_read (abyss, strlen (abyss), "line 1: the file is nested deeper than 32 levels");
  check_read (open, strlen (open), "line 1: the file is nested deeper than 32 levels");
}

static char *
list_of (guint n)
{
  GString *text = g_string_new ("[1");

  for (guint i = 1; i < n; i++)
    g_string_append (text, ",1");
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
test_sizes (void)
{
  g_autofree char *letters = g_strnfill (QH_JSON_MAX_STRING, 'x');
  g_autofree char *longest = g_strdup_printf ("[\"%s\"]", letters);
  g_autofree char *longer = g_strdup_printf ("[\"%sx\"]", letters);
  g_autofree char *most = list_of (QH_JSON_MAX_ENTRIES);
  g_autofree char *more = list_of (QH_JSON_MAX_ENTRIES + 1);
  g_autofree char *huge = g_strnfill (QH_JSON_MAX_BYTES + 1, ' ');

  check_read (longest, strlen (longest), NULL);
  check_read (longer, strlen (longer), "line 1: a text is longer than 64 KiB");
  check_read (most, strlen (most), NULL);
  check_read (more, strlen (more), "line 1: a list has more than 10,000 entries");
  check_read (huge, QH_JSON_MAX_BYTES + 1, "larger than 16 MiB");
}

static void
test_not_json (void)
{
  static const struct {
    const char *text, *message;
  } wrong[] = {
    { "", "the file is empty" },
    { "[1,\n\"a", "line 2: the file ends in the middle of a text" },
    { "[1,\n{\"a\": 1}", "line 2: the file is cut off" },
    { "\xff\xfe[\x01", "not valid UTF-8" },
    { "{\"a\": \"\\u0000\"}", "line 1: a text holds a NUL character" },
    { "{\"a\" 1}", "this is not JSON" },
    { "hello", "this is not JSON" },
    /* json-glib cuts what it quotes in the middle of a character */
    { "{\"t\": \"“An evening with Dr Amari” can be had from 30 November\" rule: \"x\"}",
      "this is not JSON" },
    { "{\"a\": 1} // no comments", "line 1: this is not JSON" },
    { "\"\\", "line 1: the file ends in the middle of a text" },
    { "\"\\u12", "line 1: the file ends in the middle of a text" },
    { "{\"a\": 1}\n{\"a\": 2}", "line 2: something stands behind the end" },
    { "[1] x", "line 1: something stands behind the end" },
    { "[1,\n9223372036854775808]", "line 2: the number 9223372036854775808 is too large" },
    { "[-9223372036854775809]", "line 1: the number -9223372036854775809 is too large" },
    { "{\"a\": 18446744073709551617}", "line 1: the number 18446744073709551617 is too large" },
    { "[1234567890123456789012345678901234567890123]",
      "line 1: the number 1234567890123456789012345678901234567890… is too large" },
    { "{\"a\": 1,\n\"a\": 2}", "line 2: “a” stands in one object twice" },
    { "{\"a\": 1, \"\\u0061\": 1}", "line 1: “a” stands in one object twice" },
    { "[{\"a\": {}, \"b\": {\"a\": 1,\n\"c\": 2,\n\"a\": 3}}]",
      "line 3: “a” stands in one object twice" },
    { "[\"\\ud800\"]", "line 1: a text holds half a character" },
    { "[\"\\udc00\\ud800\"]", "line 1: a text holds half a character" },
    { "[\"\\ud83e\\u0041\"]", "line 1: a text holds half a character" },
    { "{\"\\ud83e\": 1}", "line 1: a text holds half a character" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    check_read (wrong[i].text, strlen (wrong[i].text), wrong[i].message);
}

/* What looks like the mistakes above, and is none. */
static void
test_right_json (void)
{
  static const char *const right[] = {
    "{\"a\": \"b: c, {d}\", \"b\": {\"a\": {\"a\": [{\"a\": 1}, {\"a\": 2}]}}}\n \t",
    "[\"\\ud83e\\uddb7\", \"\\\\ud800\", \"\\\\u0000\", \"\\\"\"]",
    "{\"\": 1, \" \": 2, \"A\": 3, \"a\": 4}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    check_read (right[i], strlen (right[i]), NULL);
}

/* Whatever is cut off or turned over in a right file is refused or read, never worse. */
static void
test_random_damage (void)
{
  const char *right =
      "{\"a\": [1, -2.5e3, \"ü\\u00e4\\\"\", null, true, {\"b\": {}}], \"c\": \"\"}";
  gsize size = strlen (right);
  GRand *random = g_rand_new_with_seed (11);

  for (int i = 0; i < 20000; i++) {
    g_autofree char *copy = g_strdup (right);
    gsize length = g_rand_int_range (random, 0, size + 1);
    for (int n = g_rand_int_range (random, 0, 4); n > 0 && length > 0; n--)
      copy[g_rand_int_range (random, 0, length)] = (char)g_rand_int_range (random, 1, 256);
    g_autoptr (GBytes) bytes = g_bytes_new (copy, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = qh_json_read (bytes, &error);
    g_assert_true ((node == NULL) == (error != NULL));
  }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical/form", test_canonical_form);
  g_test_add_func ("/canonical/indented", test_indented_form);
  g_test_add_func ("/canonical/digest", test_digest);
  g_test_add_func ("/json-read/depth", test_depth);
  g_test_add_func ("/json-read/sizes", test_sizes);
  g_test_add_func ("/json-read/not-json", test_not_json);
  g_test_add_func ("/json-read/right", test_right_json);
  g_test_add_func ("/json-read/damage", test_random_damage);
  return g_test_run ();
}

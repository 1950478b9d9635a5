/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every kind that people exchange: cut at every byte, and with every value of them gone or
 * in the place of it what nobody expects there, under a digest that is right. */
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-review-file.h"
#include "exchange/qh-transfer-file.h"
#include "fuzz.h"
#include <string.h>

/* Instead of a value, as JSON. */
static const char *const odd[] = {
  "null",
  "true",
  "-1",
  "0",
  "1.5",
  "1e308",
  "9223372036854775807",
  "\"\"",
  "\" \"",
  "\"\\u0000\"",
  "\"<script>alert (1)</script>\"",
  "\"\\u202e=1+1\\u2066\\u0007\"",
  "\"00000000-0000-0000-0000-000000000000\"",
  "\"2026-02-30T25:61:00Z\"",
  "[]",
  "{}",
  "[[]]",
  "[null, 1, {}, \"x\"]",
};

static GBytes *
read_seed (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

typedef void (*Visit) (const char *folder, const char *name, GBytes *seed);

static void
visit_all (const char *folder, Visit visit)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autoptr (GBytes) seed = read_seed (folder, name);
    if (!g_str_has_suffix (name, ".found")) /* what a fuzzer found is no file of ours */
      visit (folder, name, seed);
  }
}

static gboolean
can_be_read (const char *name, GBytes *bytes)
{
  g_autoptr (QhPlanFile) plan = NULL;
  g_autoptr (QhReviewFile) review = NULL;
  g_autoptr (QhTransferFile) transfer = NULL;

  if (g_str_has_suffix (name, ".qhplan"))
    return (plan = qh_plan_file_read (bytes, 0, NULL, NULL)) != NULL;
  if (g_str_has_suffix (name, ".qhreview"))
    return (review = qh_review_file_read (bytes, NULL)) != NULL;
  return (transfer = qh_transfer_file_read (bytes, NULL)) != NULL;
}

/* A file is whole, or it is refused; but for the line feed at its end. */
static void
cut (const char *folder, const char *name, GBytes *seed)
{
  gsize size = g_bytes_get_size (seed);

  g_assert_true (can_be_read (name, seed));
  for (gsize i = 0; i + 1 < size; i++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (seed, 0, i);
    g_assert_false (can_be_read (name, part));
  }
}

/* One bit of a signed file is enough, wherever it means something. */
static void
flip (const char *folder, const char *name, GBytes *seed)
{
  gsize size;
  const char *data = g_bytes_get_data (seed, &size);

  for (gsize i = 0; i < size; i++) {
    g_autofree char *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) bytes = NULL;
    if (g_ascii_isspace (data[i]))
      continue;
    copy[i] ^= 1;
    bytes = g_bytes_new (copy, size);
    if (can_be_read (name, bytes))
      g_error ("%s: byte %" G_GSIZE_FORMAT " (%c) may be another", name, i, data[i]);
  }
}

static void
try_root (JsonNode *root)
{
  g_autofree char *text = qh_canonical_write (root, FALSE);

  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *)text, strlen (text)), ==, 0);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node != NULL ? node : json_node_new (JSON_NODE_NULL);
}

static void spoil (JsonNode *root, JsonNode *node);

static void
spoil_member (JsonNode *root, JsonObject *object, const char *name)
{
  JsonNode *right = json_object_dup_member (object, name);

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    json_object_set_member (object, name, parse (odd[i]));
    try_root (root);
  }
  json_object_remove_member (object, name);
  try_root (root);
  json_object_set_member (object, name, right);
  spoil (root, json_object_get_member (object, name));
}

static void
spoil (JsonNode *root, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));
    g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
    for (GList *l = names; l != NULL; l = l->next)
      g_ptr_array_add (copies, g_strdup (l->data));
    for (guint i = 0; i < copies->len; i++)
      spoil_member (root, json_node_get_object (node), copies->pdata[i]);
  } else if (JSON_NODE_HOLDS_ARRAY (node) &&
             json_array_get_length (json_node_get_array (node)) > 0) {
    spoil (root, json_array_get_element (json_node_get_array (node), 0));
  }
}

static void
spoil_seed (const char *folder, const char *name, GBytes *seed)
{
  g_autoptr (JsonNode) root = qh_json_read (seed, NULL);

  spoil (root, root);
}

static void
test_cut (gconstpointer folder)
{
  visit_all (folder, cut);
}

static void
test_flipped (gconstpointer folder)
{
  visit_all (folder, flip);
}

static void
test_spoiled (gconstpointer folder)
{
  visit_all (folder, spoil_seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/fuzz/files/cut", argv[1], test_cut);
  g_test_add_data_func ("/fuzz/files/flipped", argv[1], test_flipped);
  g_test_add_data_func ("/fuzz/files/spoiled", argv[1], test_spoiled);
  return g_test_run ();
}

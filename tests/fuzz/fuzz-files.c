/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a plan, a review and a transfer file: what is not right is refused with words and
 * never crashes; what is taken can be written again, and read again as the same. A fuzzer does not
 * guess digests, so each text is tried as it is and with the right one put in. */
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-in.h"
#include "exchange/qh-review-file.h"
#include "exchange/qh-transfer-file.h"
#include "fuzz.h"
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)

/* An error has words, of this house's domain. */
static void
check_refusal (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == QH_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
try_plan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, NOW, NULL, &error);
  g_autoptr (QhPlanIn) plan = NULL;

  if (file == NULL) {
    check_refusal (error);
    return;
  }
  plan = qh_plan_in_new (file, bytes, NOW);
  g_assert_true (qh_record_check (QH_RECORD (plan->received), &error));
}

static void
try_review (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhReviewFile) file = qh_review_file_read (bytes, &error);
  g_autoptr (QhReviewFile) again = NULL;
  g_autoptr (GBytes) written = NULL;

  if (file == NULL) {
    check_refusal (error);
    return;
  }
  written = qh_review_file_write (file, &error);
  g_assert_no_error (error);
  again = qh_review_file_read (written, &error);
  g_assert_no_error (error);
  g_assert_true (qh_record_equal (QH_RECORD (file->review), QH_RECORD (again->review)));
  g_assert_cmpuint (file->comments->len, ==, again->comments->len);
}

static void
try_transfer (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhTransferFile) file = qh_transfer_file_read (bytes, &error);

  if (file == NULL)
    check_refusal (error);
}

static void
try_all (GBytes *bytes)
{
  try_plan (bytes);
  try_review (bytes);
  try_transfer (bytes);
}

/* The same text under the digest that it ought to have, unsigned; NULL: it is no object. */
static GBytes *
seal_again (GBytes *bytes)
{
  g_autoptr (JsonNode) node = qh_json_read (bytes, NULL);
  JsonNode *by;
  char *text;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  JsonObject *root = json_node_get_object (node);
  by = json_object_get_member (root, "by");
  if (json_object_has_member (root, "signature"))
    json_object_remove_member (root, "signature");
  if (by != NULL && JSON_NODE_HOLDS_OBJECT (by) &&
      json_object_has_member (json_node_get_object (by), "public_key"))
    json_object_remove_member (json_node_get_object (by), "public_key");
  qh_seal_put (root, NULL);
  text = qh_canonical_write (node, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) sealed = seal_again (bytes);

  try_all (bytes);
  if (sealed != NULL)
    try_all (sealed);
  return 0;
}

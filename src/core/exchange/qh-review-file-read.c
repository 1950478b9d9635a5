/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a review file and trusts nothing in it. */
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-review-members.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Stands where a record must refer to something that the file does not hold. */
#define NOBODY "00000000-0000-0000-0000-000000000000"

static gboolean
integer_of (JsonObject *object, const char *where, const char *name, gint64 min, gint64 *number,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s%s: expected a whole number"), where,
                          name);
  *number = json_node_get_int (node);
  return (*number >= min && *number <= G_MAXINT32) ||
         qh_error_fail (error, QH_ERROR_INVALID,
                        _ ("%s%s: expected %" PRId64 " to %" PRId64 ", got %" PRId64), where, name,
                        min, (gint64)G_MAXINT32, *number);
}

static JsonObject *
object_of (JsonObject *root, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (root, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), name);
  return NULL;
}

static gboolean
check_version (JsonObject *root, GError **error)
{
  const char *format = qh_json_text (root, "format");
  gint64 version;

  if (g_strcmp0 (format, QH_REVIEW_FILE_FORMAT) != 0)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("format: expected “%s”, got “%s”"),
                          QH_REVIEW_FILE_FORMAT, format != NULL ? format : "");
  if (!integer_of (root, "", "version", 1, &version, error))
    return FALSE;
  if (version <= QH_REVIEW_FILE_VERSION)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_NEWER,
               _ ("written by a newer Quarterhour (format %d; this one reads up to %d)"),
               (int)version, QH_REVIEW_FILE_VERSION);
  return FALSE;
}

/* --- What it is about */

static gboolean
read_plan (QhReviewFile *file, JsonObject *root, GError **error)
{
  JsonObject *plan = object_of (root, "plan", error);
  const QhField edition_field = { .values = qh_edition_values };

  if (plan == NULL)
    return FALSE;
  if (!qh_id_is_valid (qh_json_text (plan, "id")))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("plan.id: expected an id"));
  if (!integer_of (plan, "plan.", "revision", 1, &file->plan_revision, error))
    return FALSE;
  file->plan_edition = qh_field_enum_value (&edition_field, qh_json_text (plan, "edition"));
  if (file->plan_edition == 0)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("plan.edition: expected one of full, manager, client"));
  if (qh_json_text (plan, "digest") == NULL)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("plan.digest: missing"));
  file->plan = g_strdup (qh_json_text (plan, "id"));
  file->plan_digest = g_strdup (qh_json_text (plan, "digest"));
  return TRUE;
}

static gboolean
read_envelope (QhReviewFile *file, JsonObject *root, GError **error)
{
  JsonObject *by = object_of (root, "by", error);

  if (by == NULL || !integer_of (root, "", "revision", 1, &file->revision, error))
    return FALSE;
  if (!qh_id_is_valid (qh_json_text (root, "id")))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("id: expected an id"));
  if (!qh_instant_parse (qh_json_text (root, "exported"), NULL, &file->exported))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("exported: expected a time like 2026-12-01T10:00:00+01:00"));
  file->id = g_strdup (qh_json_text (root, "id"));
  file->sender = g_strdup (qh_json_text (by, "name"));
  file->device_id = g_strdup (qh_json_text (by, "device_id"));
  return read_plan (file, root, error);
}

/* --- What it says */

/* The members of the review as its record reads them. */
static JsonObject *
review_members (JsonObject *root, gboolean draft)
{
  JsonObject *members = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_strv_contains (qh_review_other_fields, name))
      json_object_set_member (members, name, json_node_copy (node));
  json_object_set_string_member (members, "meeting", NOBODY);
  json_object_set_string_member (members, "at", "2000-01-01T00:00:00Z");
  if (draft && !json_object_has_member (members, "reviewer"))
    json_object_set_string_member (members, "reviewer", "–");
  return members;
}

static gboolean
read_review (QhReviewFile *file, JsonObject *root, gboolean draft, GError **error)
{
  g_autoptr (JsonObject) members = review_members (root, draft);
  g_autoptr (QhReview) review = qh_review_new ();

  if (!qh_record_read_json (QH_RECORD (review), members, "review", error))
    return FALSE;
  if (!draft && review->decision == QH_REVIEW_DECISION_UNSET)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("decision: missing"));
  if (draft && !json_object_has_member (root, "reviewer"))
    qh_record_set_string (QH_RECORD (review), "reviewer", NULL);
  qh_record_set_string (QH_RECORD (review), "meeting", NULL);
  g_set_object (&file->review, review);
  return TRUE;
}

static gboolean
check_comment (QhReviewFile *file, const char *where, GHashTable *ids, JsonObject *object,
               gboolean draft, GError **error)
{
  const char *id = qh_json_text (object, "id"), *segment = qh_json_text (object, "segment");
  const char *field = qh_json_text (object, "field");

  if (!draft && !qh_id_is_valid (id))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.id: expected an id"), where);
  if (id != NULL && !g_hash_table_add (ids, (gpointer)id))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.id: stands in the file twice"), where);
  if (segment != NULL && field != NULL)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s: expected a segment or a field, not both"), where);
  return TRUE;
}

static gboolean
read_comment (QhReviewFile *file, JsonNode *node, guint place, GHashTable *ids, gboolean draft,
              GError **error)
{
  g_autofree char *where = g_strdup_printf ("comments[%u]", place);
  g_autoptr (QhComment) comment = qh_comment_new ();
  g_autoptr (JsonObject) members = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), where);
  object = json_node_get_object (node);
  if (!check_comment (file, where, ids, object, draft, error))
    return FALSE;
  members = json_object_new ();
  for (const char *const *name = (const char *[]){ "id", "segment", "field", "text", NULL };
       *name != NULL; name++)
    if (json_object_has_member (object, *name))
      json_object_set_member (members, *name, json_object_dup_member (object, *name));
  json_object_set_string_member (members, "review", NOBODY);
  if (!qh_record_read_json (QH_RECORD (comment), members, where, error))
    return FALSE;
  qh_record_set_string (QH_RECORD (comment), "review", NULL);
  g_ptr_array_add (file->comments, g_steal_pointer (&comment));
  return TRUE;
}

static gboolean
read_comments (QhReviewFile *file, JsonObject *root, gboolean draft, GError **error)
{
  JsonNode *node = json_object_get_member (root, "comments");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a list"), "comments");
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_comment (file, json_array_get_element (array, i), i, ids, draft, error))
      return FALSE;
  return TRUE;
}

/* What a draft knows of the file that was given of it. */
static void
read_given (QhReviewFile *file, JsonObject *root)
{
  const char *id = qh_json_text (root, "id");

  if (!qh_id_is_valid (id) || !integer_of (root, "", "revision", 1, &file->revision, NULL) ||
      !qh_instant_parse (qh_json_text (root, "exported"), NULL, &file->exported)) {
    file->revision = 0;
    return;
  }
  file->id = g_strdup (id);
  file->digest = g_strdup (qh_json_text (root, "digest"));
}

gboolean
qh_review_members_read (QhReviewFile *file, JsonObject *root, gboolean draft, GError **error)
{
  if (draft)
    read_given (file, root);
  return read_review (file, root, draft, error) && read_comments (file, root, draft, error);
}

QhReviewFile *
qh_review_file_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = qh_json_read (bytes, error);
  g_autoptr (QhReviewFile) file = qh_review_file_new ();
  JsonObject *root;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("expected a review file, got a list or a value"));
    return NULL;
  }
  root = json_node_get_object (node);
  /* The seal comes last: a value that cannot be says where it stands, sealed or not. */
  if (!check_version (root, error) || !read_envelope (file, root, error) ||
      !qh_review_members_read (file, root, FALSE, error) ||
      !qh_seal_check (root, &file->signer, error))
    return NULL;
  file->digest = g_strdup (qh_json_text (root, "digest"));
  return g_steal_pointer (&file);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-review-file.h"
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-review-members.h"
#include "record/qh-record-json.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

const char *const qh_review_other_fields[] = { "id",         "created",       "modified", "author",
                                               "meeting",    "revision",      "at",       "digest",
                                               "signer_key", "file_revision", NULL };

QhReviewFile *
qh_review_file_new (void)
{
  QhReviewFile *file = g_new0 (QhReviewFile, 1);

  file->exported = QH_NONE;
  file->review = qh_review_new ();
  file->comments = g_ptr_array_new_with_free_func (g_object_unref);
  return file;
}

void
qh_review_file_free (QhReviewFile *file)
{
  g_free (file->id);
  g_free (file->sender);
  g_free (file->device_id);
  g_free (file->plan);
  g_free (file->plan_digest);
  g_object_unref (file->review);
  g_ptr_array_unref (file->comments);
  g_free (file->digest);
  g_free (file->signer);
  g_free (file);
}

QhComment *
qh_review_file_comment (QhReviewFile *file, const char *id, const char *segment, const char *field,
                        const char *text)
{
  QhRecord *comment = qh_record_new (&qh_comment_entity);

  qh_record_set_string (comment, "id", id);
  qh_record_set_string (comment, "segment", segment);
  qh_record_set_string (comment, "field", field);
  qh_record_set_string (comment, "text", text);
  g_ptr_array_add (file->comments, comment);
  return QH_COMMENT (comment);
}

/* --- Writing */

static JsonArray *
write_comments (const QhReviewFile *file)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < file->comments->len; i++) {
    const QhComment *comment = file->comments->pdata[i];
    JsonObject *object = json_object_new ();
    qh_json_set_text (object, "id", comment->parent_instance.id);
    qh_json_set_text (object, "segment", comment->segment);
    qh_json_set_text (object, "field", comment->field);
    qh_json_set_text (object, "text", comment->text);
    json_array_add_object_element (array, object);
  }
  return array;
}

/* What the reviewer says. */
static JsonObject *
write_content (const QhReviewFile *file)
{
  JsonObject *root = qh_record_to_json (QH_RECORD (file->review), 0);

  for (guint i = 0; qh_review_other_fields[i] != NULL; i++)
    if (json_object_has_member (root, qh_review_other_fields[i]))
      json_object_remove_member (root, qh_review_other_fields[i]);
  json_object_set_array_member (root, "comments", write_comments (file));
  return root;
}

static void
add_envelope (const QhReviewFile *file, JsonObject *root)
{
  JsonObject *plan = json_object_new (), *by = json_object_new ();
  g_autofree char *exported = qh_instant_format (file->exported, NULL);

  qh_json_set_text (plan, "id", file->plan);
  json_object_set_int_member (plan, "revision", file->plan_revision);
  qh_json_set_text (plan, "edition", qh_enum_name (qh_edition_values, file->plan_edition));
  qh_json_set_text (plan, "digest", file->plan_digest);
  qh_json_set_text (by, "name", file->sender);
  qh_json_set_text (by, "device_id", file->device_id);
  json_object_set_string_member (root, "format", QH_REVIEW_FILE_FORMAT);
  json_object_set_int_member (root, "version", QH_REVIEW_FILE_VERSION);
  qh_json_set_text (root, "id", file->id);
  json_object_set_int_member (root, "revision", file->revision);
  qh_json_set_text (root, "exported", exported);
  json_object_set_object_member (root, "plan", plan);
  json_object_set_object_member (root, "by", by);
}

GBytes *
qh_review_file_write (const QhReviewFile *file, GError **error)
{
  g_autoptr (JsonObject) root = write_content (file);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  add_envelope (file, root);
  qh_seal_put (root, file->seal);
  json_node_set_object (node, root);
  char *text = qh_canonical_write (node, TRUE);
  gsize size = strlen (text);
  if (size <= QH_JSON_MAX_BYTES && file->comments->len <= QH_JSON_MAX_ENTRIES)
    return g_bytes_new_take (text, size);
  g_free (text);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("The review file would be larger than 16 MiB; shorten its longest "
                          "texts"));
  return NULL;
}

/* --- The manager's side */

char *
qh_review_draft_write (const QhReviewFile *file)
{
  g_autoptr (JsonObject) root = write_content (file);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *exported =
      file->exported != QH_NONE ? qh_instant_format (file->exported, NULL) : NULL;

  qh_json_set_text (root, "id", file->id);
  qh_json_set_text (root, "exported", exported);
  qh_json_set_text (root, "digest", file->digest);
  if (file->revision > 0)
    json_object_set_int_member (root, "revision", file->revision);
  json_node_set_object (node, root);
  return qh_canonical_write (node, FALSE);
}

/* What it is about. */
static void
point_at (QhReviewFile *file, QhReceivedPlan *plan)
{
  file->plan = g_strdup (plan->plan);
  file->plan_digest = g_strdup (plan->digest);
  file->plan_revision = plan->revision;
  file->plan_edition = plan->edition;
}

QhReviewFile *
qh_review_draft_read (QhReceivedPlan *plan)
{
  const char *text = plan->review != NULL ? plan->review : "{}";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) node = qh_json_read (bytes, NULL);
  QhReviewFile *draft = qh_review_file_new ();

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    qh_review_members_read (draft, json_node_get_object (node), TRUE, NULL);
  point_at (draft, plan);
  return draft;
}

static gboolean
keep (QhStore *store, QhReceivedPlan *plan, const QhReviewFile *draft, GError **error)
{
  g_autofree char *text = qh_review_draft_write (draft);

  qh_record_set_string (QH_RECORD (plan), "review", text);
  if (qh_store_save (store, QH_RECORD (plan), error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

gboolean
qh_review_draft_save (QhStore *store, QhReceivedPlan *plan, const QhReviewFile *draft,
                      GError **error)
{
  g_autofree char *key = g_strconcat (QH_RECORD (plan)->id, " review", NULL);

  return qh_store_continue (store, _ ("Review a plan"), key, error) &&
         keep (store, plan, draft, error);
}

/* What it says, to be held against what it said when it was given. */
static char *
content_digest (const QhReviewFile *file)
{
  g_autoptr (JsonObject) content = write_content (file);

  if (file->seal != NULL)
    json_object_set_string_member (content, "by", qh_seal_key_get_public (file->seal));
  return qh_canonical_digest (content);
}

/* A new revision where it says something else than when it was given last. */
static void
settle (QhStore *store, QhReviewFile *file)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autofree char *digest = NULL;

  for (guint i = 0; i < file->comments->len; i++) {
    QhRecord *comment = file->comments->pdata[i];
    g_autofree char *id = comment->id == NULL ? qh_id_new (now) : NULL;
    if (id != NULL)
      qh_record_set_string (comment, "id", id);
  }
  digest = content_digest (file);
  if (file->id != NULL && g_strcmp0 (digest, file->digest) == 0)
    return;
  if (file->id == NULL)
    file->id = qh_id_new (now);
  g_free (file->digest);
  file->digest = g_steal_pointer (&digest);
  file->revision++;
  file->exported = now;
}

static gboolean
check_complete (QhReviewFile *file, GError **error)
{
  if (file->review->decision != QH_REVIEW_DECISION_UNSET)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("The review has no decision yet: approve the plan, ask for changes, or "
                          "decline it"));
  return FALSE;
}

GBytes *
qh_review_give (QhStore *store, QhReceivedPlan *plan, GError **error)
{
  g_autoptr (QhReviewFile) file = qh_review_draft_read (plan);
  g_autofree char *name = qh_settings_get_user_name (store);
  g_autoptr (GBytes) bytes = NULL;

  if (!check_complete (file, error) || (file->seal = qh_keys_get (store, error)) == NULL)
    return NULL;
  file->sender = g_strdup (name);
  file->device_id = qh_settings_get_device_id (store);
  if (file->review->reviewer == NULL)
    qh_record_set_string (QH_RECORD (file->review), "reviewer", name);
  settle (store, file);
  bytes = qh_review_file_write (file, error);
  if (bytes == NULL || !qh_store_begin (store, _ ("Give a review"), error))
    return NULL;
  qh_record_set_int (QH_RECORD (plan), "state", QH_RECEIVED_STATE_REVIEWED);
  return keep (store, plan, file, error) ? g_steal_pointer (&bytes) : NULL;
}

char *
qh_review_file_name (QhReceivedPlan *plan)
{
  g_autofree char *client = plan->client != NULL ? qh_export_safe_name (plan->client) : NULL;
  g_autofree char *day = plan->start != QH_NONE ? qh_instant_to_date (plan->start, NULL) : NULL;

  if (day == NULL && client == NULL)
    /* Translators: the name of a review's file that has no other */
    client = g_strdup (_ ("Review"));
  return g_strdup_printf ("%s%s%s.qhreview", day != NULL ? day : "",
                          day != NULL && client != NULL ? " " : "", client != NULL ? client : "");
}

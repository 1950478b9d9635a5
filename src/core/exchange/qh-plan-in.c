/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans from elsewhere, kept apart: they never change one's own clients and meetings. */
#include "exchange/qh-plan-in.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is here of the same plan in the same edition. */
typedef struct {
  gint64 newest; /* revision; 0: nothing is here */
  char *known; /* id of this very file, or NULL */
  GPtrArray *rivals; /* ids of those of the same revision with other contents (char *) */
} Here;

static void
look (QhStore *store, const QhReceivedPlan *plan, Here *here)
{
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT revision, digest, id FROM received_plan WHERE plan = ?1 AND edition = ?2");

  sqlite3_bind_text (statement, 1, plan->plan, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, qh_enum_name (qh_edition_values, plan->edition), -1,
                     SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    const char *id = (const char *)sqlite3_column_text (statement, 2);
    gint64 revision = sqlite3_column_int64 (statement, 0);
    const char *digest = (const char *)sqlite3_column_text (statement, 1);
    here->newest = MAX (here->newest, revision);
    if (revision != plan->revision)
      continue;
    if (g_strcmp0 (digest, plan->digest) != 0)
      g_ptr_array_add (here->rivals, g_strdup (id));
    else if (here->known == NULL)
      here->known = g_strdup (id);
  }
  sqlite3_reset (statement);
}

static guint
count_blockers (const QhPlanFile *file)
{
  guint n = 0;

  for (guint i = 0; i < file->findings->len; i++) {
    const QhFinding *finding = file->findings->pdata[i];
    n += finding->level == QH_LEVEL_BLOCKER && finding->accepted == NULL;
  }
  return n;
}

/* What a queue shows and is sorted by. */
static void
summarize (QhRecord *record, const QhPlanFile *file)
{
  const QhMeeting *meeting = qh_plan_get_meeting (file->context->plan);

  qh_record_set_string (record, "title", meeting->title);
  qh_record_set_string (record, "client", file->context->client->name);
  qh_record_set_int (record, "start", meeting->start);
  qh_record_set_int (record, "score", file->score >= 0 ? file->score : QH_NONE);
  qh_record_set_int (record, "blockers", count_blockers (file));
  qh_record_set_string (record, "output", meeting->output);
  qh_record_set_string (record, "signer_key", file->signer);
  qh_record_set_string (record, "digest", file->digest);
}

QhPlanIn *
qh_plan_in_new (const QhPlanFile *file, GBytes *bytes, gint64 now)
{
  QhPlanIn *plan = g_new0 (QhPlanIn, 1);
  QhRecord *record = qh_record_new (&qh_received_plan_entity);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_strndup (text, size);

  qh_record_set_string (record, "plan", file->id);
  qh_record_set_int (record, "revision", file->revision);
  qh_record_set_int (record, "edition", file->edition);
  qh_record_set_string (record, "sender", file->sender);
  qh_record_set_int (record, "received", now);
  qh_record_set_string (record, "bytes", copy);
  summarize (record, file);
  plan->received = QH_RECEIVED_PLAN (record);
  plan->device_id = g_strdup (file->device_id);
  return plan;
}

void
qh_plan_in_free (QhPlanIn *plan)
{
  g_object_unref (plan->received);
  g_free (plan->device_id);
  g_free (plan);
}

static gboolean
mark_conflict (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhRecord) rival = qh_store_get (store, &qh_received_plan_entity, id, error);

  if (rival == NULL)
    return FALSE;
  qh_record_set_int (rival, "conflict", TRUE);
  return qh_store_save (store, rival, error);
}

static gboolean
keep (QhStore *store, QhPlanIn *plan, GPtrArray *rivals, QhImportReport *report, GError **error)
{
  QhRecord *received = QH_RECORD (plan->received);

  qh_record_set_int (received, "conflict", rivals->len > 0);
  for (guint i = 0; i < rivals->len; i++)
    if (!mark_conflict (store, rivals->pdata[i], error))
      return FALSE;
  if (!qh_store_save (store, received, error))
    return FALSE;
  g_ptr_array_add (report->ids, g_strdup (received->id));
  report->added++;
  return TRUE;
}

gboolean
qh_plan_in_keep (QhStore *store, const char *where, QhPlanIn *plan, QhImportReport *report,
                 GError **error)
{
  const QhReceivedPlan *received = plan->received;
  g_autoptr (GPtrArray) rivals = g_ptr_array_new_with_free_func (g_free);
  Here here = { 0, NULL, rivals };

  look (store, received, &here);
  if (here.known != NULL) {
    qh_import_same (report, here.known);
    g_free (here.known);
    return TRUE;
  }
  if (received->revision < here.newest) {
    qh_import_skip (report, where,
                    g_strdup_printf (_ ("revision %" PRId64 " is older than revision %" PRId64
                                        ", which is here"),
                                     received->revision, here.newest));
    return TRUE;
  }
  return qh_import_note_signer (store, received->signer_key, received->sender, plan->device_id,
                                report, error) &&
         keep (store, plan, rivals, report, error);
}

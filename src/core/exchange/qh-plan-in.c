/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans from elsewhere, kept apart: they never change one's own clients and meetings. */
#include "exchange/qh-plan-in.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is here of the same plan in the same edition. */
typedef struct {
  gint64 newest; /* revision; 0: nothing is here */
  gboolean is_known; /* this very file */
  GPtrArray *rivals; /* ids of those of the same revision with other contents (char *) */
} Here;

static void
look (QhStore *store, const QhPlanFile *file, Here *here)
{
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT revision, digest, id FROM received_plan WHERE plan = ?1 AND edition = ?2");

  sqlite3_bind_text (statement, 1, file->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, qh_enum_name (qh_edition_values, file->edition), -1,
                     SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    gint64 revision = sqlite3_column_int64 (statement, 0);
    const char *digest = (const char *)sqlite3_column_text (statement, 1);
    here->newest = MAX (here->newest, revision);
    if (revision != file->revision)
      continue;
    if (g_strcmp0 (digest, file->digest) == 0)
      here->is_known = TRUE;
    else
      g_ptr_array_add (here->rivals, g_strdup ((const char *)sqlite3_column_text (statement, 2)));
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

static QhReceivedPlan *
received_new (QhStore *store, const QhPlanFile *file, GBytes *bytes)
{
  QhReceivedPlan *received = qh_received_plan_new ();
  QhRecord *record = QH_RECORD (received);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_strndup (text, size);

  qh_record_set_string (record, "plan", file->id);
  qh_record_set_int (record, "revision", file->revision);
  qh_record_set_int (record, "edition", file->edition);
  qh_record_set_string (record, "sender", file->sender);
  qh_record_set_int (record, "received", qh_clock_now (qh_store_get_clock (store)));
  qh_record_set_string (record, "bytes", copy);
  summarize (record, file);
  return received;
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
keep (QhStore *store, const QhPlanFile *file, GBytes *bytes, GPtrArray *rivals,
      QhImportReport *report, GError **error)
{
  g_autoptr (QhReceivedPlan) received = received_new (store, file, bytes);

  qh_record_set_int (QH_RECORD (received), "conflict", rivals->len > 0);
  for (guint i = 0; i < rivals->len; i++)
    if (!mark_conflict (store, rivals->pdata[i], error))
      return FALSE;
  if (!qh_store_save (store, QH_RECORD (received), error))
    return FALSE;
  g_ptr_array_add (report->ids, g_strdup (QH_RECORD (received)->id));
  report->added++;
  return TRUE;
}

gboolean
qh_plan_in_keep (QhStore *store, const char *where, const QhPlanFile *file, GBytes *bytes,
                 QhImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) rivals = g_ptr_array_new_with_free_func (g_free);
  Here here = { 0, FALSE, rivals };

  look (store, file, &here);
  if (here.is_known) {
    report->same++;
    return TRUE;
  }
  if (file->revision < here.newest) {
    qh_import_skip (report, where,
                    g_strdup_printf (_ ("revision %" PRId64 " is older than revision %" PRId64
                                        ", which is here"),
                                     file->revision, here.newest));
    return TRUE;
  }
  return qh_import_note_signer (store, file->signer, file->sender, file->device_id, report,
                                error) &&
         keep (store, file, bytes, rivals, report, error);
}

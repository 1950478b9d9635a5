/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-transfer-file.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void
skipped_free (QhSkipped *skipped)
{
  g_free (skipped->where);
  g_free (skipped->reason);
  g_free (skipped);
}

static QhImportReport *
report_new (void)
{
  QhImportReport *report = g_new0 (QhImportReport, 1);

  report->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify)skipped_free);
  report->ids = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
qh_import_report_free (QhImportReport *report)
{
  g_ptr_array_unref (report->skipped);
  g_ptr_array_unref (report->ids);
  g_free (report->next);
  g_free (report->answer);
  g_free (report);
}

static void
skip (QhImportReport *report, const char *where, char *reason)
{
  QhSkipped *skipped = g_new0 (QhSkipped, 1);

  skipped->where = g_strdup (where);
  skipped->reason = reason;
  g_ptr_array_add (report->skipped, skipped);
}

/* The digest that a received plan's bytes carry; NULL when they cannot be read any more. */
static char *
digest_of (QhReceivedPlan *received)
{
  g_autoptr (GBytes) bytes = g_bytes_new (received->bytes != NULL ? received->bytes : "",
                                          received->bytes != NULL ? strlen (received->bytes) : 0);
  g_autoptr (JsonNode) node = qh_json_read (bytes, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return g_strdup (
      json_object_get_string_member_with_default (json_node_get_object (node), "digest", NULL));
}

/* Where a file stands among those received of the same plan and edition: whether the same bytes are
 * there already, and the newest revision. */
static gboolean
is_known (GPtrArray *received, const QhPlanFile *file, gint64 *newest)
{
  gboolean known = FALSE;

  *newest = 0;
  for (guint i = 0; i < received->len; i++) {
    QhReceivedPlan *plan = received->pdata[i];
    *newest = MAX (*newest, plan->revision);
    if (plan->revision == file->revision && !known) {
      g_autofree char *digest = digest_of (plan);
      known = g_strcmp0 (digest, file->digest) == 0;
    }
  }
  return known;
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
  return received;
}

static gboolean
keep_plan (QhStore *store, const QhPlanFile *file, GBytes *bytes, QhImportReport *report,
           GError **error)
{
  g_autoptr (QhReceivedPlan) received = received_new (store, file, bytes);

  if (!qh_store_save (store, QH_RECORD (received), error))
    return FALSE;
  g_ptr_array_add (report->ids, g_strdup (QH_RECORD (received)->id));
  report->added++;
  return TRUE;
}

/* A newer revision stands beside the older ones; the same revision with another digest is a
 * conflict and stands beside the first; an older one is left out. */
static gboolean
import_plan (QhStore *store, const char *path, GBytes *bytes, QhImportReport *report,
             GError **error)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, qh_clock_now (clock), zone, error);
  g_autoptr (GPtrArray) received = NULL;
  gint64 newest;

  if (file == NULL)
    return FALSE;
  const char *values[] = { file->id, qh_enum_name (qh_edition_values, file->edition), NULL };
  received = qh_store_select (store, &qh_received_plan_entity, "WHERE plan = ?1 AND edition = ?2",
                              values, error);
  if (received == NULL)
    return FALSE;
  if (is_known (received, file, &newest)) {
    report->same++;
    return TRUE;
  }
  if (file->revision < newest) {
    skip (report, path,
          g_strdup_printf (
              _ ("revision %" PRId64 " is older than revision %" PRId64 ", which is here"),
              file->revision, newest));
    return TRUE;
  }
  return keep_plan (store, file, bytes, report, error);
}

/* --- Files */

/* What a recall or an answer says is settled: no step of undo. */
static const char *
transfer_label (const QhTransferFile *file)
{
  return file->purpose == QH_PURPOSE_GIVE ? _ ("Receive copies") : NULL;
}

static gboolean
finish (QhStore *store, gboolean ok, gboolean dry_run, GError **error)
{
  if (ok && !dry_run)
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return ok;
}

static gboolean
import_plan_file (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                  QhImportReport *report, GError **error)
{
  return qh_store_begin (store, _ ("Import plan"), error) &&
         finish (store, import_plan (store, path, bytes, report, error), dry_run, error);
}

static gboolean
import_transfer_file (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                      QhImportReport *report, GError **error)
{
  g_autoptr (QhTransferFile) file = qh_transfer_file_read (bytes, error);

  return file != NULL && qh_store_begin (store, transfer_label (file), error) &&
         finish (store, qh_transfer_import (store, file, bytes, report, error), dry_run, error);
}

static const struct {
  const char *suffix;
  gboolean (*import) (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                      QhImportReport *report, GError **error);
} formats[] = {
  { ".qhplan", import_plan_file },
  { ".qhtransfer", import_transfer_file },
};

QhImportReport *
qh_import_file (QhStore *store, const char *path, gboolean dry_run, GError **error)
{
  g_autoptr (QhImportReport) report = report_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (formats) && !g_str_has_suffix (path, formats[i].suffix))
    i++;
  if (i == G_N_ELEMENTS (formats)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("%s: expected a plan file (.qhplan) or a transfer file (.qhtransfer)"), path);
    return NULL;
  }
  bytes = qh_file_read (path, QH_JSON_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  if (formats[i].import (store, path, bytes, dry_run, report, error))
    return g_steal_pointer (&report);
  g_prefix_error (error, "%s: ", path);
  return NULL;
}

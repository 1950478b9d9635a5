/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-plan-in.h"
#include "exchange/qh-transfer-file.h"
#include <glib/gi18n-lib.h>

static void
skipped_free (QhSkipped *skipped)
{
  g_free (skipped->where);
  g_free (skipped->reason);
  g_free (skipped);
}

QhImportReport *
qh_import_report_new (void)
{
  QhImportReport *report = g_new0 (QhImportReport, 1);

  report->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify)skipped_free);
  report->ids = g_ptr_array_new_with_free_func (g_free);
  report->news = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
qh_import_report_free (QhImportReport *report)
{
  g_ptr_array_unref (report->skipped);
  g_ptr_array_unref (report->ids);
  g_ptr_array_unref (report->news);
  g_free (report->next);
  g_free (report->answer);
  g_free (report);
}

void
qh_import_skip (QhImportReport *report, const char *where, char *reason)
{
  QhSkipped *skipped = g_new0 (QhSkipped, 1);

  skipped->where = g_strdup (where);
  skipped->reason = reason;
  g_ptr_array_add (report->skipped, skipped);
}

gboolean
qh_import_note_signer (QhStore *store, const char *key, const char *name, const char *device_id,
                       QhImportReport *report, GError **error)
{
  char *news;

  if (!qh_signer_note (store, key, name, device_id, &news, error))
    return FALSE;
  if (news != NULL)
    g_ptr_array_add (report->news, news);
  return TRUE;
}

/* What bears no seal is taken in, and said to bear none. */
static void
tell_unsigned (const char *path, const char *signer, QhImportReport *report)
{
  g_autofree char *name = g_path_get_basename (path);

  if (signer == NULL)
    g_ptr_array_add (
        report->news,
        g_strdup_printf (_ ("“%s” is not signed: anybody may have written it."), name));
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
import_plan (QhStore *store, const char *path, GBytes *bytes, QhImportReport *report,
             GError **error)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, qh_clock_now (clock), zone, error);

  if (file == NULL || !qh_plan_in_keep (store, path, file, bytes, report, error))
    return FALSE;
  tell_unsigned (path, file->signer, report);
  return TRUE;
}

static gboolean
import_plan_file (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                  QhImportReport *report, GError **error)
{
  return qh_store_begin (store, _ ("Import plan"), error) &&
         finish (store, import_plan (store, path, bytes, report, error), dry_run, error);
}

static gboolean
import_transfer (QhStore *store, const QhTransferFile *file, GBytes *bytes, QhImportReport *report,
                 GError **error)
{
  return qh_import_note_signer (store, file->signer, file->by->name, file->device_id, report,
                                error) &&
         qh_transfer_import (store, file, bytes, report, error);
}

static gboolean
import_transfer_file (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                      QhImportReport *report, GError **error)
{
  g_autoptr (QhTransferFile) file = qh_transfer_file_read (bytes, error);

  if (file == NULL)
    return FALSE;
  tell_unsigned (path, file->signer, report);
  return qh_store_begin (store, transfer_label (file), error) &&
         finish (store, import_transfer (store, file, bytes, report, error), dry_run, error);
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
  g_autoptr (QhImportReport) report = qh_import_report_new ();
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

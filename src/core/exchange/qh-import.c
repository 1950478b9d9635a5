/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import.h"
#include "exchange/qh-file.h"
#include "exchange/qh-import-world.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-plan-in.h"
#include "exchange/qh-review-in.h"
#include "exchange/qh-transfer-file.h"
#include <glib/gi18n-lib.h>
#include <string.h>

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
  g_autoptr (QhPlanIn) plan =
      file != NULL ? qh_plan_in_new (file, bytes, qh_clock_now (clock)) : NULL;

  if (plan == NULL || !qh_plan_in_keep (store, path, plan, report, error))
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

static gboolean
import_review (QhStore *store, const char *path, const QhReviewFile *file, QhImportReport *report,
               GError **error)
{
  return qh_import_note_signer (store, file->signer, file->sender, file->device_id, report,
                                error) &&
         qh_review_in_keep (store, path, file, report, error);
}

static gboolean
import_review_file (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                    QhImportReport *report, GError **error)
{
  g_autoptr (QhReviewFile) file = qh_review_file_read (bytes, error);

  if (file == NULL)
    return FALSE;
  tell_unsigned (path, file->signer, report);
  return qh_store_begin (store, _ ("Import a review"), error) &&
         finish (store, import_review (store, path, file, report, error), dry_run, error);
}

static const struct {
  const char *suffix;
  gboolean (*import) (QhStore *store, const char *path, GBytes *bytes, gboolean dry_run,
                      QhImportReport *report, GError **error);
} formats[] = {
  { ".qhplan", import_plan_file },
  { ".qhreview", import_review_file },
  { ".qhtransfer", import_transfer_file },
};

static gboolean
is_format (const char *path, const char *suffix)
{
  gsize length = strlen (path), end = strlen (suffix);

  return length > end && g_ascii_strcasecmp (path + length - end, suffix) == 0;
}

static gboolean
set_unknown_format (const char *path, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", formats[i].suffix);
  for (guint i = 0; qh_import_world_formats[i].suffix != NULL; i++)
    g_string_append_printf (names, ", %s", qh_import_world_formats[i].suffix);
  /* Translators: a file's name, and a list like ".qhplan, .csv" */
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: expected a file whose name ends in %s"),
               path, names->str);
  return FALSE;
}

const QhImportWorldFormat *
qh_import_find_world_format (const char *path)
{
  for (guint i = 0; qh_import_world_formats[i].suffix != NULL; i++)
    if (is_format (path, qh_import_world_formats[i].suffix))
      return &qh_import_world_formats[i];
  return NULL;
}

static gboolean
import_from_world (QhStore *store, const QhImportWorldFormat *format, const char *path,
                   const QhImportOptions *options, QhImportReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = qh_file_read (path, format->max_size, error);
  g_autofree char *name = g_path_get_basename (path);
  QhImportOptions here = *options;

  here.path = path;
  if (bytes == NULL || !qh_store_begin (store, _ (format->label), error))
    return FALSE;
  if (finish (store, format->import (store, name, bytes, &here, report, error), options->dry_run,
              error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

static gboolean
import_own (QhStore *store, guint format, const char *path, const QhImportOptions *options,
            QhImportReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = qh_file_read (path, QH_JSON_MAX_BYTES, error);

  if (bytes == NULL)
    return FALSE;
  if (formats[format].import (store, path, bytes, options->dry_run, report, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

gboolean
qh_import_wants_backup (const char *path)
{
  return qh_import_find_world_format (path) != NULL || g_file_test (path, G_FILE_TEST_IS_DIR);
}

QhImportReport *
qh_import_file_with (QhStore *store, const char *path, const QhImportOptions *options,
                     GError **error)
{
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  const QhImportWorldFormat *world = qh_import_find_world_format (path);
  guint own = 0;
  gboolean ok;

  while (own < G_N_ELEMENTS (formats) && !is_format (path, formats[own].suffix))
    own++;
  if (own < G_N_ELEMENTS (formats))
    ok = import_own (store, own, path, options, report, error);
  else if (world != NULL)
    ok = import_from_world (store, world, path, options, report, error);
  else
    ok = set_unknown_format (path, error);
  return ok ? g_steal_pointer (&report) : NULL;
}

QhImportReport *
qh_import_file (QhStore *store, const char *path, gboolean dry_run, GError **error)
{
  QhImportOptions options = { .dry_run = dry_run };

  return qh_import_file_with (store, path, &options, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in, and the store as a whole: import, backup, restore, verify. */
#include "exchange/qh-import.h"
#include "exchange/qh-plan-folder.h"
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "store/qh-attachment.h"
#include "store/qh-backup.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- import */

/* What all files together brought. */
typedef struct {
  guint added, changed, same;
  GPtrArray *reports; /* QhImportReport */
} Total;

/* Every plan file of a folder. */
static QhImportReport *
import_folder (QhCli *cli, const char *path, GError **error)
{
  g_autoptr (QhImportReport) report = qh_plan_folder_import (cli->store, path, NULL, error);

  if (report == NULL || report->added + report->same + report->skipped->len > 0)
    return g_steal_pointer (&report);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("%s: expected a folder with plan files (.qhplan), found none"), path);
  return NULL;
}

static gboolean
import_files (QhCli *cli, QhImportOptions *options, Total *total, GError **error)
{
  for (guint i = 0; i < cli->arguments->len; i++) {
    const char *path = qh_cli_argument (cli, i);
    QhImportReport *report = g_file_test (path, G_FILE_TEST_IS_DIR)
                                 ? import_folder (cli, path, error)
                                 : qh_import_file_with (cli->store, path, options, error);
    if (report == NULL) {
      qh_cli_blame_file (error);
      return FALSE;
    }
    total->added += report->added;
    total->changed += report->changed;
    total->same += report->same;
    g_ptr_array_add (total->reports, report);
  }
  return TRUE;
}

/* The app's own tables need each other: they are merged when all are there. */
static gboolean
import_and_merge (QhCli *cli, QhImportOptions *options, Total *total, GError **error)
{
  QhImportReport *tables = qh_import_report_new ();
  g_autoptr (QhKnownPeople) people = qh_known_people_new (cli->store, error);
  g_autoptr (QhRecordsIn) records = qh_records_in_new (cli->store, NULL, tables);
  gboolean ok;

  g_ptr_array_add (total->reports, tables);
  options->people = people;
  options->records = records;
  ok = people != NULL && import_files (cli, options, total, error) &&
       qh_records_in_merge (records, NULL, error);
  options->people = NULL;
  options->records = NULL;
  total->added += tables->added;
  total->changed += tables->changed;
  total->same += tables->same;
  return ok;
}

static gboolean
back_up_before (QhCli *cli, GError **error)
{
  gboolean wanted = FALSE;

  for (guint i = 0; i < cli->arguments->len; i++)
    wanted = wanted || qh_import_wants_backup (qh_cli_argument (cli, i));
  return !wanted || qh_cli_option (cli, "dry-run") != NULL || qh_store_is_empty (cli->store) ||
         qh_store_backup_automatic (cli->store, TRUE, NULL, error);
}

/* All files are one change, so that an unusable one leaves nothing of the others behind; a dry run
 * is the same, taken back. Who came in with one file is known to the next. */
static gboolean
import_in_one_change (QhCli *cli, QhImportOptions *options, Total *total, GError **error)
{
  gboolean ok;

  if (!qh_store_begin (cli->store, _ ("Import"), error))
    return FALSE;
  ok = import_and_merge (cli, options, total, error);
  if (ok && qh_cli_option (cli, "dry-run") == NULL)
    return qh_store_commit (cli->store, error);
  qh_store_rollback (cli->store);
  return ok;
}

/* Whose the events are that fit nobody. */
static gboolean
read_options (QhCli *cli, QhImportOptions *options, GError **error)
{
  const char *client = qh_cli_option (cli, "client");
  g_autoptr (QhRecord) record = NULL;

  options->keep_unknown = qh_cli_option (cli, "keep-unknown") != NULL;
  if (client == NULL)
    return TRUE;
  record = qh_store_resolve (cli->store, &qh_client_entity, client, error);
  if (record == NULL)
    return FALSE;
  options->client = g_intern_string (record->id);
  return TRUE;
}

static JsonArray *
skipped_to_json (const Total *total)
{
  JsonArray *array = json_array_new ();

  for (guint r = 0; r < total->reports->len; r++) {
    const QhImportReport *report = total->reports->pdata[r];
    for (guint i = 0; i < report->skipped->len; i++) {
      const QhSkipped *skipped = report->skipped->pdata[i];
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "where", skipped->where);
      json_object_set_string_member (object, "reason", skipped->reason);
      json_array_add_object_element (array, object);
    }
  }
  return array;
}

static void
print_report_json (const Total *total)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "new", total->added);
  json_object_set_int_member (object, "changed", total->changed);
  json_object_set_int_member (object, "same", total->same);
  json_object_set_array_member (object, "skipped", skipped_to_json (total));
  qh_cli_print_object (object);
}

static void
print_report (const Total *total)
{
  guint n_skipped = 0;

  for (guint r = 0; r < total->reports->len; r++)
    n_skipped += ((QhImportReport *)total->reports->pdata[r])->skipped->len;
  printf (_ ("new %u, changed %u, same %u, skipped %u\n"), total->added, total->changed,
          total->same, n_skipped);
  for (guint r = 0; r < total->reports->len; r++) {
    const QhImportReport *report = total->reports->pdata[r];
    for (guint i = 0; i < report->skipped->len; i++) {
      const QhSkipped *skipped = report->skipped->pdata[i];
      printf ("%s: %s\n", skipped->where, skipped->reason);
    }
  }
}

/* What is to be done next. */
static void
hint (QhCli *cli, const Total *total)
{
  for (guint r = 0; r < total->reports->len; r++) {
    const QhImportReport *report = total->reports->pdata[r];
    for (guint i = 0; i < report->news->len; i++)
      qh_cli_hint (cli, report->news->pdata[i]);
    if (report->next != NULL)
      qh_cli_hint (cli, report->next);
    if (report->answer != NULL) {
      g_autofree char *command =
          g_strdup_printf (_ ("The answer: qh transfer --answer %s -o FILE"), report->answer);
      qh_cli_hint (cli, command);
    }
  }
}

static gboolean
run_import (QhCli *cli, GError **error)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify)qh_import_report_free);
  Total total = { .reports = reports };
  QhImportOptions options = { 0 };

  if (qh_cli_open (cli, QH_STORE_CREATE, error) == NULL || !read_options (cli, &options, error) ||
      !back_up_before (cli, error))
    return FALSE;
  if (qh_cli_option (cli, "dry-run") == NULL && cli->arguments->len == 1) {
    if (!import_files (cli, &options, &total, error))
      return FALSE;
  } else if (!import_in_one_change (cli, &options, &total, error)) {
    return FALSE;
  }
  if (qh_cli_option (cli, "json") != NULL)
    print_report_json (&total);
  else
    print_report (&total);
  hint (cli, &total);
  return TRUE;
}

/* --- backup, restore, verify */

/* A backup that is the store itself would be neither. */
static gboolean
check_other_file (QhCli *cli, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) store = g_file_new_for_path (cli->store_path);

  if (*path != '\0' && !g_file_equal (file, store))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("“%s”: expected a file beside the store"),
               path);
  return FALSE;
}

/* What is wrong with a file that was named is unusable input, not the store's fault. */
static gboolean
blame_file (const char *path, GError *problem, GError **error)
{
  if (g_strstr_len (problem->message, -1, path) == NULL)
    g_prefix_error (&problem, "%s: ", path);
  problem->code = QH_ERROR_INVALID;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
run_backup (QhCli *cli, GError **error)
{
  const char *path = qh_cli_argument (cli, 0);
  g_autofree char *folder = g_path_get_dirname (path);
  GError *problem = NULL;

  if (!check_other_file (cli, path, error) || qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s”: expected a file in a folder that exists"), path);
    return FALSE;
  }
  if (qh_store_backup (cli->store, path, NULL, &problem))
    return TRUE;
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_READ_ONLY))
    return blame_file (path, problem, error);
  g_propagate_error (error, problem);
  return FALSE;
}

/* A backup that cannot be used is unusable input; the store is not touched then. */
static gboolean
is_unusable_backup (const GError *problem)
{
  return g_error_matches (problem, QH_ERROR, QH_ERROR_NEWER) ||
         g_error_matches (problem, QH_ERROR, QH_ERROR_NOT_FOUND);
}

static gboolean
run_restore (QhCli *cli, GError **error)
{
  const char *path = qh_cli_argument (cli, 0);
  g_autofree char *kept = NULL;
  GError *problem = NULL;

  if (!check_other_file (cli, path, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("“%s”: expected a backup, found no file"),
                 path);
    return FALSE;
  }
  if (qh_backup_restore (cli->store_path, path, &cli->clock, &kept, &problem)) {
    if (kept != NULL)
      printf (_ ("The store as it was is kept in %s\n"), kept);
    return TRUE;
  }
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_DAMAGED)) {
    /* Not the store: it was not looked at. */
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” is damaged, or is no backup of a store"), path);
    g_error_free (problem);
    return FALSE;
  }
  if (is_unusable_backup (problem))
    return blame_file (path, problem, error);
  g_propagate_error (error, problem);
  return FALSE;
}

/* Whether the store is damaged is what was asked: then the answer is no. */
static gboolean
open_to_verify (QhCli *cli, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (qh_cli_open (cli, QH_STORE_READ_ONLY, &problem) != NULL)
    return TRUE;
  if (g_error_matches (problem, QH_ERROR, QH_ERROR_DAMAGED))
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED, problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
run_verify (QhCli *cli, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) failure = NULL;

  if (!open_to_verify (cli, error))
    return FALSE;
  if (qh_store_verify (cli->store, &problems, &failure)) {
    puts (_ ("The store is sound."));
    return TRUE;
  }
  if (problems == NULL || problems->len == 0) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (guint i = 0; i < problems->len; i++)
    puts (problems->pdata[i]);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               ngettext ("the store is not sound: %u problem",
                         "the store is not sound: %u problems", problems->len),
               problems->len);
  return FALSE;
}

/* --- Files of content items */

/* Only a content item can have a file. */
static QhRecord *
resolve_item (QhCli *cli, GError **error)
{
  if (qh_cli_open (cli, 0, error) == NULL)
    return NULL;
  return qh_store_resolve (cli->store, &qh_content_entity, qh_cli_argument (cli, 0), error);
}

static gboolean
run_attach (QhCli *cli, GError **error)
{
  const char *path = qh_cli_argument (cli, 1);
  g_autoptr (QhRecord) item = resolve_item (cli, error);
  g_autofree char *folder = item != NULL ? qh_attachment_folder (cli->store) : NULL;
  g_autofree char *digest = folder != NULL && qh_attachment_may_copy (cli->store, path, error)
                                ? qh_attachment_copy (folder, path, NULL, NULL, NULL, error)
                                : NULL;

  if (digest == NULL || !qh_attachment_set (cli->store, QH_CONTENT (item), digest, path, error))
    return FALSE;
  puts (digest);
  return TRUE;
}

static gboolean
run_detach (QhCli *cli, GError **error)
{
  g_autoptr (QhRecord) item = resolve_item (cli, error);

  return item != NULL && qh_attachment_set (cli->store, QH_CONTENT (item), NULL, NULL, error);
}

static const QhCliOption import_options[] = {
  { "dry-run", 0, NULL, N_ ("Only say what would happen") },
  { "keep-unknown", 0, NULL, N_ ("Keep the columns that nobody knows as notes") },
  { "client", 0, "CLIENT", N_ ("Whose the events are that fit no client") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_file_commands[] = {
  { "import", "FILE|FOLDER…", 1, G_MAXUINT, FALSE, import_options,
    N_ ("Take in plans, transfers, contacts, calendars, tables; all or none"), run_import },
  { "attach", "ITEM FILE", 2, 2, FALSE, NULL,
    N_ ("Keep a copy of a file with a content item; prints its SHA-256"), run_attach },
  { "detach", "ITEM", 1, 1, FALSE, NULL, N_ ("Take a content item's file away"), run_detach },
  { "backup", "FILE", 1, 1, FALSE, NULL, N_ ("Write a verified copy of the store"), run_backup },
  { "restore", "FILE", 1, 1, FALSE, NULL, N_ ("Put a backup in the place of the store"),
    run_restore },
  { "verify", "", 0, 0, FALSE, NULL, N_ ("Look whether the store is sound; status 1 if it is not"),
    run_verify },
  { NULL },
};

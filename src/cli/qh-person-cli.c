/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People: what is known of one, erasing him, and two that are one. */
#include "exchange/qh-file.h"
#include "exchange/qh-person-data.h"
#include "qh-cli-output.h"
#include "qh-cli-resolve.h"
#include "qh-cli.h"
#include "store/qh-erase.h"
#include "store/qh-merge.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define DUPLICATES_MAX 1000

static gboolean
run_person (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");
  g_autoptr (QhRecord) contact = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL || *path == '\0') {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("-o: expected a file"));
    return FALSE;
  }
  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  contact = qh_store_resolve (cli->store, &qh_contact_entity, qh_cli_argument (cli, 0), error);
  bytes = contact != NULL ? qh_person_data_write (cli->store, QH_CONTACT (contact), error) : NULL;
  return bytes != NULL && qh_file_write (path, bytes, error);
}

/* --- erase */

static void
print_receipt_json (const QhErasure *erasure)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *backups = json_array_new ();

  json_object_set_int_member (object, "removed", erasure->removed);
  json_object_set_int_member (object, "changed", erasure->changed);
  json_object_set_int_member (object, "changes", erasure->changes);
  json_object_set_boolean_member (object, "overwritten", erasure->is_overwritten);
  json_object_set_int_member (object, "lines", erasure->lines);
  json_object_set_int_member (object, "exports", erasure->exports);
  json_object_set_int_member (object, "unsure", erasure->unsure);
  for (guint i = 0; i < erasure->backups->len; i++)
    json_array_add_string_element (backups, erasure->backups->pdata[i]);
  json_object_set_array_member (object, "backups", backups);
  qh_cli_print_object (object);
}

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    puts (lines->pdata[i]);
  g_ptr_array_unref (lines);
}

static void
print_receipt (const QhErasure *erasure)
{
  print_lines (qh_erasure_list_gone (erasure));
  print_lines (qh_erasure_list_left (erasure));
  for (guint i = 0; i < erasure->backups->len; i++)
    printf (_ ("Not reached: the backup %s (--backups erases it)\n"),
            (const char *)erasure->backups->pdata[i]);
  puts (_ ("Not looked at: attached files, backups elsewhere, other people’s stores."));
}

static gboolean
run_erase (QhCli *cli, GError **error)
{
  g_autoptr (QhRecord) contact = NULL;
  g_autoptr (QhErasure) erasure = NULL;

  if (qh_cli_open (cli, 0, error) == NULL)
    return FALSE;
  contact = qh_store_resolve (cli->store, &qh_contact_entity, qh_cli_argument (cli, 0), error);
  if (contact == NULL)
    return FALSE;
  erasure = qh_erase_contact (cli->store, QH_CONTACT (contact),
                              qh_cli_option (cli, "backups") != NULL, error);
  if (erasure == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_receipt_json (erasure);
  else
    print_receipt (erasure);
  return TRUE;
}

/* --- merge */

static gboolean
list_duplicates (QhCli *cli, GError **error)
{
  g_autoptr (GPtrArray) duplicates = NULL;
  const char *headings[] = { _ ("Keep"), _ ("Other"), _ ("Name"), _ ("The same"), NULL };
  g_autoptr (QhCliTable) table = NULL;

  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  duplicates = qh_merge_list_duplicates (cli->store, DUPLICATES_MAX, error);
  if (duplicates == NULL)
    return FALSE;
  table = qh_cli_table_new (headings);
  for (guint i = 0; i < duplicates->len; i++) {
    const QhDuplicate *duplicate = duplicates->pdata[i];
    char *cells[] = { g_strdup (duplicate->keep->id), g_strdup (duplicate->other->id),
                      qh_record_title (duplicate->other), g_strdup (_ (duplicate->same->label)) };
    qh_cli_table_add (table, cells);
  }
  qh_cli_table_print (table);
  return TRUE;
}

static gboolean
run_merge (QhCli *cli, GError **error)
{
  g_autoptr (QhRecord) keep = NULL;
  g_autoptr (QhRecord) other = NULL;

  if (cli->arguments->len == 0)
    return list_duplicates (cli, error);
  if (cli->arguments->len != 2) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("expected two clients, or two contacts"));
    return FALSE;
  }
  if (qh_cli_open (cli, 0, error) == NULL)
    return FALSE;
  keep = qh_cli_resolve (cli, qh_cli_argument (cli, 0), error);
  other = keep != NULL ? qh_cli_resolve (cli, qh_cli_argument (cli, 1), error) : NULL;
  return other != NULL && qh_store_merge (cli->store, keep, other, error);
}

static const QhCliOption person_options[] = {
  { "output", 'o', "FILE", N_ ("Where it is written to") },
  { NULL },
};

static const QhCliOption erase_options[] = {
  { "backups", 0, NULL, N_ ("Erase the automatic backups too") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_person_commands[] = {
  { "person", "CONTACT", 1, 1, FALSE, person_options,
    N_ ("Write everything that is known about one person, to hand it over"), run_person },
  { "erase", "CONTACT", 1, 1, FALSE, erase_options,
    N_ ("Erase a person for good, with a receipt; cannot be undone"), run_erase },
  { "merge", "[KEEP OTHER]", 0, 2, FALSE, NULL,
    N_ ("Make two clients or contacts one; alone, list those that look alike"), run_merge },
  { NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews: of a plan that came, out of this store as a file. */
#include "base/qh-id.h"
#include "exchange/qh-file.h"
#include "exchange/qh-import.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-diff.h"
#include "exchange/qh-review-file.h"
#include "exchange/qh-review-text.h"
#include "exchange/qh-team-folder.h"
#include "qh-cli-output.h"
#include "qh-cli-resolve.h"
#include "qh-cli.h"
#include "store/qh-mentions.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return FALSE;
}

/* --- The plan */

/* The plan that a file holds, among those received; it is taken in where it is not there yet. */
static QhReceivedPlan *
take_in (QhCli *cli, const char *path, GPtrArray *news, GError **error)
{
  g_autoptr (GBytes) bytes = qh_file_read (path, QH_JSON_MAX_BYTES, error);
  g_autoptr (QhPlanFile) file = NULL;
  g_autoptr (QhImportReport) report = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (bytes == NULL || (report = qh_import_file (cli->store, path, FALSE, error)) == NULL) {
    qh_cli_blame_file (error);
    return NULL;
  }
  for (guint i = 0; i < report->news->len; i++)
    g_ptr_array_add (news, g_strdup (report->news->pdata[i]));
  file = qh_plan_file_read (bytes, qh_clock_now (&cli->clock), NULL, error);
  if (file == NULL)
    return NULL;
  const char *values[] = { file->id, file->digest, NULL };
  found = qh_store_select (cli->store, &qh_received_plan_entity,
                           "WHERE plan = ?1 AND digest = ?2 LIMIT 1", values, error);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_object_ref (found->pdata[0]);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, "%s: %s", path,
               report->skipped->len > 0 ? ((QhSkipped *)report->skipped->pdata[0])->reason : "");
  return NULL;
}

static QhReceivedPlan *
find_plan (QhCli *cli, GPtrArray *news, GError **error)
{
  const char *name = qh_cli_argument (cli, 0);

  if (qh_id_is_valid (name))
    return (QhReceivedPlan *)qh_store_get (cli->store, &qh_received_plan_entity, name, error);
  return take_in (cli, name, news, error);
}

/* --- What is said of it */

/* The id of the segment that @name names in @plan: an id, a place from 1 on, or a title. */
static char *
find_segment (const QhPlanFile *plan, const char *name)
{
  GListModel *segments = qh_plan_get_segments (plan->context->plan);
  guint n = g_list_model_get_n_items (segments);

  for (guint i = 0; i < n; i++) {
    g_autoptr (QhSegment) segment = g_list_model_get_item (segments, i);
    g_autofree char *place = g_strdup_printf ("%u", i + 1);
    if (g_strcmp0 (name, QH_RECORD (segment)->id) == 0 || g_str_equal (name, place) ||
        g_strcmp0 (name, segment->title) == 0)
      return g_strdup (QH_RECORD (segment)->id);
  }
  return NULL;
}

static gboolean
add_comment (QhReviewFile *draft, const QhPlanFile *plan, const char *given, GError **error)
{
  const char *equals = strchr (given, '=');
  g_autofree char *name = equals != NULL ? g_strndup (given, equals - given) : NULL;
  g_autofree char *segment = NULL;

  if (name == NULL || equals[1] == '\0')
    return refuse (error,
                   _ ("--comment: expected SEGMENT=TEXT, FIELD=TEXT, or =TEXT for the whole"));
  segment = find_segment (plan, name);
  if (segment == NULL && *name != '\0' && qh_entity_field (&qh_meeting_entity, name) == NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("--comment: the plan has no segment and no field “%s”"), name);
    return FALSE;
  }
  qh_review_file_comment (draft, NULL, segment, segment == NULL && *name != '\0' ? name : NULL,
                          equals + 1);
  return TRUE;
}

static gboolean
add_comments (QhCli *cli, QhReviewFile *draft, QhReceivedPlan *received, GError **error)
{
  const char *text = received->bytes != NULL ? received->bytes : "";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (QhPlanFile) plan = qh_plan_file_read (bytes, qh_clock_now (&cli->clock), NULL, error);

  if (plan == NULL)
    return FALSE;
  if (qh_cli_option (cli, "comment") != NULL)
    g_ptr_array_set_size (draft->comments, 0);
  for (guint i = 0; i < cli->given->len; i++) {
    const QhCliField *given = cli->given->pdata[i];
    if (g_str_equal (given->name, "comment") && !add_comment (draft, plan, given->value, error))
      return FALSE;
  }
  return TRUE;
}

/* Only what a reviewer says can be given. */
static gboolean
check_fields (QhCli *cli, GError **error)
{
  static const char *const known[] = { "reviewer", "decision", "summary", NULL };

  for (guint i = 0; i < cli->fields->len; i++) {
    const QhCliField *given = cli->fields->pdata[i];
    g_autofree char *name = g_strdelimit (g_strdup (given->name), "-", '_');
    if (g_strv_contains (known, name) || g_str_has_prefix (name, "r_"))
      continue;
    g_set_error (
        error, QH_ERROR, QH_ERROR_INVALID,
        _ ("unknown option --%s: expected --decision, --summary, --reviewer, --comment, and "
           "--r-output, --r-minutes, --r-words, --r-scarce, --r-friction or --r-want, each "
           "also with -note"),
        given->name);
    return FALSE;
  }
  return TRUE;
}

/* The plan, with what is said of it now. */
static QhReceivedPlan *
review (QhCli *cli, GPtrArray *news, GError **error)
{
  g_autoptr (QhReceivedPlan) received = find_plan (cli, news, error);
  g_autoptr (QhReviewFile) draft = NULL;

  if (received == NULL)
    return NULL;
  draft = qh_review_draft_read (received);
  if (!qh_cli_set_plain_fields (cli, QH_RECORD (draft->review), error) ||
      !add_comments (cli, draft, received, error) ||
      !qh_review_draft_save (cli->store, received, draft, error))
    return NULL;
  return g_steal_pointer (&received);
}

/* Without a file, a review goes into the team folder. */
static gboolean
check_folder (QhCli *cli, const char *path, GError **error)
{
  g_autofree char *folder = path == NULL ? qh_team_folder_get (cli->store) : NULL;

  return path != NULL || folder != NULL ||
         refuse (error, _ ("-o: expected the name of the file to be written, or a team folder that "
                           "is chosen"));
}

/* A name that ends in .txt or .md wants what can be sent as a mail. */
static GBytes *
as_text (QhCli *cli, const char *path, QhReceivedPlan *received)
{
  char *text;

  if (!g_str_has_suffix (path, ".txt") && !g_str_has_suffix (path, ".md"))
    return NULL;
  text = qh_review_text (cli->store, received);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
give_review (QhCli *cli, const char *path, QhReceivedPlan *received, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;

  if (path == NULL)
    return qh_team_folder_give_review (cli->store, received, error);
  bytes = qh_review_give (cli->store, received, error);
  text = bytes != NULL ? as_text (cli, path, received) : NULL;
  return bytes != NULL && qh_file_write (path, text != NULL ? text : bytes, error);
}

static gboolean
run_review (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QhReceivedPlan) received = NULL;

  if (path != NULL && *path == '\0')
    return refuse (error, _ ("-o: expected the name of the file to be written"));
  if (!check_fields (cli, error) || (path != NULL && !qh_file_check_writable (path, error)) ||
      qh_cli_open (cli, QH_STORE_CREATE, error) == NULL || !check_folder (cli, path, error))
    return FALSE;
  received = review (cli, news, error);
  if (received == NULL || !give_review (cli, path, received, error))
    return FALSE;
  for (guint i = 0; i < news->len; i++)
    qh_cli_hint (cli, news->pdata[i]);
  return TRUE;
}

static const QhCliOption review_options[] = {
  { "comment", 0, N_ ("SEGMENT=TEXT"),
    N_ ("A comment on a segment or a field; =TEXT: on the whole") },
  { "output", 'o', "FILE", N_ ("The file to be written; .txt or .md: as text for a mail") },
  { NULL },
};

/* --- across */

static char *
join (GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (char *)texts->pdata[i]);
  return g_strdup (joined->str);
}

static void
print_across (const char *heading, GPtrArray *found, gboolean by_place)
{
  const char *const headings[] = { heading, _ ("Where"), _ ("Clients"), _ ("Reps"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < found->len; i++) {
    const QhAcross *across = found->pdata[i];
    char *cells[] = { by_place ? join (across->texts) : g_strdup (across->text),
                      g_strdup (across->place), join (across->clients), join (across->reps) };
    qh_cli_table_add (table, cells);
  }
  if (found->len > 0)
    qh_cli_table_print (table);
}

static void
set_texts (JsonObject *object, const char *name, GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  json_object_set_array_member (object, name, array);
}

static void
set_across (JsonObject *root, const char *name, GPtrArray *found)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < found->len; i++) {
    const QhAcross *across = found->pdata[i];
    JsonObject *object = json_object_new ();
    set_texts (object, "texts", across->texts);
    qh_cli_set_text (object, "where", across->place);
    set_texts (object, "clients", across->clients);
    set_texts (object, "reps", across->reps);
    set_texts (object, "plans", across->plans);
    json_array_add_object_element (array, object);
  }
  json_object_set_array_member (root, name, array);
}

static void
print_across_json (const QhMentions *mentions)
{
  g_autoptr (JsonObject) root = json_object_new ();

  json_object_set_int_member (root, "plans", mentions->n_plans);
  set_across (root, "outputs", mentions->outputs);
  set_across (root, "frictions", mentions->frictions);
  set_across (root, "content", mentions->content);
  qh_cli_print_object (root);
}

static gboolean
run_across (QhCli *cli, GError **error)
{
  g_autoptr (QhMentions) mentions = NULL;

  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  mentions = qh_mentions_look (cli->store);
  if (qh_cli_option (cli, "json") != NULL) {
    print_across_json (mentions);
    return TRUE;
  }
  print_across (_ ("Same output"), mentions->outputs, FALSE);
  print_across (_ ("Friction of several reps"), mentions->frictions, TRUE);
  print_across (_ ("Scarce content in one street"), mentions->content, FALSE);
  if (mentions->outputs->len + mentions->frictions->len + mentions->content->len == 0)
    puts (_ ("Nothing stands out."));
  return TRUE;
}

static const QhCliOption across_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

/* --- submit, changes */

static gboolean
run_submit (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");
  g_autoptr (QhRecord) meeting = NULL;

  if (path != NULL && *path == '\0')
    return refuse (error, _ ("-o: expected the name of the file to be written"));
  if (qh_cli_open (cli, 0, error) == NULL)
    return FALSE;
  meeting = qh_store_resolve (cli->store, &qh_meeting_entity, qh_cli_argument (cli, 0), error);
  return meeting != NULL &&
         qh_plan_submit (cli->store, meeting->id, QH_EDITION_MANAGER, path, error);
}

static void
print_changes (GPtrArray *changes)
{
  const char *const headings[] = { _ ("Where"), _ ("Before"), _ ("Now"), NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < changes->len; i++) {
    const QhPlanChange *change = changes->pdata[i];
    char *cells[] = { g_strdup (change->where), g_strdup (change->before),
                      g_strdup (change->after) };
    qh_cli_table_add (table, cells);
  }
  if (changes->len == 0)
    puts (_ ("Nothing has changed."));
  else
    qh_cli_table_print (table);
}

static void
print_changes_json (GPtrArray *changes)
{
  qh_cli_begin_array ();
  for (guint i = 0; i < changes->len; i++) {
    const QhPlanChange *change = changes->pdata[i];
    g_autoptr (JsonObject) object = json_object_new ();
    qh_cli_set_text (object, "where", change->where);
    qh_cli_set_text (object, "segment", change->segment);
    qh_cli_set_text (object, "before", change->before);
    qh_cli_set_text (object, "after", change->after);
    qh_cli_print_element (object, i == 0);
  }
  qh_cli_end_array (changes->len == 0);
}

static gboolean
run_changes (QhCli *cli, GError **error)
{
  const char *number = qh_cli_option (cli, "revision");
  g_autoptr (QhRecord) meeting = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gint64 revision = 0;

  if (number != NULL && !g_ascii_string_to_signed (number, 10, 1, G_MAXINT32, &revision, NULL))
    return refuse (error, _ ("--revision: expected a whole number from 1 on"));
  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  meeting = qh_store_resolve (cli->store, &qh_meeting_entity, qh_cli_argument (cli, 0), error);
  if (meeting != NULL)
    changes = qh_plan_changes_since (cli->store, meeting->id, revision, error);
  if (changes == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_changes_json (changes);
  else
    print_changes (changes);
  return TRUE;
}

/* --- folder */

static void
print_scan_json (const QhFolderScan *scan)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *left = json_array_new ();

  for (guint i = 0; i < scan->left->len; i++) {
    const QhFolderFile *file = scan->left->pdata[i];
    JsonObject *one = json_object_new ();
    json_object_set_string_member (one, "where", file->path);
    qh_cli_set_text (one, "reason", file->reason);
    json_array_add_object_element (left, one);
  }
  json_object_set_int_member (object, "new", scan->report->added);
  json_object_set_int_member (object, "changed", scan->report->changed);
  json_object_set_int_member (object, "same", scan->report->same);
  json_object_set_int_member (object, "read", scan->n_read);
  json_object_set_array_member (object, "left", left);
  qh_cli_print_object (object);
}

static void
print_scan (const QhFolderScan *scan)
{
  printf (_ ("new %u, changed %u, same %u, left %u\n"), scan->report->added, scan->report->changed,
          scan->report->same, scan->left->len);
  for (guint i = 0; i < scan->left->len; i++) {
    const QhFolderFile *file = scan->left->pdata[i];
    printf ("%s: %s\n", file->path, file->reason != NULL ? file->reason : "");
  }
}

static gboolean
run_folder (QhCli *cli, GError **error)
{
  const char *chosen = qh_cli_argument (cli, 0);
  g_autofree char *absolute = chosen != NULL ? g_canonicalize_filename (chosen, NULL) : NULL;
  g_autofree char *folder = NULL;
  g_autoptr (QhFolderScan) scan = NULL;

  if (qh_cli_open (cli, QH_STORE_CREATE, error) == NULL ||
      (chosen != NULL && !qh_team_folder_set (cli->store, absolute, error)))
    return FALSE;
  folder = qh_team_folder_get (cli->store);
  if (folder == NULL)
    return refuse (error, _ ("folder: expected the team folder; none is chosen yet"));
  scan = qh_team_folder_scan (cli->store, folder, qh_cli_option (cli, "again") != NULL, error);
  if (scan == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_scan_json (scan);
  else
    print_scan (scan);
  for (guint i = 0; i < scan->report->news->len; i++)
    qh_cli_hint (cli, scan->report->news->pdata[i]);
  return TRUE;
}

static const QhCliOption folder_options[] = {
  { "again", 0, NULL, N_ ("Try once more what could not be used before") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

static const QhCliOption submit_options[] = {
  { "output", 'o', "FILE", N_ ("The file to be written") },
  { NULL },
};

static const QhCliOption changes_options[] = {
  { "revision", 0, "N", N_ ("Since this revision, instead of the one reviewed last") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_review_commands[] = {
  { "submit", "MEETING", 1, 1, FALSE, submit_options,
    N_ ("Submit a plan: its status, and the plan file for the manager"), run_submit },
  { "folder", "[FOLDER]", 0, 1, FALSE, folder_options,
    N_ ("Choose the team folder, and take in what is new in it"), run_folder },
  { "changes", "MEETING", 1, 1, FALSE, changes_options,
    N_ ("Show what has changed in a plan since it was reviewed"), run_changes },
  { "review", "PLANFILE|ID", 1, 1, TRUE, review_options,
    N_ ("Review a plan that came, and write the review as a file: --decision, --summary, "
        "--r-output …"),
    run_review },
  { "across", "", 0, 0, FALSE, across_options,
    N_ ("What shows when the plans that came are laid beside each other: copied outputs, frictions "
        "of several reps, scarce content given twice in one street"),
    run_across },
  { NULL },
};

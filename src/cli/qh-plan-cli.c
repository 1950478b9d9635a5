/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans: check holds one against its facts, export writes it for somebody. */
#include "design/qh-design-review.h"
#include "exchange/qh-file.h"
#include "exchange/qh-friction-export.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-file.h"
#include "qh-cli-output.h"
#include "qh-cli-resolve.h"
#include "qh-cli.h"
#include "store/qh-gather.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- check */

static JsonObject *
finding_to_json (const QhFinding *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "rule", finding->rule);
  json_object_set_string_member (object, "level", qh_level_name (finding->level));
  json_object_set_int_member (object, "points", finding->points);
  qh_cli_set_text (object, "segment", finding->segment);
  qh_cli_set_text (object, "accepted", finding->accepted);
  qh_cli_set_text (object, "text", finding->text);
  qh_cli_set_text (object, "fix", finding->fix);
  return object;
}

static void
print_review_json (const QhDesignReview *review)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *findings = json_array_new ();

  for (guint i = 0; i < review->findings->len; i++)
    json_array_add_object_element (findings, finding_to_json (review->findings->pdata[i]));
  json_object_set_int_member (object, "score", review->score);
  json_object_set_int_member (object, "budget", review->budget);
  json_object_set_int_member (object, "total", review->total);
  json_object_set_array_member (object, "findings", findings);
  qh_cli_print_object (object);
}

static void
add_finding (QhCliTable *table, const QhFinding *finding)
{
  char *cells[] = {
    g_strdup (qh_level_label (finding->level)),
    finding->accepted != NULL ? g_strdup (_ ("accepted"))
                              : g_strdup_printf ("−%d", finding->points),
    g_strdup (finding->rule),
    g_strdup (finding->title),
    g_strdup (finding->accepted != NULL ? finding->accepted : finding->text),
  };

  qh_cli_table_add (table, cells);
}

static void
print_review (const QhDesignReview *review)
{
  const char *const headings[] = { _ ("Level"),   _ ("Points"), _ ("Rule"),
                                   _ ("Finding"), _ ("Why"),    NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);
  g_autofree char *total = qh_length_format (review->total);
  g_autofree char *budget = qh_length_format (review->budget);

  /* Translators: the score, and the planned length of the length there is */
  printf (_ ("Score %d, %s of %s\n"), review->score, total, budget);
  if (review->findings->len == 0)
    return;
  for (guint i = 0; i < review->findings->len; i++)
    add_finding (table, review->findings->pdata[i]);
  qh_cli_table_print (table);
}

/* No to a plan with a blocker, naming the rules. */
static gboolean
answer (const QhDesignReview *review, GError **error)
{
  g_autoptr (GString) rules = g_string_new (NULL);

  if (review->blockers == 0)
    return TRUE;
  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = review->findings->pdata[i];
    if (finding->level == QH_LEVEL_BLOCKER)
      g_string_append_printf (rules, "%s%s", rules->len > 0 ? ", " : "", finding->rule);
  }
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               ngettext ("%u blocker stands: %s", "%u blockers stand: %s", review->blockers),
               review->blockers, rules->str);
  return FALSE;
}

static gboolean
check_context (QhCli *cli, const QhContext *context, GError **error)
{
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  if (qh_cli_option (cli, "json") != NULL)
    print_review_json (review);
  else
    print_review (review);
  return answer (review, error);
}

static gboolean
check_file (QhCli *cli, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = qh_file_read (path, QH_JSON_MAX_BYTES, error);
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);
  g_autoptr (QhPlanFile) file = NULL;

  if (bytes == NULL)
    return FALSE;
  file = qh_plan_file_read (bytes, qh_clock_now (&cli->clock), zone, error);
  if (file == NULL) {
    g_prefix_error (error, "%s: ", path);
    qh_cli_blame_file (error);
    return FALSE;
  }
  return check_context (cli, file->context, error);
}

static gboolean
check_meeting (QhCli *cli, const char *reference, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (QhRecord) meeting =
      store != NULL ? qh_store_resolve (store, &qh_meeting_entity, reference, error) : NULL;
  g_autoptr (QhPlan) plan = meeting != NULL ? qh_store_load_plan (store, meeting->id, error) : NULL;
  g_autoptr (QhContext) context = plan != NULL ? qh_store_gather (store, plan, error) : NULL;

  return context != NULL && check_context (cli, context, error);
}

static gboolean
run_check (QhCli *cli, GError **error)
{
  const char *plan = qh_cli_argument (cli, 0);

  if (g_str_has_suffix (plan, ".qhplan") || g_file_test (plan, G_FILE_TEST_EXISTS))
    return check_file (cli, plan, error);
  return check_meeting (cli, plan, error);
}

/* --- export */

static gboolean
read_format (QhCli *cli, QhFormat *format, GError **error)
{
  const char *name = qh_cli_option (cli, "to");
  g_autofree char *names = qh_format_names ();
  int found = name != NULL ? qh_format_from_name (name) : -1;

  *format = (QhFormat)found;
  if (found >= 0)
    return TRUE;
  if (g_strcmp0 (name, "ics") == 0)
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("--to: this version writes no calendar files: expected one of %s"), names);
  else
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--to: expected one of %s, got “%s”"), names,
                 name != NULL ? name : "");
  return FALSE;
}

static gboolean
read_edition (QhCli *cli, int *edition, GError **error)
{
  const char *name = qh_cli_option (cli, "edition");
  const QhField *field = qh_entity_field (&qh_export_entity, "edition");
  g_autofree char *names = qh_enum_names (qh_edition_values);

  *edition = name != NULL ? qh_field_enum_value (field, name) : QH_EDITION_FULL;
  if (*edition != QH_EDITION_UNSET)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--edition: expected one of %s, got “%s”"),
               names, name);
  return FALSE;
}

/* What is handed up says what is asked. */
static void
hint_at_ask (QhCli *cli, QhFriction *friction)
{
  g_autofree char *hint = NULL;

  if (friction->ask != NULL)
    return;
  hint = g_strdup_printf (_ ("It does not say what is asked: qh set %s --ask TEXT"),
                          QH_RECORD (friction)->id);
  qh_cli_hint (cli, hint);
}

/* The record that is to be written: a meeting, else a friction. */
static QhRecord *
find_exported (QhStore *store, const char *reference, GError **error)
{
  g_autoptr (GError) problem = NULL;
  QhRecord *record = qh_store_resolve (store, &qh_meeting_entity, reference, &problem);

  if (record == NULL && g_error_matches (problem, QH_ERROR, QH_ERROR_NOT_FOUND))
    record = qh_store_resolve (store, &qh_friction_entity, reference, NULL);
  if (record == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return record;
}

static gboolean
export_record (QhCli *cli, QhRecord *record, QhFormat format, int edition, const char *path,
               GError **error)
{
  if (!QH_IS_FRICTION (record))
    return qh_export_meeting (cli->store, record->id, format, edition, path, error);
  if (!qh_export_friction (cli->store, QH_FRICTION (record), format, edition, path, error))
    return FALSE;
  hint_at_ask (cli, QH_FRICTION (record));
  return TRUE;
}

static gboolean
run_export (QhCli *cli, GError **error)
{
  const char *path = qh_cli_option (cli, "output");
  g_autoptr (QhRecord) record = NULL;
  QhStore *store;
  QhFormat format;
  int edition;

  if (!read_format (cli, &format, error) || !read_edition (cli, &edition, error))
    return FALSE;
  if (path == NULL || *path == '\0') {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("-o: expected the name of the file to be written"));
    return FALSE;
  }
  store = qh_cli_open (cli, 0, error);
  if (store == NULL)
    return FALSE;
  record = find_exported (store, qh_cli_argument (cli, 0), error);
  return record != NULL && export_record (cli, record, format, edition, path, error);
}

static const QhCliOption check_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

static const QhCliOption export_options[] = {
  { "to", 0, "FORMAT",
    N_ ("What to write: pdf, html, md, ics, png, svg or plan; of a friction pdf, html or md") },
  { "edition", 0, "EDITION", N_ ("For whom: full, manager or client") },
  { "output", 'o', "FILE", N_ ("The file to be written") },
  { NULL },
};

const QhCliCommand qh_plan_commands[] = {
  { "check", "PLAN|MEETING-ID", 1, 1, FALSE, check_options,
    N_ ("Hold a plan against its facts; status 1 if a blocker stands"), run_check },
  { "export", "MEETING-ID|FRICTION-ID --to FORMAT -o FILE", 1, 1, FALSE, export_options,
    N_ ("Write a meeting, or the brief of a friction, for somebody"), run_export },
  { NULL },
};

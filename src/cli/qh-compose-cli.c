/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compose: the best plan for a client, with the reason for each segment, and what it could not do.
 */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "record/qh-record-json.h"
#include "store/qh-composing.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* No meeting is longer. */
#define MINUTES_MOST 240

/* --- For people */

static void
print_meeting (QhRecord *meeting)
{
  static const char *const texts[] = { "output", "measure", "ask", "fallback", "questions" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const QhField *field = qh_entity_field (&qh_meeting_entity, texts[i]);
    g_autofree char *text = qh_record_get_text (meeting, field);
    if (text != NULL)
      printf ("%s: %s\n", _ (field->label), text);
  }
}

/* Not a table: a reason is read to its end. */
static void
print_segments (const QhComposed *composed)
{
  for (guint i = 0; i < composed->reasons->len; i++) {
    QhSegment *segment = qh_plan_segment (composed->plan, i);
    const QhReason *reason = g_ptr_array_index (composed->reasons, i);
    g_autofree char *length = qh_length_format (segment->seconds);
    printf ("%s  %s  %s\n      %s\n", length, qh_enum_label (qh_segment_kind_values, segment->kind),
            segment->title, reason->text);
  }
}

static void
print_composed (const QhComposed *composed)
{
  g_autofree char *total = qh_length_format (composed->review->total);
  g_autofree char *budget = qh_length_format (composed->review->budget);

  /* Translators: the score, and the planned length of the length there is */
  printf (_ ("Score %d, %s of %s\n"), composed->review->score, total, budget);
  print_meeting (QH_RECORD (qh_plan_get_meeting (composed->plan)));
  print_segments (composed);
  if (composed->lacks->len == 0)
    return;
  puts (_ ("What it could not do:"));
  for (guint i = 0; i < composed->lacks->len; i++)
    printf ("  %s\n", (const char *)g_ptr_array_index (composed->lacks, i));
}

/* --- For scripts */

static JsonObject *
segment_to_json (QhSegment *segment, const QhReason *reason)
{
  JsonObject *object = qh_record_to_json (QH_RECORD (segment), QH_JSON_NULLS);
  JsonObject *why = json_object_new ();

  json_object_set_string_member (why, "text", reason->text);
  qh_cli_set_text (why, "kind", reason->link);
  qh_cli_set_text (why, "id", reason->id);
  json_object_set_object_member (object, "reason", why);
  return object;
}

static void
print_json (const QhComposed *composed)
{
  QhRecord *meeting = QH_RECORD (qh_plan_get_meeting (composed->plan));
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *segments = json_array_new (), *lacks = json_array_new ();

  for (guint i = 0; i < composed->reasons->len; i++)
    json_array_add_object_element (segments,
                                   segment_to_json (qh_plan_segment (composed->plan, i),
                                                    g_ptr_array_index (composed->reasons, i)));
  for (guint i = 0; i < composed->lacks->len; i++)
    json_array_add_string_element (lacks, g_ptr_array_index (composed->lacks, i));
  json_object_set_int_member (object, "score", composed->review->score);
  json_object_set_int_member (object, "budget", composed->review->budget);
  json_object_set_int_member (object, "total", composed->review->total);
  json_object_set_boolean_member (object, "unknown", composed->is_unknown);
  json_object_set_object_member (object, "meeting", qh_record_to_json (meeting, QH_JSON_NULLS));
  json_object_set_array_member (object, "segments", segments);
  json_object_set_array_member (object, "lacks", lacks);
  qh_cli_print_object (object);
}

/* --- compose */

static gboolean
read_minutes (QhCli *cli, gint64 *minutes, GError **error)
{
  const char *text = qh_cli_option (cli, "minutes");

  *minutes = 0;
  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, 1, MINUTES_MOST, minutes, NULL))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("--minutes: expected a number from 1 to %d, got “%s”"), MINUTES_MOST, text);
  return FALSE;
}

static gboolean
run_compose (QhCli *cli, GError **error)
{
  gboolean save = qh_cli_option (cli, "save") != NULL;
  g_autoptr (QhComposed) composed = NULL;
  g_autoptr (QhRecord) client = NULL;
  gint64 minutes;
  QhStore *store;

  if (!read_minutes (cli, &minutes, error))
    return FALSE;
  store = qh_cli_open (cli, save ? 0 : QH_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  client = qh_store_resolve (store, &qh_client_entity, qh_cli_argument (cli, 0), error);
  composed = client != NULL ? qh_store_compose_meeting (store, client->id, minutes, error) : NULL;
  if (composed == NULL ||
      (save && !qh_store_save_plan (store, composed->plan, _ ("Compose"), error)))
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    print_json (composed);
  else if (save)
    puts (QH_RECORD (qh_plan_get_meeting (composed->plan))->id);
  else
    print_composed (composed);
  return TRUE;
}

static const QhCliOption compose_options[] = {
  { "minutes", 0, "N", N_ ("How long it may be; else as long as the client gives") },
  { "save", 0, NULL, N_ ("Make it a draft, and print its id") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_compose_commands[] = {
  { "compose", "CLIENT", 1, 1, FALSE, compose_options,
    N_ ("Propose the best plan for a client, and say why"), run_compose },
  { NULL },
};

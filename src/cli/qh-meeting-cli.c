/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting and what comes after it: run (the cue sheet), debrief. */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "record/qh-record-json.h"
#include "store/qh-debriefs.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- run */

/* When a segment is to begin: so far into the meeting, and by the clock. */
typedef struct {
  QhMeeting *meeting;
  GTimeZone *zone;
  gint64 from; /* seconds */
} Cue;

/* The instant, QH_NONE where the meeting has no day yet. */
static gint64
cue_instant (const Cue *cue)
{
  return cue->meeting->start != QH_NONE ? cue->meeting->start + cue->from * G_TIME_SPAN_SECOND
                                        : QH_NONE;
}

static char *
cue_clock (const Cue *cue)
{
  gint64 at = cue_instant (cue);

  return at != QH_NONE ? qh_instant_clock_label (at, cue->zone) : g_strdup ("");
}

static void
set_instant (JsonObject *object, const char *name, const Cue *cue)
{
  gint64 at = cue_instant (cue);
  g_autofree char *text = at != QH_NONE ? qh_instant_format (at, cue->zone) : NULL;

  qh_cli_set_text (object, name, text);
}

static JsonObject *
cue_to_json (const Cue *cue, QhSegment *segment)
{
  JsonObject *object = qh_record_to_json ((QhRecord *)segment, QH_JSON_NULLS);

  set_instant (object, "at", cue);
  json_object_set_int_member (object, "from", cue->from);
  return object;
}

static void
print_cues_json (QhPlan *plan, Cue *cue)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *segments = json_array_new ();

  json_object_set_string_member (object, "meeting", ((QhRecord *)cue->meeting)->id);
  set_instant (object, "start", cue);
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    json_array_add_object_element (segments, cue_to_json (cue, segment));
    cue->from += segment->seconds;
  }
  set_instant (object, "end", cue);
  json_object_set_int_member (object, "total", cue->from);
  json_object_set_array_member (object, "segments", segments);
  qh_cli_print_object (object);
}

static void
add_cue (QhCliTable *table, const Cue *cue, QhSegment *segment)
{
  char *cells[] = {
    cue_clock (cue),
    qh_length_format (cue->from),
    qh_length_format (segment->seconds),
    g_strdup (qh_enum_label (qh_segment_kind_values, segment->kind)),
    g_strdup (segment->must ? _ ("must") : ""),
    g_strdup (segment->title),
    g_strdup (segment->notes),
  };

  qh_cli_table_add (table, cells);
}

static void
add_end (QhCliTable *table, const Cue *cue)
{
  char *cells[] = {
    cue_clock (cue), qh_length_format (cue->from), NULL, g_strdup (_ ("End")), NULL, NULL, NULL
  };

  qh_cli_table_add (table, cells);
}

static void
print_cues (QhPlan *plan, Cue *cue)
{
  /* Translators: of a cue sheet: the time by the clock, and how far into the meeting */
  const char *const headings[] = { _ ("Time"),  _ ("From"),  _ ("Length"), _ ("Kind"),
                                   _ ("Stays"), _ ("Title"), _ ("Notes"),  NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    add_cue (table, cue, segment);
    cue->from += segment->seconds;
  }
  add_end (table, cue);
  qh_cli_table_print (table);
}

static void
print_heading (QhStore *store, QhMeeting *meeting, const Cue *cue)
{
  g_autofree char *title = qh_record_title ((QhRecord *)meeting);
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;

  if (meeting->start == QH_NONE) {
    puts (title);
    return;
  }
  date = qh_instant_to_date (meeting->start, cue->zone);
  day = qh_date_label (date, qh_clock_now (qh_store_get_clock (store)), cue->zone);
  printf ("%s, %s\n", title, day);
}

static gboolean
run_run (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (QhRecord) meeting = NULL;
  g_autoptr (QhPlan) plan = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  Cue cue = { 0 };

  if (store == NULL)
    return FALSE;
  meeting = qh_store_resolve (store, &qh_meeting_entity, qh_cli_argument (cli, 0), error);
  plan = meeting != NULL ? qh_store_load_plan (store, meeting->id, error) : NULL;
  if (plan == NULL)
    return FALSE;
  cue.meeting = qh_plan_get_meeting (plan);
  cue.zone = zone = qh_zone_new (cue.meeting->zone, cli->zone);
  if (qh_cli_option (cli, "json") != NULL) {
    print_cues_json (plan, &cue);
    return TRUE;
  }
  print_heading (store, cue.meeting, &cue);
  print_cues (plan, &cue);
  return TRUE;
}

/* --- debrief */

/* An item by its name or id. */
static gboolean
add_kept (QhStore *store, GPtrArray *kept, const char *item, GError **error)
{
  g_autoptr (QhRecord) content = NULL;

  content = qh_store_resolve (store, &qh_content_entity, item, error);
  if (content == NULL) {
    g_prefix_error (error, "release: ");
    return FALSE;
  }
  g_ptr_array_add (kept, g_strdup (content->id));
  return TRUE;
}

static gboolean
set_given (QhMeeting *meeting, const QhCliField *given, GError **error)
{
  g_autofree char *name = g_strdelimit (g_strdup (given->name), "-", '_');

  return qh_record_set_text ((QhRecord *)meeting, qh_entity_field (&qh_meeting_entity, name),
                             given->value, error);
}

static gboolean
read_given (QhCli *cli, QhMeeting *meeting, GPtrArray *kept, GError **error)
{
  for (guint i = 0; i < cli->given->len; i++) {
    const QhCliField *given = cli->given->pdata[i];
    gboolean read = g_str_equal (given->name, "release")
                        ? add_kept (cli->store, kept, given->value, error)
                        : set_given (meeting, given, error);
    if (!read)
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_debrief (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, 0, error);
  g_autoptr (QhRecord) meeting = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  if (store == NULL)
    return FALSE;
  meeting = qh_store_resolve (store, &qh_meeting_entity, qh_cli_argument (cli, 0), error);
  return meeting != NULL && read_given (cli, (QhMeeting *)meeting, kept, error) &&
         qh_store_debrief (store, (QhMeeting *)meeting, kept, NULL, error);
}

/* --- The table */

static const QhCliOption run_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

/* Fields of a meeting, and what of it was not given. */
static const QhCliOption debrief_options[] = {
  { "output-reached", 0, "yes|partly|no", N_ ("Whether the output was reached; must be said") },
  { "result", 0, "advance|continuation|no_sale|order", N_ ("What the client agreed to") },
  { "learned", 0, "TEXT", N_ ("What we learned") },
  { "ease", 0, "1-7", N_ ("How easy we made it for the client") },
  { "client-rating", 0, "1-7", N_ ("What the client made of it") },
  { "open-with", 0, "TEXT", N_ ("What to open with next time") },
  { "began", 0, "TIME", N_ ("When it began") },
  { "ended", 0, "TIME", N_ ("When it ended") },
  { "release", 0, "ITEM", N_ ("Was not given: release it; may be said again") },
  { NULL },
};

const QhCliCommand qh_meeting_commands[] = {
  { "run", "MEETING", 1, 1, FALSE, run_options,
    N_ ("Print the cue sheet of a meeting: what is said when"), run_run },
  { "debrief", "MEETING", 1, 1, FALSE, debrief_options,
    N_ ("Close a meeting: what was reserved is delivered, what came out of it is noted"),
    run_debrief },
  { NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the day asks for. */
#include "qh-cli-output.h"
#include "qh-cli.h"
#include "record/qh-record-json.h"
#include "store/qh-today.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Of each section no more are printed; how many there are in all is said. */
#define SHOWN 50

/* What of a section is printed as JSON is called so. */
static const struct {
  const char *name, *heading;
} sections[QH_N_TODAY] = {
  [QH_TODAY_MEETINGS] = { "meetings", N_ ("Today") },
  [QH_TODAY_TOMORROW] = { "tomorrow", N_ ("Tomorrow") },
  [QH_TODAY_DEBRIEFS] = { "debriefs", N_ ("Waiting for a debrief") },
  [QH_TODAY_PROMISES] = { "promises", N_ ("Promises due and overdue") },
  [QH_TODAY_FRICTIONS] = { "frictions", N_ ("Friction waiting for me") },
  [QH_TODAY_CONTENT] = { "content", N_ ("Content running out or expiring") },
};

/* Whether the design review says something of it before it is held. */
static gboolean
is_ahead (guint section)
{
  return section == QH_TODAY_MEETINGS || section == QH_TODAY_TOMORROW;
}

static gboolean
is_blocking (const QhFinding *finding)
{
  return finding->level == QH_LEVEL_BLOCKER && finding->accepted == NULL;
}

/* --- JSON */

static JsonArray *
blockers_to_json (const QhDesignReview *review)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = review->findings->pdata[i];
    JsonObject *object;
    if (!is_blocking (finding))
      continue;
    object = json_object_new ();
    json_object_set_string_member (object, "rule", finding->rule);
    json_object_set_string_member (object, "text", finding->text);
    json_array_add_object_element (array, object);
  }
  return array;
}

static gboolean
add_review (QhStore *store, QhRecord *meeting, JsonObject *object, GError **error)
{
  g_autoptr (QhDesignReview) review = qh_today_review (store, meeting->id, error);

  if (review == NULL)
    return FALSE;
  json_object_set_int_member (object, "score", review->score);
  json_object_set_array_member (object, "blockers", blockers_to_json (review));
  return TRUE;
}

static gboolean
add_elements (QhStore *store, guint section, GPtrArray *records, JsonArray *array, GError **error)
{
  for (guint i = 0; i < records->len; i++) {
    JsonObject *object = qh_record_to_json (records->pdata[i], QH_JSON_NULLS);
    json_array_add_object_element (array, object);
    if (is_ahead (section) && !add_review (store, records->pdata[i], object, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
print_json (QhCli *cli, GPtrArray *const *lists, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *day = qh_clock_today (&cli->clock);
  JsonObject *totals = json_object_new ();

  json_object_set_string_member (object, "day", day);
  json_object_set_object_member (object, "totals", totals);
  for (guint i = 0; i < QH_N_TODAY; i++) {
    JsonArray *array = json_array_new ();
    json_object_set_array_member (object, sections[i].name, array);
    json_object_set_int_member (totals, sections[i].name,
                                qh_today_count (cli->store, &cli->clock, i));
    if (!add_elements (cli->store, i, lists[i], array, error))
      return FALSE;
  }
  qh_cli_print_object (object);
  return TRUE;
}

/* --- For people */

static char *
client_name (QhStore *store, const char *id)
{
  g_autoptr (QhRecord) client =
      id != NULL ? qh_store_get (store, &qh_client_entity, id, NULL) : NULL;

  return client != NULL ? g_strdup (QH_CLIENT (client)->name) : NULL;
}

/* "No output; 4 minutes over the limit" */
static char *
describe_blockers (const QhDesignReview *review)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = review->findings->pdata[i];
    if (is_blocking (finding))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", finding->title);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
time_label (QhCli *cli, guint section, QhMeeting *meeting)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);
  gint64 start = meeting->start != QH_NONE ? meeting->start : meeting->began;
  g_autofree char *date = start != QH_NONE ? qh_instant_to_date (start, zone) : NULL;

  if (date == NULL)
    return NULL;
  return is_ahead (section) ? qh_instant_clock_label (start, zone) : qh_date_short_label (date);
}

static char *
meeting_aim (QhMeeting *meeting)
{
  return g_strdup (meeting->output != NULL ? meeting->output : meeting->title);
}

static gboolean
add_meeting (QhCli *cli, guint section, QhRecord *record, QhCliTable *table, GError **error)
{
  QhMeeting *meeting = QH_MEETING (record);
  g_autoptr (QhDesignReview) review = NULL;

  if (is_ahead (section) && !(review = qh_today_review (cli->store, record->id, error)))
    return FALSE;
  char *cells[] = {
    time_label (cli, section, meeting),
    client_name (cli->store, meeting->client),
    meeting_aim (meeting),
    review != NULL ? g_strdup_printf ("%d", review->score) : NULL,
    review != NULL ? describe_blockers (review) : NULL,
  };
  qh_cli_table_add (table, cells);
  return TRUE;
}

/* "12 Nov"; NULL for no day */
static char *
day_label (const char *date)
{
  return date != NULL ? qh_date_short_label (date) : NULL;
}

static void
add_other (QhCli *cli, QhRecord *record, QhCliTable *table)
{
  char *cells[5] = { NULL };

  cells[2] = qh_record_title (record);
  if (QH_IS_PROMISE (record)) {
    cells[0] = day_label (QH_PROMISE (record)->due);
    cells[1] = client_name (cli->store, QH_PROMISE (record)->client);
  } else if (QH_IS_FRICTION (record)) {
    cells[0] = day_label (QH_FRICTION (record)->due);
    cells[1] = client_name (cli->store, QH_FRICTION (record)->client);
    cells[3] = g_strdup_printf ("%d", (int)QH_FRICTION (record)->severity);
    cells[4] = g_strdup (QH_FRICTION (record)->owner);
  } else {
    cells[0] = day_label (QH_CONTENT (record)->available_until);
  }
  qh_cli_table_add (table, cells);
}

static QhCliTable *
new_table (guint section)
{
  const char *day = is_ahead (section) ? _ ("Time") : _ ("Day");
  const char *figure = section == QH_TODAY_FRICTIONS ? _ ("Severity") : _ ("Score");
  const char *last = section == QH_TODAY_FRICTIONS ? _ ("Owner") : _ ("Blocked by");
  gboolean has_figure = is_ahead (section) || section == QH_TODAY_FRICTIONS;
  const char *const headings[] = {
    day, _ ("Client"), _ ("Title"), has_figure ? figure : "", has_figure ? last : "", NULL
  };

  return qh_cli_table_new (headings);
}

static gboolean
print_section (QhCli *cli, guint section, GPtrArray *records, GError **error)
{
  g_autoptr (QhCliTable) table = new_table (section);
  guint total = qh_today_count (cli->store, &cli->clock, section);

  for (guint i = 0; i < records->len; i++)
    if (!QH_IS_MEETING (records->pdata[i]))
      add_other (cli, records->pdata[i], table);
    else if (!add_meeting (cli, section, records->pdata[i], table, error))
      return FALSE;
  /* Translators: a section's heading and how many there are: "Tomorrow (3)" */
  printf (_ ("%s (%u)\n"), _ (sections[section].heading), total);
  qh_cli_table_print (table);
  return TRUE;
}

static gboolean
print_day (QhCli *cli, GPtrArray *const *lists, GError **error)
{
  gboolean is_empty = TRUE;

  for (guint i = 0; i < QH_N_TODAY; i++) {
    if (lists[i]->len == 0)
      continue;
    if (!is_empty)
      putchar ('\n');
    if (!print_section (cli, i, lists[i], error))
      return FALSE;
    is_empty = FALSE;
  }
  if (is_empty)
    puts (_ ("Nothing waits today."));
  return TRUE;
}

static gboolean
read_lists (QhCli *cli, GPtrArray **lists, GError **error)
{
  for (guint i = 0; i < QH_N_TODAY; i++)
    if (!(lists[i] = qh_today_list (cli->store, &cli->clock, i, SHOWN, error)))
      return FALSE;
  return TRUE;
}

static gboolean
run_today (QhCli *cli, GError **error)
{
  GPtrArray *lists[QH_N_TODAY] = { NULL };
  gboolean done;

  if (qh_cli_open (cli, QH_STORE_READ_ONLY, error) == NULL)
    return FALSE;
  done = read_lists (cli, lists, error) &&
         (qh_cli_option (cli, "json") != NULL ? print_json (cli, lists, error)
                                              : print_day (cli, lists, error));
  for (guint i = 0; i < QH_N_TODAY; i++)
    g_clear_pointer (&lists[i], g_ptr_array_unref);
  return done;
}

static const QhCliOption today_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

const QhCliCommand qh_today_commands[] = {
  { "today", "", 0, 0, FALSE, today_options,
    N_ ("What the day asks for: meetings, debriefs, promises, friction, content"), run_today },
  { NULL },
};

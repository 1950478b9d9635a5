/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Compose proposes, case by case: what it takes, what it leaves, what it says it could not do.
 */
#include "base/qh-text.h"
#include "builder.h"
#include "design/qh-compose.h"
#include <string.h>

/* A client about whom enough is known: six remarks, a friction, two items. */
#define KNOWN                                                                                   \
  "remark:r1,2026-10-01,Recall_takes_two_days,dislike remark:r2,2026-10-02,Fewer_noshows,goal " \
  "remark:r3,2026-10-03,No_flyers,rule remark:r4,2026-10-04,We_open_at_seven,fact "             \
  "remark:r5,2026-10-05,A_schedule_that_holds,wish remark:r6,2026-10-06,Ten_percent,threshold " \
  "friction:f1,3,Wrong_invoices,minutes=30,times_per_year=24 client-value=Calm "                \
  "content:c1,educate,few,12,title=Recall_benchmark content:c2,improve,few,title=Noshow_clinic "

typedef struct {
  QhContext *context;
  QhComposed *composed;
} Case;

static Case
compose (const char *line)
{
  Case result = { builder_context (line), NULL };

  result.composed = qh_compose_new (result.context);
  return result;
}

static void
case_clear (Case *result)
{
  qh_composed_free (result->composed);
  qh_context_free (result->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static QhSegment *
find (const Case *result, const char *field, const char *id)
{
  for (guint i = 0; i < qh_plan_n_segments (result->composed->plan); i++) {
    QhSegment *segment = qh_plan_segment (result->composed->plan, i);
    g_autofree char *value =
        qh_record_get_text (QH_RECORD (segment), qh_entity_field (&qh_segment_entity, field));
    if (g_strcmp0 (value, id) == 0)
      return segment;
  }
  return NULL;
}

static gboolean
lacks (const Case *result, const char *words)
{
  for (guint i = 0; i < result->composed->lacks->len; i++)
    if (strstr (g_ptr_array_index (result->composed->lacks, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static QhMeeting *
meeting_of (const Case *result)
{
  return qh_plan_get_meeting (result->composed->plan);
}

static char *
dump (const Case *result)
{
  GString *text = g_string_new (NULL);
  QhMeeting *meeting = meeting_of (result);

  for (guint i = 0; i < qh_plan_n_segments (result->composed->plan); i++) {
    QhSegment *s = qh_plan_segment (result->composed->plan, i);
    const QhReason *reason = g_ptr_array_index (result->composed->reasons, i);
    g_string_append_printf (text, "%d %d %s %s %s %s %s | %s %s %s\n", s->kind, (int)s->seconds,
                            s->title, s->remark, s->friction, s->content, s->promise, reason->text,
                            reason->link, reason->id);
  }
  g_string_append_printf (text, "%s|%s|%s|%s|%s|%d", meeting->output, meeting->measure,
                          meeting->ask, meeting->fallback, meeting->questions,
                          result->composed->review->score);
  return g_string_free (text, FALSE);
}

static void
test_known (void)
{
  g_auto (Case) known = compose (KNOWN "attendee");
  QhMeeting *meeting = meeting_of (&known);

  g_assert_false (known.composed->is_unknown);
  g_assert_cmpint (known.composed->review->score, ==, 100);
  g_assert_cmpuint (known.composed->lacks->len, ==, 0);
  g_assert_nonnull (find (&known, "friction", "f1"));
  g_assert_nonnull (find (&known, "content", "c1"));
  g_assert_cmpstr (qh_plan_segment (known.composed->plan, 0)->remark, ==, "r6");
  g_assert_cmpstr (meeting->output, ==, "A way out of “Wrong invoices”, with the first step taken");
  g_assert_false (qh_text_is_empty (meeting->questions));
  g_assert_null (QH_RECORD (qh_plan_segment (known.composed->plan, 0))->id);
}

/* Each segment says why it is there, and what it rests on. */
static void
test_reasons (void)
{
  g_auto (Case) known = compose (KNOWN);
  const QhReason *reason = g_ptr_array_index (known.composed->reasons, 0);

  g_assert_cmpuint (known.composed->reasons->len, ==, qh_plan_n_segments (known.composed->plan));
  g_assert_cmpstr (reason->text, ==,
                   "The last that he said and we have not taken up: “Ten percent” (6 Oct)");
  g_assert_cmpstr (reason->link, ==, "remark");
  g_assert_cmpstr (reason->id, ==, "r6");
  reason = g_ptr_array_index (known.composed->reasons, 1);
  g_assert_cmpstr (reason->text, ==,
                   "“Wrong invoices” (stops work) costs most of what stands in his way.");
  g_assert_cmpstr (reason->id, ==, "f1");
}

/* What somebody typed, the day, the length and who comes stay as they are. */
static void
test_kept (void)
{
  g_auto (Case) kept = compose (KNOWN "output=A_list ask=A_pilot budget=600 title=Spring "
                                      "attendee mode=video open:60,title=Mine");
  QhMeeting *meeting = meeting_of (&kept);

  g_assert_cmpstr (meeting->output, ==, "A list");
  g_assert_cmpstr (meeting->ask, ==, "A pilot");
  g_assert_cmpstr (meeting->title, ==, "Spring");
  g_assert_cmpint (meeting->budget, ==, 600);
  g_assert_cmpint (meeting->mode, ==, QH_MEETING_MODE_VIDEO);
  g_assert_cmpint (kept.composed->review->total, <=, 540);
  g_assert_false (qh_text_is_empty (meeting->fallback));
  g_assert_cmpuint (g_list_model_get_n_items (qh_plan_get_attendees (kept.composed->plan)), ==, 1);
  g_assert_cmpuint (qh_plan_n_segments (kept.context->plan), ==, 1);
  g_assert_cmpstr (qh_plan_segment (kept.context->plan, 0)->title, ==, "Mine");
  g_assert_null (qh_plan_get_meeting (kept.context->plan)->fallback);
  g_assert_false (qh_composed_reword (kept.composed, kept.context));
}

static void
test_unknown (void)
{
  g_auto (Case) unknown = compose ("content:c1,educate,ours_alone,12");
  QhMeeting *meeting = meeting_of (&unknown);
  g_auto (GStrv) questions = g_strsplit (meeting->questions, "\n", -1);

  g_assert_true (unknown.composed->is_unknown);
  g_assert_cmpuint (g_strv_length (questions), ==, 3);
  g_assert_cmpuint (qh_plan_n_segments (unknown.composed->plan), ==, 2);
  g_assert_cmpint (qh_plan_segment (unknown.composed->plan, 0)->kind, ==, QH_SEGMENT_KIND_OPEN);
  g_assert_true (lacks (&unknown, "Nothing is known about him yet"));
}

/* A meeting of a minute is a meeting of a minute; less is none. */
static void
test_minutes (void)
{
  for (int minutes = 1; minutes <= 20; minutes++) {
    g_autofree char *line = g_strdup_printf (KNOWN "limit=%d", minutes);
    g_auto (Case) result = compose (line);
    g_assert_cmpint (result.composed->review->total, <=, minutes * QH_MINUTE);
    g_assert_cmpuint (qh_plan_n_segments (result.composed->plan), >, 0);
    g_assert_null (builder_find (result.composed->review, "time.over-limit", NULL));
  }
  g_auto (Case) less = compose (KNOWN "budget=59");
  g_assert_cmpuint (qh_plan_n_segments (less.composed->plan), ==, 0);
  g_assert_true (lacks (&less, "The time is too short"));
}

static void
test_items (void)
{
  static const struct {
    const char *flags;
    gboolean given;
  } cases[] = {
    { "12,left=1", TRUE },
    { "12,left=0", FALSE },
    { "12,left=0,here=1,his=1,reserved=12", TRUE },
    { "12,left=3,his=1,reserved=1", FALSE },
    { "12,left=3,given=1,delivered=1", FALSE },
    { "12,left=3,given=1,delivered=1,per=2", TRUE },
    { "12,left=0,here=1,given=1", FALSE },
    { "12,retired", FALSE },
    { "until=2026-11-25", FALSE },
    { "until=2026-11-26", TRUE },
    { "from=2026-11-26", TRUE },
    { "from=2026-11-27", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line =
        g_strdup_printf ("remark:r1,2026-10-01,Recall content:c1,educate,few,%s", cases[i].flags);
    g_auto (Case) result = compose (line);
    g_test_message ("%s", cases[i].flags);
    g_assert_true ((find (&result, "content", "c1") != NULL) == cases[i].given);
    g_assert_cmpuint (result.composed->review->blockers, ==, 0);
  }
}

static void
test_lacks (void)
{
  g_auto (Case) result =
      compose ("remark:r1,2026-10-01,Recall gate=Sarah content:c1,educate,few,12,left=0");

  g_assert_true (lacks (&result, "No content is left for him"));
  g_assert_true (lacks (&result, "The way in is through Sarah"));
  g_assert_true (lacks (&result, "No contact of his is known"));
}

static void
test_mode (void)
{
  g_auto (Case) result = compose (KNOWN "no_phone no_print orders_online mode=phone");

  g_assert_cmpint (meeting_of (&result)->mode, ==, QH_MEETING_MODE_ON_SITE);
  g_assert_null (builder_find (result.composed->review, "voice.against", NULL));
}

/* Among equals: the dearest friction, then the scarcest item, then what fits his words. */
static void
test_ties (void)
{
  g_auto (Case) dearest = compose ("remark:r1,2026-10-01,Recall friction:f1,3,One,cost=10 "
                                   "friction:f2,3,Two,cost=30 friction:f3,3,Three,cost=20");
  g_auto (Case) scarcest = compose ("remark:r1,2026-10-01,Recall content:c1,educate,few "
                                    "content:c2,educate,few,12 content:c3,educate,few,12,left=2,"
                                    "delivered=10 content:c4,educate,few,12,left=6,delivered=6");
  g_auto (Case) fitting = compose ("remark:r1,2026-10-01,Our_recall_fails "
                                   "content:c1,educate,few,title=Prices "
                                   "content:c2,educate,few,title=The_recall_clinic");

  g_assert_nonnull (find (&dearest, "friction", "f2"));
  g_assert_null (find (&dearest, "friction", "f3"));
  g_assert_nonnull (find (&scarcest, "content", "c3"));
  g_assert_nonnull (find (&fitting, "content", "c2"));
}

/* What such segments really took is where lengths start. */
static void
test_lengths (void)
{
  g_auto (Case) result = compose (KNOWN "pace:educate,5,900,900 pace:open,5,300,450");

  g_assert_cmpint (find (&result, "content", "c1")->seconds, ==, 180);
  g_assert_cmpint (qh_plan_segment (result.composed->plan, 0)->seconds, ==, 90);
}

/* A title that speaks of housekeeping would be found; the reason still names it. */
static void
test_housekeeping (void)
{
  g_auto (Case) result = compose ("remark:r1,2026-10-01,Recall friction:f1,4,The_delivery_date");

  g_assert_cmpstr (find (&result, "friction", "f1")->title, ==, "Take one problem off his desk");
  g_assert_null (builder_find (result.composed->review, "house.hidden", NULL));
}

/* The same from the same, in whatever order it comes. */
static void
test_same (void)
{
  static const char *const here = KNOWN "friction:f2,2,Late content:c3,improve,few,12";
  g_auto (GStrv) words = g_strsplit (here, " ", -1);
  g_autoptr (GString) turned = g_string_new (NULL);

  for (guint i = g_strv_length (words); i > 0; i--)
    g_string_append_printf (turned, "%s ", words[i - 1]);
  g_auto (Case) one = compose (here);
  g_auto (Case) again = compose (here);
  g_auto (Case) other = compose (turned->str);
  g_autofree char *first = dump (&one), *second = dump (&again), *third = dump (&other);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, third);
}

/* Said before, it is said in another way; in the end with the day, and then no more. */
static void
test_reword (void)
{
  g_auto (Case) result = compose (KNOWN);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  do
    g_assert_true (g_hash_table_add (seen, g_strdup (meeting_of (&result)->output)));
  while (qh_composed_reword (result.composed, result.context));
  g_assert_cmpuint (g_hash_table_size (seen), >=, 3);
  g_assert_nonnull (strstr (meeting_of (&result)->output, "26 November"));
}

/* Nothing here is in its range. */
static void
test_absurd (void)
{
  g_auto (Case) result = compose (KNOWN "pace:educate,5,1,900000000000 pace:improve,5,-300,-900");
  g_autoptr (QhContext) context = builder_context (KNOWN "content:c9,educate,few,12");
  g_autoptr (QhComposed) composed = NULL;

  g_assert_cmpint (result.composed->review->total, <=, 900);
  for (guint i = 0; i < context->frictions->len; i++) {
    QH_FRICTION (g_ptr_array_index (context->frictions, i))->severity = -7;
    QH_FRICTION (g_ptr_array_index (context->frictions, i))->minutes = G_MININT64 + 1;
  }
  for (guint i = 0; i < context->content->len; i++) {
    QH_CONTENT (g_ptr_array_index (context->content, i))->edition = -12;
    QH_CONTENT (g_ptr_array_index (context->content, i))->per_client = -1;
  }
  qh_plan_get_meeting (context->plan)->budget = -600;
  context->client->minutes_limit = -15;
  composed = qh_compose_new (context);
  g_assert_cmpint (composed->review->total, <=, 900);
  g_assert_cmpint (composed->review->score, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/known", test_known);
  g_test_add_func ("/compose/reasons", test_reasons);
  g_test_add_func ("/compose/kept", test_kept);
  g_test_add_func ("/compose/unknown", test_unknown);
  g_test_add_func ("/compose/minutes", test_minutes);
  g_test_add_func ("/compose/items", test_items);
  g_test_add_func ("/compose/lacks", test_lacks);
  g_test_add_func ("/compose/mode", test_mode);
  g_test_add_func ("/compose/ties", test_ties);
  g_test_add_func ("/compose/lengths", test_lengths);
  g_test_add_func ("/compose/housekeeping", test_housekeeping);
  g_test_add_func ("/compose/same", test_same);
  g_test_add_func ("/compose/reword", test_reword);
  g_test_add_func ("/compose/absurd", test_absurd);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick fixes: what each does, and the law that a fix does away with its finding or is not offered.
 */
#include "builder.h"
#include <stdio.h>

#define GENERATED_PLANS 1500

/* The plan in short: "open:60 educate:120>r1" (what it links to), then what changed beside it. */
static char *
sketch (const QhContext *context)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++) {
    QhSegment *segment = qh_plan_segment (context->plan, i);
    const char *link = segment->friction != NULL  ? segment->friction
                       : segment->content != NULL ? segment->content
                       : segment->promise != NULL ? segment->promise
                                                  : segment->remark;
    g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "",
                            qh_enum_name (qh_segment_kind_values, segment->kind),
                            (int)segment->seconds);
    if (link != NULL)
      g_string_append_printf (text, ">%s", link);
  }
  return g_string_free (text, FALSE);
}

/* Fixes the first finding of @rule (and @key); FALSE when there is no fix. */
static gboolean
fix (const QhContext *context, const char *rule, const char *key, GPtrArray **beside)
{
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  const QhFinding *finding = builder_find (review, rule, key);

  g_assert_nonnull (finding);
  *beside = qh_finding_fix (context, finding);
  g_assert_true ((*beside != NULL) == (finding->fix != NULL));
  return *beside != NULL;
}

typedef struct {
  const char *rule, *key;
  const char *line;
  const char *after; /* NULL: there is no fix */
} Fix;

static const Fix fixes[] = {
  /* What took longer gets what it takes; what has that already, keeps it. */
  { "time.runs-over", NULL, "educate:120 improve:60 educate:240 pace:educate,5,600,750",
    "educate:150 improve:60 educate:240" },
  { "time.runs-over", NULL, "educate:120 pace:educate,3,360,494", "educate:150" },
  { "time.runs-over", NULL, "educate:120 pace:educate,3,360,495", "educate:180" },
  { "time.runs-over", "improve",
    "educate:180 improve:60 pace:educate,3,360,495 pace:improve,3,360,496",
    "educate:180 improve:180" },
  /* The longest modality gives, 30 s at a time; among equals the later one. */
  { "time.over-limit", NULL, "educate:600 improve:330", "educate:570 improve:330" },
  { "time.over-limit", NULL, "educate:600 improve:301", "educate:570 improve:301" },
  { "time.over-limit", NULL, "educate:480 improve:480", "educate:450 improve:450" },
  { "time.over-limit", NULL, "educate:480 improve:450", "educate:450 improve:450" },
  { "time.over-limit", NULL, "educate:450 improve:450 open:30", "educate:450 improve:420 open:30" },
  { "time.over-limit", NULL, "educate:450,must improve:450 escape:30",
    "educate:450 improve:420 escape:30" },
  { "time.over-limit", NULL, "educate:450 improve:450,must escape:30",
    "educate:420 improve:450 escape:30" },
  { "time.over-limit", NULL, "open:870 educate:60", "open:870 educate:30" },
  { "time.over-limit", NULL, "open:870 educate:45", "open:870 educate:30" },
  { "time.over-limit", NULL, "open:871 educate:60", NULL },
  { "time.over-limit", NULL, "open:901", NULL },
  { "time.over-limit", NULL, "budget=600 educate:930", "educate:900" },
  { "time.over-budget", NULL, "budget=600 educate:620", "educate:590" },
  { "time.over-budget", NULL, "budget=600 open:590 educate:30", NULL },
  { "time.no-room", NULL, "educate:900", "educate:840" },
  { "time.no-room", NULL, "open:450 educate:420", "open:420 educate:420" },
  { "time.no-room", NULL, "limit=1 open:60", NULL },
  { "time.no-room", NULL, "limit=2 open:90", "open:60" },
  { "time.no-room", NULL, "limit=2 open:30 educate:30 close:40", NULL },
  { "time.fragmented", NULL, "limit=1 open:30", NULL },

  /* The escape that is there comes first; else one from a friction, or from what was promised. */
  { "trust.fix-first", NULL, "trust:closed open:60 educate:120 escape:180 escape:90",
    "open:60 escape:180 educate:120 escape:90" },
  { "trust.fix-first", NULL, "trust:closed educate:0 open:60 improve:120 escape:180",
    "educate:0 open:60 escape:180 improve:120" },
  { "trust.fix-first", NULL, "trust:closed open:60 educate:120", "open:60 escape:120 educate:120" },
  { "trust.fix-first", NULL, "trust:closed educate:120 open:60 close:60",
    "escape:120 educate:120 open:60 close:60" },
  { "trust.fix-first", NULL, "trust:closed escape:0 educate:60", "escape:120 escape:0 educate:60" },
  { "trust.fix-first", NULL, "trust:closed,promise friction:f1,2", "escape:120>f1" },
  { "trust.fix-first", NULL, "trust:closed,promise remark:r1,2026-11-02,Slow,dislike",
    "escape:120>p1" },
  { "trust.fix-first", NULL, "trust:closed remark:r1,2026-11-02,Slow,dislike", "escape:120>r1" },
  { "trust.mend", NULL, "trust:narrow educate:60", "escape:120 educate:60" },
  { "trust.mend", NULL, "trust:narrow open:60 friction:f1,3", "open:60 escape:120>f1" },

  /* What fits best: friction before content before words; the rarest content; what is available. */
  { "mode.missing", "escape", "open:60 close:60", "open:60 escape:120 close:60" },
  { "mode.missing", "educate", "open:60 escape:60 close:60",
    "open:60 escape:60 educate:120 close:60" },
  { "mode.missing", "aesthetics", "", "aesthetics:120" },
  { "mode.missing", "escape", "open:60 friction:f1,2 friction:f2,4 friction:f3,3",
    "open:60 escape:120>f2" },
  { "mode.missing", "escape",
    "open:60,friction=f2 friction:f1,2 friction:f2,4 friction:f3,4,removed",
    "open:60>f2 escape:120>f1" },
  { "mode.missing", "escape", "friction:f1,4,removed content:c1,escape,few remark:r1,2026-11-02,No",
    "escape:120>c1" },
  { "mode.missing", "escape", "remark:r1,2026-11-02,No,dislike remark:r2,2026-11-04,Fact,fact",
    "escape:120>r1" },
  { "mode.missing", "educate",
    "content:c1,educate,common content:c2,educate,few content:c3,educate,ours_alone "
    "content:c4,improve,ours_alone",
    "educate:120>c3" },
  { "mode.missing", "educate",
    "content:c1,educate,few content:c2,educate,few,12 content:c3,educate,few,30",
    "educate:120>c2" },
  { "mode.missing", "educate",
    "content:c1,educate,ours_alone,until=2026-11-25 content:c2,educate,few,retired "
    "content:c3,educate,common,until=2026-11-26",
    "educate:120>c3" },
  { "mode.missing", "educate",
    "open:60,content=c1 content:c1,educate,few content:c2,educate,common",
    "open:60>c1 educate:120>c2" },
  { "mode.missing", "improve", "remark:r1,2026-11-02,More,goal remark:r2,2026-11-03,Less,wish",
    "improve:120>r2" },
  { "mode.missing", "improve", "remark:r1,2026-11-02,Fact,fact", "improve:120" },
  { "mode.lopsided", NULL, "educate:61 improve:10", NULL },
  { "mode.aesthetics-unaligned", NULL, "aesthetics:61", NULL },

  /* Not what he has, nor what is gone; the scarcer by the ledger too. */
  { "mode.missing", "educate", "content:c1,educate,ours_alone,given=1 content:c2,educate,few",
    "educate:120>c2" },
  { "mode.missing", "educate", "content:c1,educate,few,12,left=0 content:c2,educate,few,12,left=1",
    "educate:120>c2" },
  { "mode.missing", "educate",
    "content:c1,educate,few,12,delivered=3 content:c2,educate,few,12,delivered=2,reserved=2",
    "educate:120>c2" },

  { "scarce.none", NULL, "open:60 close:60", NULL },
  { "scarce.none", NULL,
    "open:60 close:60 content:c1,educate,few content:c2,improve,common,6 "
    "content:c3,improve,few,6",
    "open:60 improve:120>c3 close:60" },
  { "scarce.none", NULL, "open:60 close:60 content:c1,escape,ours_alone",
    "open:60 escape:120>c1 close:60" },
  { "scarce.none", NULL, "open:60 content:c1,educate,few content:c2,educate,few,6,left=0", NULL },
  { "scarce.none", NULL,
    "educate:60 content:c1,educate,ours_alone,given=1 content:c2,aesthetics,few,6,left=1",
    "educate:60 aesthetics:120>c2" },
  { "scarce.none", NULL,
    "educate:60 content:c1,educate,few,6,from=2026-11-27 content:c2,educate,few,6,retired", NULL },
  { "scarce.common", NULL, "educate:60,content=c1 content:c1,educate,common content:c2,educate,few",
    NULL },
  { "scarce.repeat", NULL,
    "educate:60,content=c1 content:c1,educate,few,given=1 content:c2,educate,few "
    "content:c3,educate,few,12 content:c4,improve,ours_alone",
    "educate:60>c3" },
  { "scarce.repeat", NULL,
    "educate:60,content=c1 educate:60,content=c2 close:0,content=c1 "
    "content:c1,educate,few,given=1 content:c2,educate,few,12 content:c3,educate,common",
    "educate:60>c3 educate:60>c2 close:0>c3" },
  { "scarce.repeat", NULL,
    "educate:60,content=c1 content:c1,educate,few,given=1 content:c4,improve,ours_alone", NULL },
  { "scarce.sold-out", NULL,
    "educate:60,content=c1 content:c1,educate,few,12,left=0 content:c2,educate,common",
    "educate:60>c2" },
  { "scarce.sold-out", NULL, "educate:60,content=c1 content:c1,educate,few,12,left=0",
    "educate:60" },
  { "scarce.sold-out", NULL, "educate:60,content=c1 content:c1,educate,few,12,left=0,waiting=2",
    "educate:60" },
  { "scarce.sold-out", NULL, "educate:60,content=c1 content:c1,educate,few,12,left=0,his=1",
    "educate:60" },
  { "scarce.unavailable", NULL,
    "educate:60,content=c1 content:c1,educate,few,until=2026-11-25 "
    "content:c2,educate,few,until=2026-11-26",
    "educate:60>c2" },
  { "scarce.unavailable", NULL, "educate:60,content=c1 content:c1,educate,few,until=2026-11-25",
    NULL },
  { "scarce.unproven", NULL, "educate:60,content=c1 content:c1,educate,ours_alone", NULL },
  { "scarce.unproven", NULL,
    "educate:60,content=c1 "
    "content:c1,educate,ours_alone,evidence=Survey,checked=2026-09-16,recheck=2026-11-15",
    "educate:60>c1" },

  { "voice.unheard", NULL, "educate:60 remark:r1,2026-11-02,Words", "open:60>r1 educate:60" },
  { "voice.unheard", NULL, "educate:60 open:90 remark:r1,2026-11-02,Words",
    "educate:60 open:90>r1" },
  { "voice.unheard", NULL, "open:90 remark:r1,2026-11-02,A remark:r2,2026-11-03,B", "open:90>r2" },
  { "voice.unheard", NULL, "open:90 remark:r1,2026-11-02,A remark:r2,2026-11-03,B,heard",
    "open:90>r1" },
  { "voice.unheard", NULL, "open:90 remark:r1,2026-11-02,A,heard remark:r2,2026-11-03,B,heard",
    "open:90>r2" },
  { "voice.unheard", NULL, "open:0 remark:r1,2026-11-02,A", "open:60>r1 open:0" },
  { "voice.monologue", NULL, "educate:60", NULL },

  /* All that he has yet to hear, in the opening, and in one more for each that has no room there.
   */
  { "voice.changed", NULL,
    "held=2026-11-01T09:00:00Z educate:60 friction:f1,2,removed,removed=2026-11-02",
    "open:60>f1 educate:60" },
  { "voice.changed", NULL,
    "held=2026-11-01T09:00:00Z open:90 educate:60 friction:f1,2,removed,removed=2026-11-02",
    "open:90>f1 educate:60" },
  { "voice.changed", NULL,
    "held=2026-11-01T09:00:00Z open:90,friction=f9 friction:f1,2,removed,removed=2026-11-02 "
    "friction:f2,2,removed,removed=2026-11-03",
    "open:90>f9 open:60>f1 open:60>f2" },
  { "promise.overdue", NULL, "educate:60 promise:p1,2026-11-19", "open:60>p1 educate:60" },
  { "promise.overdue", NULL, "open:90 promise:p1,2026-11-19 promise:p2,2026-11-20", "open:90>p1" },
  { "promise.overdue", NULL, "open:90 close:60 promise:p1,2026-11-19 promise:p2,2026-11-18",
    "open:90>p1 open:60>p2 close:60" },
  { "promise.overdue", NULL, "open:0 promise:p1,2026-11-19", "open:0 open:60>p1" },
  { "promise.due", NULL, "open:60 promise:p1,2026-11-20", NULL },
  /* The dearest: by its cost, else by what it does, else by the client's minutes. */
  { "friction.unaddressed", NULL, "open:60 educate:60 friction:f1,3",
    "open:60 escape:120>f1 educate:60" },
  { "friction.unaddressed", NULL, "friction:f1,4,cost=100 friction:f2,3,cost=101",
    "escape:120>f2" },
  { "friction.unaddressed", NULL, "friction:f1,4,cost=100 friction:f2,2,cost=101",
    "escape:120>f1" },
  { "friction.unaddressed", NULL, "friction:f1,3,cost=100 friction:f2,4,cost=100",
    "escape:120>f2" },
  { "friction.unaddressed", NULL,
    "worth=100000 friction:f1,3,minutes=60,times_per_year=10 friction:f2,4", "escape:120>f1" },
  { "friction.unaddressed", NULL,
    "worth=1000000 friction:f1,3,minutes=60,times_per_year=10 friction:f2,4", "escape:120>f2" },
  { "friction.escape-empty", NULL, "escape:60", NULL },
  { "friction.escape-empty", NULL,
    "escape:60 friction:f1,1 friction:f2,2,fixing friction:f3,4,removed", "escape:60>f2" },
  { "friction.escape-empty", NULL, "escape:60 close:60,friction=f2 friction:f1,1 friction:f2,2",
    "escape:60>f1 close:60>f2" },
  { "friction.escape-empty", NULL, "escape:60 close:60,friction=f1 friction:f1,1", NULL },

  { "house.keeping", NULL, "housekeeping:60 educate:60 housekeeping:60,title=Orders",
    "educate:60" },
  { "house.hidden", NULL, "educate:60 improve:60,title=Order_status",
    "educate:60 housekeeping:60" },
  { "house.hidden", NULL, "educate:60 improve:60,title=Order_status,unsaved",
    "educate:60 housekeeping:60" },
  { "people.none", NULL, "", NULL },
  { "people.gate", NULL, "gate=Sarah", NULL },
  { "output.missing", NULL, "", NULL },
  { "advance.missing", NULL, "", NULL },
};

static void
test_fix (gconstpointer data)
{
  const Fix *one = data;
  g_autoptr (QhContext) context = builder_context (one->line);
  g_autofree char *before = sketch (context);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) beside = NULL;

  g_assert_true (fix (context, one->rule, one->key, &beside) == (one->after != NULL));
  after = sketch (context);
  g_assert_cmpstr (after, ==, one->after != NULL ? one->after : before);
}

/* What is moved out of the meeting comes back as tasks for the client. */
static void
test_housekeeping (void)
{
  g_autoptr (QhContext) context = builder_context (
      "housekeeping:60,title=Orders educate:60 housekeeping:30,title=Invoice_copy");
  g_autoptr (GPtrArray) beside = NULL;
  static const char *const tasks[] = { "Orders", "Invoice copy" };

  g_assert_true (fix (context, "house.keeping", NULL, &beside));
  g_assert_cmpuint (beside->len, ==, 2);
  for (guint i = 0; i < beside->len; i++) {
    QhHousekeeping *task = g_ptr_array_index (beside, i);
    g_assert_true (QH_IS_HOUSEKEEPING (task));
    g_assert_cmpstr (task->task, ==, tasks[i]);
    g_assert_cmpstr (task->client, ==, "client");
    g_assert_null (QH_RECORD (task)->id);
    g_assert_cmpint (task->status, ==, QH_HOUSEKEEPING_STATUS_IN_MEETINGS);
  }
}

/* Nothing to give instead: he is put on the waiting list, unless he is, or may have no more. */
static void
test_waiting (void)
{
  static const struct {
    const char *line;
    gboolean waits;
  } cases[] = {
    { "educate:60,content=c1 content:c1,educate,few,12,left=0", TRUE },
    { "educate:60,content=c1 content:c1,educate,few,12,left=0,waiting=2", FALSE },
    { "educate:60,content=c1 content:c1,educate,few,12,left=0,his=1", FALSE },
    { "educate:60,content=c1 content:c1,educate,few,12,left=0 content:c2,educate,few", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhContext) context = builder_context (cases[i].line);
    g_autoptr (GPtrArray) beside = NULL;
    QhWaiting *waiting;
    g_assert_true (fix (context, "scarce.sold-out", "c1", &beside));
    g_assert_cmpuint (beside->len, ==, cases[i].waits ? 1 : 0);
    if (!cases[i].waits)
      continue;
    waiting = QH_WAITING (beside->pdata[0]);
    g_assert_cmpstr (waiting->content, ==, "c1");
    g_assert_cmpstr (waiting->client, ==, "client");
    g_assert_cmpint (waiting->since, ==, context->now);
    g_assert_null (QH_RECORD (waiting)->id);
  }
}

/* Checked today, and again after as long as last time, but not before the meeting. */
static void
test_checked (void)
{
  static const struct {
    const char *evidence, *recheck;
  } cases[] = {
    { "checked=2026-10-26,recheck=2026-11-15", "2026-12-10" },
    { "checked=2026-11-13,recheck=2026-11-15", "2026-11-26" },
    { "recheck=2026-11-15", "2027-05-21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line =
        g_strconcat ("educate:60,content=c1 content:c1,educate,ours_alone,evidence=Survey,",
                     cases[i].evidence, NULL);
    g_autoptr (QhContext) context = builder_context (line);
    g_autoptr (GPtrArray) beside = NULL;
    QhContent *content = context->content->pdata[0];
    g_assert_true (fix (context, "scarce.unproven", "c1", &beside));
    g_assert_cmpuint (beside->len, ==, 1);
    g_assert_true (beside->pdata[0] == content);
    g_assert_cmpstr (content->checked, ==, "2026-11-20");
    g_assert_cmpstr (content->recheck, ==, cases[i].recheck);
  }
}

/* A title that was the item's goes with it; one that somebody wrote stays. */
static void
test_swapped_titles (void)
{
  g_autoptr (QhContext) context = builder_context (
      "educate:60,content=c1,title=Clinic open:60,content=c1,title=Own_words "
      "content:c1,educate,few,title=Clinic,given=1 content:c2,educate,few,12,title=Shelf_life");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  g_autoptr (GPtrArray) beside = NULL;

  g_assert_cmpstr (builder_find (review, "scarce.repeat", "c1")->fix, ==, "Swap for “Shelf life”");
  g_assert_cmpstr (builder_find (review, "scarce.none", NULL)->fix, ==, "Add “Shelf life”");
  g_assert_true (fix (context, "scarce.repeat", "c1", &beside));
  g_assert_cmpstr (qh_plan_segment (context->plan, 0)->title, ==, "Shelf life");
  g_assert_cmpstr (qh_plan_segment (context->plan, 1)->title, ==, "Own words");
}

/* Added segments can be saved as they are: with a title, of this meeting. */
static void
test_added_segments (void)
{
  static const char *const modalities[] = { "educate", "improve", "escape", "aesthetics" };

  for (guint i = 0; i < G_N_ELEMENTS (modalities); i++) {
    g_autoptr (QhContext) context = builder_context ("");
    g_autoptr (GPtrArray) beside = NULL;
    QhSegment *segment;
    g_assert_true (fix (context, "mode.missing", modalities[i], &beside));
    g_assert_cmpuint (beside->len, ==, 0);
    segment = qh_plan_segment (context->plan, 0);
    g_assert_nonnull (segment->title);
    g_assert_cmpstr (segment->meeting, ==, "meeting");
    g_assert_null (QH_RECORD (segment)->id);
  }
}

static void
test_against (void)
{
  g_autoptr (QhContext) context =
      builder_context ("no_phone no_print orders_online mode=phone open:60,print educate:60,file "
                       "close:60,print,order");
  static const char *const keys[] = { "no_phone", "no_print", "orders_online" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GPtrArray) beside = NULL;
    g_assert_true (fix (context, "voice.against", keys[i], &beside));
  }
  g_assert_cmpint (qh_plan_get_meeting (context->plan)->mode, ==, QH_MEETING_MODE_ON_SITE);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpint (qh_plan_segment (context->plan, i)->leave_behind, ==, QH_LEAVE_BEHIND_FILE);
    g_assert_false (qh_plan_segment (context->plan, i)->takes_order);
  }
}

/* What he is told stands in the notes of the opening, below what is there; his title where his
 * words are not known. */
static void
test_said_and_changed (void)
{
#define MET "held=2026-11-01T09:00:00Z "
#define GONE(id, rest) "friction:" id ",2,Form_asks_twice,removed,removed=2026-11-02" rest " "
#define SAID(words, then) "You said: “" words "”\n" then
  static const struct {
    const char *line;
    const char *notes[3]; /* of the segments */
  } cases[] = {
    { MET GONE ("f1", ",change=It_asks_once"),
      { SAID ("Form asks twice", "We changed: It asks once") } },
    { MET GONE ("f1", ",words=Why_twice?,change=It_asks_once."),
      { SAID ("Why twice?", "We changed: It asks once.") } },
    { MET GONE ("f1", ",words=Why_twice?"), { SAID ("Why twice?", "It is gone.") } },
    { MET GONE ("f1", ""), { SAID ("Form asks twice", "It is gone.") } },
    { MET "open:90 educate:60 " GONE ("f1", ""),
      { SAID ("Form asks twice", "It is gone."), NULL } },
    { MET "educate:60 open:90,notes=Thanks " GONE ("f1", ""),
      { NULL, "Thanks\n" SAID ("Form asks twice", "It is gone.") } },
    { MET "open:0,notes=Thanks " GONE ("f1", ""),
      { "Thanks", SAID ("Form asks twice", "It is gone.") } },
    { MET "open:90,friction=f9,notes=Thanks close:60 " GONE ("f1", ""),
      { "Thanks", SAID ("Form asks twice", "It is gone."), NULL } },
    { MET "open:90 " GONE ("f1", ",change=Once") GONE ("f2", ",words=Slow"),
      { SAID ("Form asks twice", "We changed: Once"), SAID ("Slow", "It is gone.") } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhContext) context = builder_context (cases[i].line);
    g_autoptr (GPtrArray) beside = NULL;
    g_assert_true (fix (context, "voice.changed", NULL, &beside));
    for (guint k = 0; k < qh_plan_n_segments (context->plan); k++)
      g_assert_cmpstr (qh_plan_segment (context->plan, k)->notes, ==, cases[i].notes[k]);
  }
}

/* Taken out of the plan by hand and added again, it is said once. */
static void
test_said_once (void)
{
  g_autoptr (QhContext) context =
      builder_context (MET "open:90,notes=Thanks " GONE ("f1", ",change=Once"));
  QhSegment *opening = qh_plan_segment (context->plan, 0);
  g_autoptr (GPtrArray) first = NULL, second = NULL;
  g_autofree char *notes = NULL;

  g_assert_true (fix (context, "voice.changed", NULL, &first));
  notes = g_strdup (opening->notes);
  qh_record_set_string (QH_RECORD (opening), "friction", NULL);
  g_assert_true (fix (context, "voice.changed", NULL, &second));
  g_assert_cmpstr (opening->notes, ==, notes);
}

/* Of a long complaint its beginning is said. */
static void
test_said_long (void)
{
  g_autofree char *words = g_strnfill (161, 'x');
  g_autofree char *line = g_strconcat (MET GONE ("f1", ",words="), NULL);
  g_autofree char *long_line = g_strconcat (g_strchomp (line), words, NULL);
  g_autofree char *expected = g_strdup_printf (SAID ("%.160s…", "It is gone."), words);
  g_autoptr (QhContext) context = builder_context (long_line);
  g_autoptr (GPtrArray) beside = NULL;

  g_assert_true (fix (context, "voice.changed", NULL, &beside));
  g_assert_cmpstr (qh_plan_segment (context->plan, 0)->notes, ==, expected);
}

/* A finding that no longer stands has no fix, whatever it said when it was found. */
static void
test_stale (void)
{
  g_autoptr (QhContext) context = builder_context ("educate:930");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  const QhFinding *finding = builder_find (review, "time.over-limit", NULL);
  g_autoptr (GPtrArray) first = qh_finding_fix (context, finding);
  g_autoptr (GPtrArray) second = qh_finding_fix (context, finding);

  g_assert_nonnull (first);
  g_assert_null (second);
  g_assert_cmpint (qh_plan_segment (context->plan, 0)->seconds, ==, 900);
}

/* Segments that were never saved are told apart by their place. */
static void
test_unsaved (void)
{
  g_autoptr (QhContext) context =
      builder_context ("open:60,title=Paperwork,unsaved close:60,title=Paperwork,unsaved");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  g_autoptr (GPtrArray) beside = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    if (g_str_equal (finding->rule, "house.hidden") && finding->position == 1)
      beside = qh_finding_fix (context, finding);
  }
  g_assert_nonnull (beside);
  after = sketch (context);
  g_assert_cmpstr (after, ==, "open:60 housekeeping:60");
}

static void
append_segment (GString *line, GRand *rand, guint i)
{
  static const char *const kinds[] = { "open",       "educate", "improve",     "escape",
                                       "aesthetics", "close",   "housekeeping" };
  static const int lengths[] = { 0, 1, 10, 30, 31, 45, 60, 90, 120, 150, 180, 240, 300, 480 };
  static const char *const flags[] = { "",
                                       ",out",
                                       ",print",
                                       ",order",
                                       ",must",
                                       ",title=Price_list",
                                       ",share=0",
                                       ",remark=r0",
                                       ",friction=f1",
                                       ",friction=f4",
                                       ",promise=p0",
                                       ",content=c0",
                                       ",unsaved",
                                       ",notes=Paperwork",
                                       ",content=c1",
                                       ",content=c2",
                                       ",content=c3",
                                       ",content=c4",
                                       ",content=c5" };

  g_string_append_printf (line, " %s:%d", kinds[g_rand_int_range (rand, 0, 7)],
                          lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))]);
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    g_string_append (line, flags[g_rand_int_range (rand, 0, G_N_ELEMENTS (flags))]);
}

static char *
random_line (GRand *rand)
{
  static const char *const words[] = {
    "no_phone",
    "no_print",
    "orders_online",
    "mode=phone",
    "mode=video",
    "gate=Sarah",
    "attendee",
    "output=Meet_him",
    "output=A_schedule",
    "measure=Hours",
    "ask=A_pilot",
    "value=Calm",
    "copy:3600",
    "copy:-3600,other",
    "remark:r0,2026-11-01,I_order_online",
    "remark:r1,2026-11-01,No_flyers,dislike",
    "remark:r2,2026-11-02,Never_call_me,heard",
    "friction:f0,2",
    "friction:f1,4",
    "friction:f2,3,cost=900",
    "friction:f3,2,removed,removed=2026-11-02",
    "friction:f4,2,removed,removed=2026-11-20",
    "held=2026-11-10T09:00:00Z",
    "promise:p0,2026-11-19",
    "promise:p1,2026-11-10",
    "promise:p2,2026-11-22",
    "content:c0,educate,few",
    "content:c1,improve,common",
    "content:c2,educate,ours_alone,6,given=1,left=2",
    "content:c3,educate,few,6,left=0",
    "content:c4,improve,ours_alone,evidence=Survey,recheck=2026-11-25",
    "content:c5,escape,few,until=2026-11-01",
    "trust:narrow",
    "trust:closed",
    "trust:closed,promise",
    "accept:people.none,Because",
    "accept:time.no-room,Because",
    "limit=5",
    "limit=30",
    "budget=300",
    "budget=1000",
    "budget=45",
  };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      g_string_append_printf (line, " %s", words[i]);
  for (int n = g_rand_int_range (rand, 0, 10), i = 0; i < n; i++)
    append_segment (line, rand, i);
  return g_string_free (line, FALSE);
}

static gboolean
stands (const QhContext *context, const QhFinding *finding)
{
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *other = g_ptr_array_index (review->findings, i);
    if (g_str_equal (other->rule, finding->rule) && g_strcmp0 (other->key, finding->key) == 0 &&
        g_strcmp0 (other->segment, finding->segment) == 0 &&
        (finding->segment != NULL || other->position == finding->position))
      return TRUE;
  }
  return FALSE;
}

/* No segment is shorter than a step because of a fix. */
static void
assert_lengths (const QhContext *context, const QhContext *fixed)
{
  for (guint i = 0; i < qh_plan_n_segments (fixed->plan); i++) {
    QhSegment *segment = qh_plan_segment (fixed->plan, i);
    QhSegment *before = qh_plan_find_segment (context->plan, QH_RECORD (segment)->id);
    if (segment->seconds < 30 && before != NULL && QH_RECORD (segment)->id != NULL)
      g_assert_cmpint (segment->seconds, ==, before->seconds);
  }
}

static void
assert_law (const char *line, guint number)
{
  g_autoptr (QhContext) context = builder_context (line);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    g_autoptr (QhContext) fresh = builder_context (line);
    g_autoptr (GPtrArray) beside = qh_finding_fix (fresh, finding);
    g_autofree char *before = sketch (context);
    g_autofree char *after = sketch (fresh);
    if ((beside != NULL) != (finding->fix != NULL) || (beside != NULL && stands (fresh, finding)) ||
        (beside == NULL && g_strcmp0 (before, after) != 0))
      g_error ("%u: %s, fix “%s”: %s gave %s", number, finding->rule, finding->fix, line, after);
    assert_lengths (context, fresh);
  }
}

static void
test_law (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (guint i = 0; i < GENERATED_PLANS; i++) {
    g_autofree char *line = random_line (rand);
    assert_law (line, i);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++) {
    g_autofree char *path = g_strdup_printf ("/fixes/%s/%03u", fixes[i].rule, i);
    g_test_add_data_func (path, &fixes[i], test_fix);
  }
  g_test_add_func ("/fixes/housekeeping", test_housekeeping);
  g_test_add_func ("/fixes/waiting", test_waiting);
  g_test_add_func ("/fixes/checked", test_checked);
  g_test_add_func ("/fixes/swapped-titles", test_swapped_titles);
  g_test_add_func ("/fixes/added-segments", test_added_segments);
  g_test_add_func ("/fixes/against", test_against);
  g_test_add_func ("/fixes/said-and-changed", test_said_and_changed);
  g_test_add_func ("/fixes/said-once", test_said_once);
  g_test_add_func ("/fixes/said-long", test_said_long);
  g_test_add_func ("/fixes/stale", test_stale);
  g_test_add_func ("/fixes/unsaved", test_unsaved);
  g_test_add_func ("/fixes/law", test_law);
  return g_test_run ();
}

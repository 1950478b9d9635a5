/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a meeting, driven by scripts of one line and held against figures worked out by
 * hand. Each script is walked twice: the second time every step is taken by what was written down
 * and read again, as another process would. */
#include "base/qh-error.h"
#include "builder.h"
#include "design/qh-run.h"
#include <inttypes.h>
#include <math.h>
#include <string.h>

#define BOOT "01890a5d-ac96-774b-bcce-b302099a8057"
#define OTHER_BOOT "01890a5d-ac96-774b-bcce-b302099a8058"

/* open 60, escape 270 must, educate 240, improve 180, close 60 must; 13:30 of 15 minutes */
#define PLAN "open:60 escape:270,must educate:240 improve:180 close:60,must"

typedef struct {
  QhRun *run;
  QhReading now;
  gboolean through_text;
} Walk;

/* What the figures are, in one line: position/count elapsed left segment-left behind over stage. */
static char *
figures_line (Walk *walk)
{
  static const char *const stages[] = { "calm", "soon", "last", "OVER" };
  QhRunFigures f;

  qh_run_look (walk->run, &walk->now, &f);
  return g_strdup_printf ("%u/%u %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %s",
                          f.position, f.count, f.elapsed, f.left, f.segment_left, f.behind, f.over,
                          stages[f.stage]);
}

static void
read_again (Walk *walk)
{
  g_autofree char *text = qh_run_to_json (walk->run);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  qh_run_free (walk->run);
  walk->run = qh_run_from_json (text, &error);
  g_assert_no_error (error);
  again = qh_run_to_json (walk->run);
  g_assert_cmpstr (text, ==, again);
}

static void
wait_for (Walk *walk, double seconds)
{
  gint64 microseconds = llround (seconds * G_USEC_PER_SEC);

  walk->now.wall += microseconds;
  walk->now.up += microseconds;
}

/* The steps that answer. */
static gboolean
act (Walk *walk, const char *name, double number)
{
  const QhReading *now = &walk->now;
  gint64 seconds = (gint64)number;

  if (g_str_equal (name, "next"))
    return qh_run_next (walk->run, now);
  if (g_str_equal (name, "back"))
    return qh_run_back (walk->run, now);
  if (g_str_equal (name, "pause"))
    return qh_run_pause (walk->run, now);
  if (g_str_equal (name, "resume"))
    return qh_run_resume (walk->run, now);
  if (g_str_equal (name, "add"))
    return qh_run_add_time (walk->run, seconds, now);
  if (g_str_equal (name, "fold"))
    return qh_run_fold (walk->run, seconds, now);
  if (g_str_equal (name, "unfold"))
    return qh_run_unfold (walk->run, now);
  if (g_str_equal (name, "reached"))
    return qh_run_set_output (walk->run, (int)seconds, "Output", now);
  if (g_str_equal (name, "end"))
    return qh_run_end (walk->run, now);
  if (g_str_equal (name, "last"))
    return qh_run_end_at_last (walk->run);
  if (g_str_equal (name, "reopen"))
    return qh_run_reopen (walk->run);
  g_error ("what is %s?", name);
}

/* `+N` seconds pass; `wall=N` the wall's clock is set by so many; `asleep=N` it sleeps, which the
 * machine's own clock counts; `reboot=N` it is started anew, N seconds later; `catch`; else an
 * operation, with `!` where it is to do nothing. */
static void
step (Walk *walk, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  double number = parts[1] != NULL ? g_ascii_strtod (parts[1], NULL) : 0;

  if (word[0] == '+')
    wait_for (walk, g_ascii_strtod (word + 1, NULL));
  else if (g_str_equal (parts[0], "asleep"))
    wait_for (walk, number);
  else if (g_str_equal (parts[0], "wall"))
    walk->now.wall += llround (number * G_USEC_PER_SEC);
  else if (g_str_equal (parts[0], "reboot")) {
    wait_for (walk, number);
    walk->now.up = 10 * G_USEC_PER_SEC;
    g_strlcpy (walk->now.boot, OTHER_BOOT, sizeof walk->now.boot);
  } else if (g_str_equal (word, "catch"))
    qh_run_catch (walk->run, QH_CAUGHT_WORDS, "“We stopped counting.”", &walk->now);
  else
    g_assert_cmpint (act (walk, g_str_has_prefix (parts[0], "!") ? parts[0] + 1 : parts[0], number),
                     ==, parts[0][0] != '!');
}

static void
start (Walk *walk, const char *plan, gint64 whole)
{
  g_autoptr (QhContext) context = builder_context (plan);

  walk->now = (QhReading){ .up = 5 * G_TIME_SPAN_HOUR, .boot = BOOT };
  g_assert_true (qh_instant_parse (BUILDER_START, NULL, &walk->now.wall));
  walk->run = qh_run_new (context->plan, whole, 88, &walk->now);
}

static void
walk_script (Walk *walk, const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] == '\0')
      continue;
    step (walk, words[i]);
    if (walk->through_text)
      read_again (walk);
  }
}

static const struct {
  const char *plan;
  gint64 whole;
  const char *script, *figures;
} cases[] = {
  /* as planned: a minute of the fifteen is not used */
  { PLAN, 900, "", "1/5 0 900 60 0 0 calm" },
  { PLAN, 900, "+0.999999", "1/5 0 900 60 0 0 calm" },
  { PLAN, 900, "+1", "1/5 1 899 59 0 0 calm" },
  { PLAN, 900, "+60", "1/5 60 840 0 0 0 last" },
  { PLAN, 900, "+61", "1/5 61 839 -1 1 0 OVER" },
  { PLAN, 900, "+60 next +200", "2/5 260 640 70 0 0 calm" },
  { PLAN, 900, "+60 next +216", "2/5 276 624 54 0 0 soon" },
  { PLAN, 900, "+60 next +250", "2/5 310 590 20 0 0 last" },
  { PLAN, 900, "+60 next +270 next +240 next +180 next +60 !next", "5/5 810 90 0 0 0 last" },
  /* ahead and behind */
  { PLAN, 900, "+30 next", "2/5 30 870 270 -30 0 calm" },
  { PLAN, 900, "+90 next", "2/5 90 810 270 30 0 calm" },
  { PLAN, 900, "+180", "1/5 180 720 -120 120 30 OVER" },
  { PLAN, 900, "+900", "1/5 900 0 -840 840 750 OVER" },
  { PLAN, 900, "+901", "1/5 901 -1 -841 841 751 OVER" },
  { PLAN, 900, "next next next next +60", "5/5 60 840 0 -750 0 last" },
  /* back: what was spent there is spent, the rest is to come again */
  { PLAN, 900, "!back +30 next +10 back +5", "1/5 45 855 25 0 0 calm" },
  { PLAN, 900, "+30 next +10 back +5 next", "2/5 45 855 260 -25 0 calm" },
  /* half seconds add up, and a key pressed between two ticks counts from the last one */
  { PLAN, 900, "+0.5 +0.5", "1/5 1 899 59 0 0 calm" },
  { PLAN, 900, "+10.7 next +0.3", "2/5 11 889 269 -50 0 calm" },
  { PLAN, 900, "+0.4 next +0.4 back +0.4", "1/5 1 899 59 0 0 calm" },
  /* standing still */
  { PLAN, 900, "+10 pause !pause +100", "1/5 10 890 50 0 0 calm" },
  { PLAN, 900, "+10 pause +100 resume !resume +5", "1/5 15 885 45 0 0 calm" },
  { PLAN, 900, "+10 pause +100 next +9 resume +1", "2/5 11 889 269 -50 0 calm" },
  { PLAN, 900, "+10.5 pause +100.5 resume +0.5", "1/5 11 889 49 0 0 calm" },
  /* time that the client gives */
  { PLAN, 900, "+70 add=60", "1/5 70 890 50 0 0 calm" },
  { PLAN, 900, "add=60 add=-60", "1/5 0 900 60 0 0 calm" },
  { PLAN, 900, "add=-60 !add=-60", "1/5 0 840 0 0 0 last" },
  { PLAN, 900, "add=-3600", "1/5 0 840 0 0 0 last" },
  { PLAN, 900, "add=999999 !add=60", "1/5 0 86400 85560 0 0 calm" },
  { "", 900, "add=60", "0/0 0 960 960 0 0 calm" },
  /* the short cut: escape and close are a must, and need 270 and 60 of the 300 that are left */
  { PLAN, 900, "+30 fold=300", "2/3 30 300 245 0 0 calm" },
  { PLAN, 900, "+30 fold=300 +245 next", "3/3 275 55 55 0 0 calm" },
  { PLAN, 900, "+60 next +100 fold=300", "2/3 160 300 221 0 0 calm" },
  { PLAN, 900, "+60 next +270 next +40 fold=300", "4/4 370 300 300 0 0 calm" },
  { PLAN, 900, "fold=300 unfold !unfold", "1/5 0 900 60 0 0 calm" },
  { PLAN, 900, "+30 fold=300 +100 unfold", "1/5 130 770 30 0 0 calm" },
  { PLAN, 900, "+30 fold=300 +100 next unfold", "5/5 130 770 60 -620 0 calm" },
  { PLAN, 900, "fold=300 fold=120 unfold", "1/2 0 300 245 0 0 calm" },
  { PLAN, 900, "fold=300 fold=120 unfold unfold", "1/5 0 900 60 0 0 calm" },
  { PLAN, 900, "fold=300 add=60 unfold", "1/5 0 960 60 0 0 calm" },
  { PLAN, 900, "+30 fold=300 pause +9 unfold", "1/5 30 870 30 0 0 calm" },
  { PLAN, 900, "fold=300 !back next back", "1/2 0 300 245 0 0 calm" },
  { PLAN, 900, "fold=0", "1/2 0 0 0 0 0 last" },
  { PLAN, 900, "fold=1", "1/2 0 1 0 0 0 last" },
  { PLAN, 900, "fold=-5", "1/2 0 0 0 0 0 last" },
  { PLAN, 900, "fold=999999", "1/2 0 86400 70690 0 0 calm" },
  /* a must that has had its time gets none of what is left */
  { PLAN, 900, "+60 next +300 fold=300", "2/3 360 300 0 0 0 last" },
  /* where nothing is a must, all that is to come stays */
  { "open:60 educate:120 close:60", 300, "+30 fold=105", "1/3 30 105 15 0 0 last" },
  { "open:0 educate:0 close:0", 300, "fold=30", "1/3 0 30 10 0 0 last" },
  /* absurd plans */
  { "", 900, "", "0/0 0 900 900 0 0 calm" },
  { "", 900, "+1000 !next !back !fold=300 !unfold", "0/0 1000 -100 -100 0 100 OVER" },
  { "", 0, "+1", "0/0 1 -1 -1 0 1 OVER" },
  { "open:900", 900, "!next !back +900", "1/1 900 0 0 0 0 last" },
  { "open:0", 900, "", "1/1 0 900 0 0 0 last" },
  { "open:0", 900, "+1", "1/1 1 899 -1 1 0 OVER" },
  { "open:0 close:0", 60, "next +60", "2/2 60 0 -60 60 0 OVER" },
  { "open:1200", 900, "", "1/1 0 900 1200 0 300 calm" },
  /* whatever the clocks do */
  { PLAN, 900, "+30 wall=-3600 +10", "1/5 40 860 20 0 0 last" },
  { PLAN, 900, "+30 wall=7200 +10", "1/5 40 860 20 0 0 last" },
  { PLAN, 900, "+30 asleep=300 +10", "1/5 340 560 -280 280 190 OVER" },
  { PLAN, 900, "+30 asleep=86400", "1/5 86430 -85530 -86370 86370 86280 OVER" },
  { PLAN, 900, "+30 reboot=20", "1/5 50 850 10 0 0 last" },
  { PLAN, 900, "+30 next reboot=20 wall=-3600", "2/5 30 870 270 -30 0 calm" },
  { PLAN, 900, "+30 next reboot=20 catch wall=-3600 +5", "2/5 55 845 245 -30 0 calm" },
  { PLAN, 900, "+30 pause reboot=3600 resume +1", "1/5 31 869 29 0 0 calm" },
  /* nothing changes once it is ended; opened again, its clock has run on */
  { PLAN, 900, "+30 end !end +99 !next !back !pause !add=60 !fold=300 !reached=1 !last",
    "1/5 30 870 30 0 0 calm" },
  { PLAN, 900, "+30 end +10 reopen !reopen +1", "1/5 41 859 19 0 0 last" },
  { PLAN, 900, "+30 next +20 asleep=86400 last", "2/5 30 870 270 -30 0 calm" },
};

static void
test_figures (gconstpointer through_text)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Walk walk = { .through_text = GPOINTER_TO_INT (through_text) };
    g_autofree char *figures = NULL;

    g_test_message ("%s: %s", cases[i].plan, cases[i].script);
    start (&walk, cases[i].plan, cases[i].whole);
    walk_script (&walk, cases[i].script);
    figures = figures_line (&walk);
    g_assert_cmpstr (figures, ==, cases[i].figures);
    qh_run_free (walk.run);
  }
}

/* --- The whole way, through every key */

static void
assert_actuals (QhRun *run, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; qh_run_segment (run, i) != NULL; i++) {
    gint64 actual = qh_run_actual (run, i);
    if (actual == QH_NONE)
      g_string_append (text, "- ");
    else
      g_string_append_printf (text, "%" PRId64 " ", actual);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_whole_meeting (gconstpointer through_text)
{
  Walk walk = { .through_text = GPOINTER_TO_INT (through_text) };
  gint64 began;

  start (&walk, PLAN, 900);
  began = walk.now.wall;
  walk_script (&walk, "+55.25 next +200.5 catch +70 pause +45.5 resume next +30 back +5.25 next "
                      "reached=1 add=60 +100 fold=300 wall=-7200 +200 unfold fold=240 +31 !next "
                      "+40.125 catch end +1000");
  /* open 55; escape 270.75 and 5.25 more; educate 30 and 100; close 271.125, by the second cut */
  assert_actuals (walk.run, "55 276 130 - 271 ");
  g_assert_cmpint (walk.run->run, ==, 732125000);
  g_assert_cmpint (qh_run_end_instant (walk.run), ==, began + 732125000 + 45500000);
  g_assert_cmpuint (walk.run->caught->len, ==, 3);
  g_assert_cmpint (walk.run->output_reached, ==, QH_OUTPUT_REACHED_YES);
  qh_run_free (walk.run);
}

/* Each second is accounted for once, whatever is done in whatever order. */
static void
test_adds_up (void)
{
  static const char *const times[] = { "+0.37", "+12.5", "wall=-99", "reboot=3", "catch" };
  static const char *const deeds[] = { "next", "back",   "pause", "resume", "add",
                                       "fold", "unfold", "end",   "reopen" };
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (int round = 0; round < 100; round++) {
    Walk walk = { .through_text = round % 2 };
    start (&walk, PLAN, 900);
    for (int i = 0; i < 60; i++) {
      QhRunFigures figures;
      gint64 sum = 0;
      act (&walk, deeds[g_rand_int_range (chance, 0, G_N_ELEMENTS (deeds))], 120);
      walk_script (&walk, times[g_rand_int_range (chance, 0, G_N_ELEMENTS (times))]);
      qh_run_look (walk.run, &walk.now, &figures);
      for (int k = 0; k < 5; k++)
        sum += qh_run_spent (walk.run, k, &walk.now);
      g_assert_cmpint (sum, ==, figures.elapsed);
    }
    qh_run_free (walk.run);
  }
}

/* --- Single questions */

static const struct {
  gint64 seconds, left;
  QhRunStage stage;
} stages[] = {
  { 600, 121, QH_RUN_STAGE_CALM }, { 600, 120, QH_RUN_STAGE_SOON }, { 600, 31, QH_RUN_STAGE_SOON },
  { 600, 30, QH_RUN_STAGE_LAST },  { 600, 0, QH_RUN_STAGE_LAST },   { 600, -1, QH_RUN_STAGE_OVER },
  { 240, 49, QH_RUN_STAGE_CALM },  { 240, 48, QH_RUN_STAGE_SOON },  { 240, 21, QH_RUN_STAGE_SOON },
  { 240, 20, QH_RUN_STAGE_LAST },  { 60, 21, QH_RUN_STAGE_CALM },   { 60, 20, QH_RUN_STAGE_LAST },
  { 10, 10, QH_RUN_STAGE_LAST },   { 0, 0, QH_RUN_STAGE_LAST },     { 0, -1, QH_RUN_STAGE_OVER },
};

static void
test_stages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_test_message ("%" PRId64 " of %" PRId64, stages[i].left, stages[i].seconds);
    g_assert_cmpint (qh_run_stage (stages[i].seconds, stages[i].left), ==, stages[i].stage);
  }
}

/* The end that is to be expected, from the real start on; it stands while all goes by the plan. */
static const struct {
  const char *script;
  gint64 end; /* milliseconds after the start */
} ends[] = {
  { "", 810000 },
  { "+59.9", 810000 },
  { "+60", 810000 },
  { "+61.5", 811000 },
  { "+30.5 next", 780000 },
  { "+10 pause +90", 900000 },
  { "+10 pause +90 resume +20", 900000 },
  { "+10.25 fold=300", 310000 },
};

static void
test_expected_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    Walk walk = { 0 };
    QhRunFigures figures;

    g_test_message ("%s", ends[i].script);
    start (&walk, PLAN, 900);
    walk_script (&walk, ends[i].script);
    qh_run_look (walk.run, &walk.now, &figures);
    g_assert_cmpint ((figures.expected_end - walk.run->began) / 1000, ==, ends[i].end);
    qh_run_free (walk.run);
  }
}

/* A figure changes when it is said to, and not before. */
static const struct {
  const char *script;
  gint64 next; /* milliseconds */
} changes[] = {
  { "", 1000 },          { "+0.25", 750 },         { "+60.999", 1 },
  { "+0.25 next", 750 }, { "+0.25 pause", 30000 }, { "+0.25 pause +29.5", 500 },
  { "end", -1 },
};

static void
test_next_change (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    Walk walk = { 0 };
    QhRunFigures figures;

    g_test_message ("%s", changes[i].script);
    start (&walk, PLAN, 900);
    walk_script (&walk, changes[i].script);
    qh_run_look (walk.run, &walk.now, &figures);
    g_assert_cmpint (figures.next_change < 0 ? -1 : figures.next_change / 1000, ==,
                     changes[i].next);
    qh_run_free (walk.run);
  }
}

/* Forgotten: a quarter of an hour beyond its end, with nothing done. */
static const struct {
  const char *script;
  gboolean forgotten;
} forgotten[] = {
  { "+1800", FALSE },
  { "+1801", TRUE },
  { "+60 catch +1740", FALSE },
  { "+60 catch +1741", TRUE },
  { "asleep=86400", TRUE },
  { "asleep=86400 next +10", FALSE },
  { "asleep=86400 next +1650", FALSE },
  { "asleep=86400 next +1651", TRUE },
  { "+60 pause asleep=1741", TRUE },
  { "asleep=86400 end", FALSE },
  { "wall=86400 +5", FALSE },
};

static void
test_forgotten (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forgotten); i++) {
    Walk walk = { 0 };

    g_test_message ("%s", forgotten[i].script);
    start (&walk, PLAN, 900);
    walk_script (&walk, forgotten[i].script);
    g_assert_cmpint (qh_run_is_forgotten (walk.run, &walk.now), ==, forgotten[i].forgotten);
    qh_run_free (walk.run);
  }
}

/* A meeting of which the end was forgotten ends with the last thing done. */
static void
test_end_at_last (void)
{
  Walk walk = { 0 };

  start (&walk, PLAN, 900);
  walk_script (&walk, "+60 next +270 next +100 catch asleep=86400 last");
  assert_actuals (walk.run, "60 270 100 - - ");
  g_assert_cmpint (qh_run_end_instant (walk.run), ==, walk.run->began + 430 * G_USEC_PER_SEC);
  qh_run_free (walk.run);
}

/* What took longer than a record can say is cut, and a clock set back makes nothing negative. */
static void
test_limits (void)
{
  Walk walk = { 0 };

  start (&walk, PLAN, 900);
  walk_script (&walk, "asleep=200000 end");
  assert_actuals (walk.run, "86400 - - - - ");
  qh_run_free (walk.run);
  start (&walk, PLAN, 900);
  walk_script (&walk, "wall=-86400 reboot=5 wall=-5 end");
  assert_actuals (walk.run, "0 - - - - ");
  g_assert_cmpint (qh_run_end_instant (walk.run), >=, walk.run->began);
  qh_run_free (walk.run);
}

static void
test_two_hundred (void)
{
  g_autoptr (GString) plan = g_string_new (NULL);
  Walk walk = { .through_text = TRUE };
  QhRunFigures figures;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (plan, "educate:%d%s ", i % 3, i % 4 == 0 ? ",must" : "");
  start (&walk, plan->str, 900);
  for (int i = 0; i < 100; i++)
    walk_script (&walk, "+2.5 next");
  walk_script (&walk, "fold=77");
  qh_run_look (walk.run, &walk.now, &figures);
  g_assert_cmpint (figures.left, ==, 77);
  g_assert_cmpint (figures.behind, ==, 0);
  g_assert_cmpint (figures.over, ==, 0);
  while (qh_run_next (walk.run, &walk.now))
    continue;
  g_assert_cmpint (walk.run->present, ==, 196);
  qh_run_free (walk.run);
}

/* Two at once know nothing of each other. */
static void
test_two_at_once (void)
{
  Walk one = { 0 }, other = { 0 };
  g_autofree char *figures = NULL;

  start (&one, PLAN, 900);
  start (&other, "open:60 close:60", 120);
  walk_script (&one, "+60 next");
  walk_script (&other, "+60 next +60 end");
  walk_script (&one, "+60");
  figures = figures_line (&one);
  g_assert_cmpstr (figures, ==, "2/5 120 780 210 0 0 calm");
  qh_run_free (one.run);
  qh_run_free (other.run);
}

/* What was caught comes back as it was; taken back, the output leaves no trace. */
static void
test_caught (void)
{
  Walk walk = { .through_text = TRUE };
  QhCaught *caught;

  start (&walk, PLAN, 900);
  caught = qh_run_catch (walk.run, QH_CAUGHT_FRICTION, "Late again", &walk.now);
  caught->line = g_strdup ("late again #delivery !3");
  caught = qh_run_catch (walk.run, QH_CAUGHT_DELIVERED, "Benchmark", &walk.now);
  caught->content = g_strdup ("c0");
  caught->record = g_strdup ("m0");
  walk_script (&walk, "+5 reached=1 reached=2 !reached=2");
  g_assert_cmpuint (walk.run->caught->len, ==, 3);
  caught = g_ptr_array_index (walk.run->caught, 0);
  g_assert_cmpint (caught->kind, ==, QH_CAUGHT_FRICTION);
  g_assert_cmpstr (caught->text, ==, "Late again");
  g_assert_cmpstr (caught->line, ==, "late again #delivery !3");
  g_assert_null (caught->record);
  caught = g_ptr_array_index (walk.run->caught, 1);
  g_assert_cmpstr (caught->content, ==, "c0");
  g_assert_cmpstr (caught->record, ==, "m0");
  walk_script (&walk, "reached=0");
  g_assert_cmpuint (walk.run->caught->len, ==, 2);
  qh_run_free (walk.run);
}

/* What no run can be is refused, and nothing else happens. */
static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "",     "nothing",          "[]",
    "{}",   "{\"version\": 2}", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}",
    "\xff",
  };
  static const char *const members[] = { "began",  "whole",  "total",   "present", "run",
                                         "halted", "anchor", "version", "meeting" };
  Walk walk = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (qh_run_from_json (texts[i], &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  }
  start (&walk, PLAN, 900);
  text = qh_run_to_json (walk.run);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *name = g_strdup_printf ("\"%s\":", members[i]);
    g_auto (GStrv) parts = g_strsplit (text, name, -1);
    g_autofree char *without = g_strjoinv ("\"other\":", parts);
    g_test_message ("without %s", members[i]);
    g_assert_null (qh_run_from_json (without, NULL));
  }
  for (gsize length = 0; length < strlen (text); length++) {
    g_autofree char *cut = g_strndup (text, length);
    g_assert_null (qh_run_from_json (cut, NULL));
  }
  qh_run_free (walk.run);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/run/figures", GINT_TO_POINTER (FALSE), test_figures);
  g_test_add_data_func ("/run/figures-read-again", GINT_TO_POINTER (TRUE), test_figures);
  g_test_add_data_func ("/run/whole-meeting", GINT_TO_POINTER (FALSE), test_whole_meeting);
  g_test_add_data_func ("/run/whole-meeting-read-again", GINT_TO_POINTER (TRUE),
                        test_whole_meeting);
  g_test_add_func ("/run/adds-up", test_adds_up);
  g_test_add_func ("/run/stages", test_stages);
  g_test_add_func ("/run/expected-end", test_expected_end);
  g_test_add_func ("/run/next-change", test_next_change);
  g_test_add_func ("/run/forgotten", test_forgotten);
  g_test_add_func ("/run/end-at-last", test_end_at_last);
  g_test_add_func ("/run/limits", test_limits);
  g_test_add_func ("/run/two-hundred", test_two_hundred);
  g_test_add_func ("/run/two-at-once", test_two_at_once);
  g_test_add_func ("/run/caught", test_caught);
  g_test_add_func ("/run/unreadable", test_unreadable);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First versions of a meeting's texts, from what its segments rest on: the friction, the promise,
 * what he wants, the item, his words. What somebody typed is never touched. */
#include "base/qh-text.h"
#include "design/qh-compose-private.h"
#include <glib/gi18n-lib.h>

/* So much of what it rests on is quoted. */
#define QUOTE_CHARS 120
#define TITLE_CHARS 60

/* So many questions are enough. */
#define QUESTIONS 3

typedef enum { ON_FRICTION, ON_WISH, ON_PROMISE, ON_ITEM, ON_WORDS, ON_NOTHING, N_GROUNDS } Ground;

static const struct {
  const char *output; /* of what it rests on */
  const char *measure, *ask, *fallback;
} texts[N_GROUNDS] = {
  [ON_FRICTION] = {
    /* Translators: the title of a friction; what the client has after the meeting */
    N_ ("A way out of “%s”, with the first step taken"),
    N_ ("How often it came back in the next thirty days, against the last thirty"),
    N_ ("The one step that only he can take, and its day"),
    N_ ("The name of the person on his side who could take it") },
  [ON_WISH] = {
    /* Translators: the client's words; what he has after the meeting */
    N_ ("“%s”: where it stands today, and the first change that moves it"),
    N_ ("The same figure in four weeks, counted the same way"),
    N_ ("The figure from him in four weeks, good or bad"),
    N_ ("Leave to send him the way we counted, so that he can go on alone") },
  [ON_PROMISE] = {
    /* Translators: a promise; what the client has after the meeting */
    N_ ("“%s”: done, or with a name and a day that he can hold us to"),
    N_ ("No point on the list is open on the day that stands beside it"),
    N_ ("Ten minutes in two weeks, to close the list together"),
    N_ ("A line from him that says which points are closed") },
  [ON_ITEM] = {
    /* Translators: the title of a content item; what the client has after the meeting */
    N_ ("“%s”, tried on a case of his own"),
    N_ ("How often they have used it by the end of next week"),
    N_ ("One person who tries it this week and tells us how it went"),
    N_ ("The name of somebody to whom we may send it") },
  [ON_WORDS] = {
    /* Translators: the client's words; what he has after the meeting */
    N_ ("An answer to “%s” that he can hold us to"),
    N_ ("He says in one sentence what he will do with it"),
    N_ ("Fifteen minutes in a month, on a question that he picks"),
    N_ ("Leave to send him one thing a quarter, and nothing else") },
  [ON_NOTHING] = {
    N_ ("Three answers of his, in writing: what costs him time, what he wants better, and how he "
        "wants to be approached"),
    N_ ("He reads them and changes nothing"),
    N_ ("Fifteen minutes in a month, with something for what he said"),
    N_ ("Leave to send him one thing that fits what he said") },
};

static const char *const three_questions[QUESTIONS] = {
  N_ ("What takes you longer every week than it should?"),
  N_ ("What do you want to be better by the end of the year?"),
  N_ ("What has somebody like me done that you never want to see again?"),
};

/* --- What the plan rests on */

static gboolean
is_wish (QhRemark *remark)
{
  return remark->sort == QH_REMARK_SORT_GOAL || remark->sort == QH_REMARK_SORT_WISH ||
         remark->sort == QH_REMARK_SORT_THRESHOLD;
}

/* What a segment says about @ground, borrowed; NULL: nothing. */
static const char *
say_segment (const QhContext *context, QhSegment *segment, Ground ground)
{
  QhFriction *friction = qh_context_find (context->frictions, segment->friction);
  QhRemark *remark = qh_context_find (context->remarks, segment->remark);
  QhPromise *promise = qh_context_find (context->promises, segment->promise);
  QhContent *content = qh_context_find (context->content, segment->content);

  switch (ground) {
  case ON_FRICTION:
    return friction != NULL && qh_friction_is_open (friction) ? friction->title : NULL;
  case ON_WISH:
    return remark != NULL && is_wish (remark) ? remark->words : NULL;
  case ON_PROMISE:
    return promise != NULL ? promise->what : NULL;
  case ON_ITEM:
    return content != NULL ? content->title : NULL;
  default:
    return remark != NULL ? remark->words : NULL;
  }
}

static const char *
say_plan (const QhContext *context, QhPlan *plan, Ground ground)
{
  const char *text = NULL;

  for (guint i = 0; ground != ON_NOTHING && text == NULL && i < qh_plan_n_segments (plan); i++)
    text = say_segment (context, qh_plan_segment (plan, i), ground);
  return text;
}

/* --- Output, measure, ask */

/* The output on @ground; with @day behind it, it is this meeting's alone. */
static char *
make_output (const QhContext *context, QhPlan *plan, Ground ground, const char *day)
{
  const char *rests_on = say_plan (context, plan, ground);
  g_autofree char *quote = rests_on != NULL ? qh_text_shorten (rests_on, QUOTE_CHARS) : NULL;
  g_autofree char *output = NULL;

  if (ground == ON_NOTHING)
    output = g_strdup (_ (texts[ground].output));
  else
    output = g_strdup_printf (_ (texts[ground].output), quote);
  if (day == NULL)
    return g_steal_pointer (&output);
  /* Translators: an output, and the day of the meeting */
  return g_strdup_printf (_ ("%s (%s)"), output, day);
}

/* The grounds that the plan has, the best first, then the best once more with a day. -1: there are
 * not so many wordings. */
static int
find_ground (const QhContext *context, QhPlan *plan, gboolean is_unknown, guint wording,
             gboolean *with_day)
{
  Ground first = N_GROUNDS;
  guint n = 0;

  *with_day = FALSE;
  for (int ground = is_unknown ? ON_NOTHING : 0; ground <= ON_NOTHING; ground++) {
    if (ground == ON_NOTHING ? !is_unknown : say_plan (context, plan, ground) == NULL)
      continue;
    first = MIN (first, (Ground)ground);
    if (n++ == wording)
      return ground;
  }
  *with_day = TRUE;
  return n == wording && first < N_GROUNDS ? (int)first : -1;
}

static char *
label_day (const QhContext *context, QhMeeting *meeting)
{
  gint64 at = meeting->start != QH_NONE ? meeting->start : context->now;
  g_autofree char *date = qh_instant_to_date (at, context->zone);

  return qh_date_label (date, context->now, context->zone);
}

static gboolean
is_empty (QhMeeting *meeting, const char *field)
{
  g_autofree char *text =
      qh_record_get_text (QH_RECORD (meeting), qh_entity_field (&qh_meeting_entity, field));

  return qh_text_is_empty (text);
}

/* A text of ours gives way to one of another wording, one that was typed does not. */
static void
propose (QhMeeting *before, QhMeeting *meeting, const char *field, const char *text)
{
  if (is_empty (before, field))
    qh_record_set_string (QH_RECORD (meeting), field, text);
}

static void
say_ground (const QhContext *context, QhPlan *plan, Ground ground, gboolean with_day)
{
  QhMeeting *before = qh_plan_get_meeting (context->plan), *meeting = qh_plan_get_meeting (plan);
  g_autofree char *day = with_day ? label_day (context, meeting) : NULL;
  g_autofree char *output = make_output (context, plan, ground, day);
  const char *activity = qh_phrases_find_activity (context->phrases, output);
  g_autofree char *title = qh_text_shorten (say_plan (context, plan, ground), TITLE_CHARS);

  if (activity == NULL)
    propose (before, meeting, "output", output);
  propose (before, meeting, "measure", _ (texts[ground].measure));
  propose (before, meeting, "ask", _ (texts[ground].ask));
  propose (before, meeting, "fallback", _ (texts[ground].fallback));
  propose (before, meeting, "title", ground == ON_NOTHING ? _ ("Three questions") : title);
}

/* --- Questions */

static char *
ask_friction (QhFriction *friction)
{
  g_autofree char *title = qh_text_shorten (friction->title, QUOTE_CHARS);

  /* Translators: the title of a friction; a question to the client */
  return g_strdup_printf (_ ("“%s”: what would have to be true for it never to come back?"), title);
}

static char *
ask_remark (QhRemark *remark)
{
  g_autofree char *words = qh_text_shorten (remark->words, QUOTE_CHARS);

  if (is_wish (remark))
    /* Translators: the client's words; a question to him */
    return g_strdup_printf (_ ("“%s”: what would be good, what would be enough?"), words);
  /* Translators: the client's words; a question to him */
  return g_strdup_printf (_ ("“%s”: what has it cost since?"), words);
}

static void
add_question (GPtrArray *questions, char *question)
{
  if (questions->len == QUESTIONS ||
      g_ptr_array_find_with_equal_func (questions, question, g_str_equal, NULL))
    g_free (question);
  else
    g_ptr_array_add (questions, question);
}

static void
ask_segment (const QhContext *context, QhSegment *segment, GPtrArray *questions)
{
  QhFriction *friction = qh_context_find (context->frictions, segment->friction);
  QhRemark *remark = qh_context_find (context->remarks, segment->remark);

  if (segment->kind == QH_SEGMENT_KIND_ESCAPE && friction != NULL)
    add_question (questions, ask_friction (friction));
  else if (remark != NULL)
    add_question (questions, ask_remark (remark));
}

static void
say_questions (const QhContext *context, QhPlan *plan, gboolean is_unknown)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; is_unknown && i < QUESTIONS; i++)
    add_question (questions, g_strdup (_ (three_questions[i])));
  for (guint i = 0; !is_unknown && i < qh_plan_n_segments (plan); i++)
    ask_segment (context, qh_plan_segment (plan, i), questions);
  if (questions->len == 0)
    return;
  g_ptr_array_add (questions, NULL);
  text = g_strjoinv ("\n", (char **)questions->pdata);
  propose (qh_plan_get_meeting (context->plan), qh_plan_get_meeting (plan), "questions", text);
}

gboolean
qh_compose_say (const QhContext *context, QhPlan *plan, gboolean is_unknown, guint wording)
{
  gboolean with_day;
  int ground = find_ground (context, plan, is_unknown, wording, &with_day);

  if (ground < 0)
    return FALSE;
  say_ground (context, plan, (Ground)ground, with_day);
  say_questions (context, plan, is_unknown);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The segments that a plan for a client could be made of: his newest words, what stands in his way,
 * what was promised, what he lacks, what we stand for, and the ask. What is known decides, never
 * the order in which it comes. */
#include "base/qh-text.h"
#include "design/qh-compose-private.h"
#include "design/qh-scarcity.h"
#include <glib/gi18n-lib.h>

/* So many of his remarks can each be a segment. */
#define REMARKS_MOST 20

/* What a segment takes where nothing says it, and a talk that is all questions. */
#define TAKES_FRAME QH_MINUTE
#define TAKES_MODALITY (2 * QH_MINUTE)
#define TAKES_QUESTIONS (4 * QH_MINUTE)

typedef struct {
  const QhContext *context;
  QhFacts facts; /* of the plan as it was, without its segments */
  QhEcho *echo;
  GPtrArray *frictions; /* open ones, the dearest first */
  GPtrArray *remarks; /* the newest first */
  GPtrArray *promises; /* past due and not spoken of, by day */
  GPtrArray *untold; /* frictions that went, the newest first */
  GPtrArray *candidates;
} Maker;

/* How a segment is called, what it leaves and how it is led, untranslated. */
typedef struct {
  const char *title; /* where nothing better is known, or that speaks of housekeeping */
  const char *output;
  const char *notes;
} Words;

static const Words opening = {
  N_ ("Open with his words"),
  NULL,
  N_ ("Read it back to him as he said it. What has it cost since?"),
};
static const Words first_words = {
  N_ ("His question, not ours"),
  NULL,
  N_ ("What would make this quarter of an hour worth it for him? Then stay with his answer."),
};
static const Words three_questions = {
  N_ ("Three questions, and his answers"),
  N_ ("His answers, written down in his own words"),
  N_ ("Ask one at a time, and keep quiet until he has finished. Read back what you wrote."),
};
static const Words promised = {
  N_ ("Where our promise stands"),
  NULL,
  N_ ("Say what has been done and what has not, in one breath, without reasons."),
};
static const Words mended = {
  N_ ("Where our promise stands"),
  N_ ("It is done, or has a day that he agrees to"),
  N_ ("Say what has been done and what has not, in one breath, without reasons."),
};
static const Words told = { N_ ("You said, we changed"), NULL, NULL };
static const Words way_out = {
  N_ ("Take one problem off his desk"),
  N_ ("The steps, and the first of them taken"),
  N_ ("What would have to be true for it never to come back? Which part is ours? Take the first "
      "step while you sit there."),
};
static const Words annoyance = {
  N_ ("Take one problem off his desk"),
  N_ ("One annoyance that he does not have to think of again"),
  N_ ("Begin with his words. Which part of it is ours, and what can be taken away at once?"),
};
static const Words lesson = {
  N_ ("What it taught us"),
  N_ ("How he recognises it early, and who answers when he does"),
  N_ ("One cause, one sign, one name. No history of the department."),
};
static const Words prevention = {
  N_ ("Make it hard to happen again"),
  N_ ("One step that both sides do differently from today"),
  N_ ("Where could it have been noticed earlier? What would he like to see that he cannot see "
      "today?"),
};
static const Words value = {
  N_ ("Let him feel what we stand for"),
  N_ ("He has seen it, not heard it from us"),
  N_ ("One gesture that fits it, and nothing that was bought."),
};
static const Words quiet = {
  N_ ("How quiet will it be?"),
  N_ ("The day on which it no longer happens, as he describes it"),
  N_ ("Let him describe the day on which it no longer happens. That is what we stand for."),
};
static const Words ask = {
  N_ ("What he agrees to"),
  NULL,
  N_ ("Ask once, then be quiet. Write down what he says, and the day, in front of him."),
};

/* Of each modality: an item that is given, and his own words taken up. */
static const Words given[] = {
  [QH_SEGMENT_KIND_EDUCATE] = { N_ ("Teach one thing he can use tomorrow"),
                                N_ ("One thing that he can use tomorrow without us"),
                                N_ ("One idea, one example from his trade, then his hands on "
                                    "it.") },
  [QH_SEGMENT_KIND_IMPROVE] = { N_ ("Make one thing he produces better"),
                                N_ ("The first change, made on the spot"),
                                N_ ("Let him pick the case. Let him do it. Keep quiet while he "
                                    "thinks.") },
  [QH_SEGMENT_KIND_ESCAPE] = { N_ ("Take one problem off his desk"),
                               N_ ("One habit that is no longer needed"),
                               N_ ("What does this replace? Who is glad to be rid of it?") },
  [QH_SEGMENT_KIND_AESTHETICS] = { N_ ("Let him feel what we stand for"),
                                   N_ ("His copy, with his name on it before ours"),
                                   N_ ("As carefully made as what is in it.") },
};

/* --- Making one */

static gint64
takes (const Maker *maker, int kind, gint64 otherwise)
{
  gint64 known = qh_pace_length (&maker->context->paces[kind]);

  return CLAMP (known != QH_NONE ? known : otherwise, QH_COMPOSE_LEAST, QH_COMPOSE_MOST);
}

static void
set_clean (const Maker *maker, QhSegment *segment, const char *field, const char *text,
           const char *plain)
{
  gboolean hidden = qh_phrases_find_housekeeping (maker->context->phrases, text) != NULL;

  qh_record_set_string (QH_RECORD (segment), field, hidden || text == NULL ? plain : text);
}

static QhComposeCandidate *
add (Maker *maker, QhComposePlace place, QhSegmentKind kind, const Words *words, const char *title)
{
  QhComposeCandidate *candidate = g_new0 (QhComposeCandidate, 1);
  gboolean frame = kind == QH_SEGMENT_KIND_OPEN || kind == QH_SEGMENT_KIND_CLOSE;
  g_autofree char *shortened = title != NULL ? qh_text_shorten (title, QH_RULE_TITLE_CHARS) : NULL;
  QhRecord *record;

  candidate->place = place;
  candidate->segment = qh_segment_new ();
  candidate->seconds = takes (maker, kind, frame ? TAKES_FRAME : TAKES_MODALITY);
  candidate->is_known = qh_pace_length (&maker->context->paces[kind]) != QH_NONE;
  candidate->friction = QH_COMPOSE_NO_FRICTION;
  candidate->order = maker->candidates->len;
  record = QH_RECORD (candidate->segment);
  qh_record_set_int (record, "kind", kind);
  qh_record_set_int (record, "seconds", candidate->seconds);
  set_clean (maker, candidate->segment, "title", shortened, _ (words->title));
  if (words->output != NULL)
    qh_record_set_string (record, "output", _ (words->output));
  if (words->notes != NULL)
    qh_record_set_string (record, "notes", _ (words->notes));
  g_ptr_array_add (maker->candidates, candidate);
  return candidate;
}

void
qh_compose_candidate_free (QhComposeCandidate *candidate)
{
  g_object_unref (candidate->segment);
  g_free (candidate);
}

static void
link_to (QhComposeCandidate *candidate, const char *field, gpointer record)
{
  if (record == NULL)
    return;
  qh_record_set_string (QH_RECORD (candidate->segment), field, QH_RECORD (record)->id);
  if (QH_IS_REMARK (record))
    candidate->said = g_str_hash (QH_RECORD (record)->id);
}

static void
set_must (QhComposeCandidate *candidate)
{
  qh_record_set_int (QH_RECORD (candidate->segment), "must", TRUE);
}

/* --- The frame: his words, and our ask */

/* The newest that he has not been met with yet; where there is none, the newest. */
static QhRemark *
find_opening (const Maker *maker)
{
  for (guint i = 0; i < maker->remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (maker->remarks, i);
    if (!g_hash_table_contains (maker->context->heard, QH_RECORD (remark)->id))
      return remark;
  }
  return maker->remarks->len > 0 ? g_ptr_array_index (maker->remarks, 0) : NULL;
}

static gpointer
first_of (GPtrArray *records)
{
  return records->len > 0 ? g_ptr_array_index (records, 0) : NULL;
}

static void
say_changed (const Maker *maker, QhComposeCandidate *candidate, QhFriction *friction)
{
  g_autofree char *said = qh_rule_say_changed (friction);

  set_clean (maker, candidate->segment, "notes", said, candidate->segment->notes);
}

static void
add_opening (Maker *maker, gboolean is_unknown)
{
  QhRemark *remark = find_opening (maker);
  QhPromise *promise = first_of (maker->promises);
  QhFriction *friction = first_of (maker->untold);
  const char *title = remark != NULL     ? remark->words
                      : promise != NULL  ? promise->what
                      : friction != NULL ? friction->title
                                         : NULL;
  const Words *words = is_unknown ? &three_questions : title == NULL ? &first_words : &opening;
  QhComposeCandidate *candidate = add (maker, QH_PLACE_OPEN, QH_SEGMENT_KIND_OPEN, words, title);

  set_must (candidate);
  link_to (candidate, "remark", remark);
  link_to (candidate, "promise", promise);
  link_to (candidate, "friction", friction);
  if (friction != NULL)
    say_changed (maker, candidate, friction);
  if (!is_unknown)
    return;
  candidate->seconds = TAKES_QUESTIONS;
  qh_record_set_int (QH_RECORD (candidate->segment), "seconds", TAKES_QUESTIONS);
}

/* Each by itself, for a plan that has no opening, or an opening that speaks of another. */
static void
add_further_openings (Maker *maker)
{
  for (guint i = 0; i < MIN (maker->promises->len, QH_COMPOSE_MANY); i++) {
    QhPromise *promise = g_ptr_array_index (maker->promises, i);
    link_to (add (maker, QH_PLACE_PROMISED, QH_SEGMENT_KIND_OPEN, &promised, promise->what),
             "promise", promise);
  }
  for (guint i = 0; i < MIN (maker->untold->len, QH_COMPOSE_MANY); i++) {
    QhFriction *friction = g_ptr_array_index (maker->untold, i);
    QhComposeCandidate *candidate =
        add (maker, QH_PLACE_TOLD, QH_SEGMENT_KIND_OPEN, &told, friction->title);
    link_to (candidate, "friction", friction);
    say_changed (maker, candidate, friction);
  }
}

static void
add_close (Maker *maker)
{
  set_must (add (maker, QH_PLACE_CLOSE, QH_SEGMENT_KIND_CLOSE, &ask, NULL));
}

/* --- What stands in his way */

static void
add_way_out (Maker *maker, guint rank)
{
  QhFriction *friction = g_ptr_array_index (maker->frictions, rank);
  QhEchoed echoed = qh_echo_find (maker->echo, friction->title, friction->words);
  QhComposeCandidate *candidate =
      add (maker, QH_PLACE_ESCAPE, QH_SEGMENT_KIND_ESCAPE, &way_out, friction->title);

  candidate->friction = rank;
  set_must (candidate);
  link_to (candidate, "friction", friction);
  link_to (candidate, "remark", echoed.remark);
}

static void
add_escapes (Maker *maker)
{
  for (guint i = 0; i < maker->frictions->len; i++)
    add_way_out (maker, i);
  for (guint i = 0; i < MIN (maker->promises->len, QH_COMPOSE_MANY); i++) {
    QhPromise *promise = g_ptr_array_index (maker->promises, i);
    link_to (add (maker, QH_PLACE_ESCAPE, QH_SEGMENT_KIND_ESCAPE, &mended, promise->what),
             "promise", promise);
  }
}

/* What the dearest friction leads to, where there is nothing else. It takes it up, but does not
 * face it. */
static void
add_after_friction (Maker *maker)
{
  static const struct {
    QhComposePlace place;
    QhSegmentKind kind;
    const Words *words;
  } after[] = {
    { QH_PLACE_EDUCATE, QH_SEGMENT_KIND_EDUCATE, &lesson },
    { QH_PLACE_IMPROVE, QH_SEGMENT_KIND_IMPROVE, &prevention },
    { QH_PLACE_AESTHETICS, QH_SEGMENT_KIND_AESTHETICS, &quiet },
  };

  for (guint i = 0; maker->frictions->len > 0 && i < G_N_ELEMENTS (after); i++) {
    QhComposeCandidate *candidate =
        add (maker, after[i].place, after[i].kind, after[i].words, NULL);
    candidate->source = g_ptr_array_index (maker->frictions, 0);
  }
}

/* --- His own words */

static QhComposePlace
place_of (QhSegmentKind kind)
{
  switch (kind) {
  case QH_SEGMENT_KIND_EDUCATE:
    return QH_PLACE_EDUCATE;
  case QH_SEGMENT_KIND_IMPROVE:
    return QH_PLACE_IMPROVE;
  case QH_SEGMENT_KIND_ESCAPE:
    return QH_PLACE_ESCAPE;
  default:
    return QH_PLACE_AESTHETICS;
  }
}

static const Words *
words_for (QhSegmentKind kind)
{
  return kind == QH_SEGMENT_KIND_ESCAPE ? &annoyance : &given[kind];
}

static void
add_remarks (Maker *maker)
{
  for (guint i = 0; i < MIN (maker->remarks->len, REMARKS_MOST); i++) {
    QhRemark *remark = g_ptr_array_index (maker->remarks, i);
    for (int kind = QH_SEGMENT_KIND_EDUCATE; kind <= QH_SEGMENT_KIND_ESCAPE; kind++)
      if (qh_rule_remark_fits (remark, kind))
        link_to (add (maker, place_of (kind), kind, words_for (kind), remark->words), "remark",
                 remark);
  }
}

/* --- What can be given to him */

gboolean
qh_compose_can_give (const QhFacts *facts, QhContent *content)
{
  const QhStanding *standing = qh_context_standing (facts->context, content);
  const char *day = facts->day != NULL ? facts->day : facts->today;
  gboolean is_his = standing != NULL && standing->here > 0;

  if (QH_RECORD (content)->id == NULL || content->retired || !qh_content_is_open (content, day) ||
      (standing != NULL && standing->given_before >= content->per_client))
    return FALSE;
  return is_his || (qh_standing_is_left (standing) && qh_standing_has_room (standing, content));
}

static int
compare_content (gconstpointer a, gconstpointer b, gpointer context)
{
  QhContent *one = *(QhContent *const *)a, *other = *(QhContent *const *)b;

  return qh_scarcity_compare (one, qh_standing_out (qh_context_standing (context, one)), other,
                              qh_standing_out (qh_context_standing (context, other)));
}

static void
add_item (Maker *maker, QhContent *content)
{
  int kind = qh_modality_kind (content->modality);
  QhEchoed echoed = qh_echo_find (maker->echo, content->title, content->summary);
  QhComposeCandidate *candidate = add (maker, place_of (kind), kind, &given[kind], content->title);
  const QhStanding *standing = qh_context_standing (maker->context, content);

  candidate->scarcity = qh_scarcity (content, qh_standing_out (standing)).product;
  candidate->fit = echoed.words;
  candidate->source = echoed.source;
  link_to (candidate, "content", content);
  link_to (candidate, "remark", echoed.remark);
}

static void
add_items (Maker *maker)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < maker->context->content->len; i++) {
    QhContent *content = g_ptr_array_index (maker->context->content, i);
    if (qh_compose_can_give (&maker->facts, content))
      g_ptr_array_add (items, content);
  }
  g_ptr_array_sort_with_data (items, compare_content, (gpointer)maker->context);
  for (guint i = 0; i < items->len; i++)
    add_item (maker, g_ptr_array_index (items, i));
}

static void
add_value (Maker *maker)
{
  const char *own = maker->facts.meeting->value_proposition;
  const char *text = !qh_text_is_empty (own) ? own : maker->context->client->value_proposition;

  if (!qh_text_is_empty (text))
    add (maker, QH_PLACE_AESTHETICS, QH_SEGMENT_KIND_AESTHETICS, &value, text);
}

/* --- All of them */

static int
compare_costs (gconstpointer a, gconstpointer b, gpointer context)
{
  return qh_context_compare_costs (context, *(QhFriction *const *)a, *(QhFriction *const *)b);
}

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  QhRemark *one = *(QhRemark *const *)a, *other = *(QhRemark *const *)b;

  return qh_remark_is_newer (one, other) ? -1 : qh_remark_is_newer (other, one);
}

static int
compare_promises (gconstpointer a, gconstpointer b)
{
  QhPromise *one = *(QhPromise *const *)a, *other = *(QhPromise *const *)b;
  int order = g_strcmp0 (one->due, other->due);

  return order != 0 ? order : g_strcmp0 (QH_RECORD (one)->id, QH_RECORD (other)->id);
}

static int
compare_removed (gconstpointer a, gconstpointer b)
{
  QhFriction *one = *(QhFriction *const *)a, *other = *(QhFriction *const *)b;
  int order = g_strcmp0 (other->removed, one->removed);

  return order != 0 ? order : g_strcmp0 (QH_RECORD (one)->id, QH_RECORD (other)->id);
}

/* A record without an id cannot be linked to. */
static void
sort_facts (Maker *maker)
{
  const QhContext *context = maker->context;

  for (guint i = 0; i < context->frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (context->frictions, i);
    if (QH_RECORD (friction)->id != NULL && qh_friction_is_open (friction))
      g_ptr_array_add (maker->frictions, friction);
    else if (QH_RECORD (friction)->id != NULL && qh_rule_is_untold (&maker->facts, friction))
      g_ptr_array_add (maker->untold, friction);
  }
  for (guint i = 0; i < context->remarks->len; i++)
    if (QH_RECORD (g_ptr_array_index (context->remarks, i))->id != NULL)
      g_ptr_array_add (maker->remarks, g_ptr_array_index (context->remarks, i));
  for (guint i = 0; i < context->promises->len; i++) {
    QhPromise *promise = g_ptr_array_index (context->promises, i);
    if (QH_RECORD (promise)->id != NULL && qh_rule_is_overdue (&maker->facts, promise))
      g_ptr_array_add (maker->promises, promise);
  }
  g_ptr_array_sort_with_data (maker->frictions, compare_costs, (gpointer)context);
  g_ptr_array_sort (maker->remarks, compare_remarks);
  g_ptr_array_sort (maker->promises, compare_promises);
  g_ptr_array_sort (maker->untold, compare_removed);
}

static void
maker_init (Maker *maker, const QhContext *context)
{
  *maker = (Maker){ .context = context,
                    .echo = qh_echo_new (context),
                    .frictions = g_ptr_array_new (),
                    .remarks = g_ptr_array_new (),
                    .promises = g_ptr_array_new (),
                    .untold = g_ptr_array_new () };
  maker->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_compose_candidate_free);
  qh_facts_init (&maker->facts, context);
  qh_facts_set_segments (&maker->facts, NULL, 0);
  sort_facts (maker);
}

static GPtrArray *
maker_finish (Maker *maker)
{
  g_clear_pointer (&maker->echo, qh_echo_free);
  qh_facts_clear (&maker->facts);
  g_ptr_array_unref (maker->frictions);
  g_ptr_array_unref (maker->remarks);
  g_ptr_array_unref (maker->promises);
  g_ptr_array_unref (maker->untold);
  return maker->candidates;
}

GPtrArray *
qh_compose_candidates (const QhContext *context, gboolean *is_unknown)
{
  Maker maker;

  maker_init (&maker, context);
  *is_unknown =
      maker.frictions->len + maker.remarks->len + maker.promises->len + maker.untold->len == 0;
  add_opening (&maker, *is_unknown);
  if (!*is_unknown) {
    add_further_openings (&maker);
    add_escapes (&maker);
    add_items (&maker);
    add_remarks (&maker);
    add_value (&maker);
    add_after_friction (&maker);
  }
  add_close (&maker);
  return maker_finish (&maker);
}

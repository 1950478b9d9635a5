/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a segment is there, as a sentence for people, and what it rests on. */
#include "base/qh-text.h"
#include "design/qh-compose-private.h"
#include "design/qh-scarcity-sentence.h"
#include <glib/gi18n-lib.h>

/* So much of a title is quoted. */
#define TITLE_CHARS 80

static void
append (GString *text, char *sentence)
{
  g_autofree char *taken = sentence;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, taken);
}

static char *
quote_title (const char *title)
{
  return qh_text_shorten (title, TITLE_CHARS);
}

static const char *
severity_of (QhFriction *friction)
{
  return qh_severity_label (CLAMP (friction->severity, 1, QH_SEVERITIES));
}

static void
append_friction (GString *text, const QhFacts *facts, const QhComposeCandidate *candidate)
{
  QhFriction *friction = qh_context_find (facts->context->frictions, candidate->segment->friction);
  g_autofree char *title = friction != NULL ? quote_title (friction->title) : NULL;
  g_autofree char *day = NULL;

  if (friction == NULL)
    return;
  if (!qh_friction_is_open (friction)) {
    day = qh_date_label (friction->removed, facts->context->now, facts->context->zone);
    append (text,
            /* Translators: the title of a friction and a day */
            g_strdup_printf (_ ("“%s” is gone since %s, and he has not heard of it from us."),
                             title, day));
    return;
  }
  if (candidate->friction == 0)
    /* Translators: the title of a friction, and what it does: "stops work" */
    append (text, g_strdup_printf (_ ("“%s” (%s) costs most of what stands in his way."), title,
                                   severity_of (friction)));
  else
    /* Translators: the title of a friction, and what it does: "stops work" */
    append (text,
            g_strdup_printf (_ ("“%s” (%s) stands in his way."), title, severity_of (friction)));
  if (!qh_text_is_empty (friction->words)) {
    g_autofree char *words = quote_title (friction->words);
    /* Translators: the client's words */
    append (text, g_strdup_printf (_ ("In his words: “%s”"), words));
  }
}

static void
append_promise (GString *text, const QhFacts *facts, const char *id)
{
  QhPromise *promise = qh_context_find (facts->context->promises, id);
  g_autofree char *what = promise != NULL ? quote_title (promise->what) : NULL;
  g_autofree char *due = NULL;

  if (promise == NULL)
    return;
  due = qh_date_label (promise->due, facts->context->now, facts->context->zone);
  /* Translators: a promise and a day */
  append (text,
          g_strdup_printf (_ ("“%s” is past its day (%s), neither kept nor broken."), what, due));
}

static void
append_words (GString *text, const QhFacts *facts, const QhComposeCandidate *candidate)
{
  QhRemark *remark = qh_context_find (facts->context->remarks, candidate->segment->remark);
  g_autofree char *quote = NULL;
  gboolean heard;

  if (remark == NULL)
    return;
  quote = qh_rule_quote (facts, remark);
  heard = g_hash_table_contains (facts->context->heard, candidate->segment->remark);
  if (candidate->place != QH_PLACE_OPEN)
    /* Translators: the client's words, and the day he said them */
    append (text, g_strdup_printf (_ ("He said: %s"), quote));
  else if (heard)
    /* Translators: the client's words, and the day he said them */
    append (text, g_strdup_printf (_ ("The last that he said: %s"), quote));
  else
    /* Translators: the client's words, and the day he said them */
    append (text,
            g_strdup_printf (_ ("The last that he said and we have not taken up: %s"), quote));
}

/* How scarce it is comes from the ledger alone; it is said to him as it stands here. */
static void
append_item (GString *text, const QhFacts *facts, const QhComposeCandidate *candidate)
{
  const QhContext *context = facts->context;
  QhContent *content = qh_context_find (context->content, candidate->segment->content);
  const QhStanding *standing = content != NULL ? qh_context_standing (context, content) : NULL;
  g_autofree char *title = content != NULL ? quote_title (content->title) : NULL;

  if (content == NULL)
    return;
  if (standing != NULL && standing->his_given > 0)
    /* Translators: the title of a content item */
    append (text, g_strdup_printf (_ ("“%s” can be given to him once more."), title));
  else
    /* Translators: the title of a content item */
    append (text, g_strdup_printf (_ ("“%s” is something that he does not have."), title));
  if (standing != NULL)
    append (text, qh_scarcity_sentence (content, standing, context->now, context->zone));
  if (candidate->fit >= QH_ECHO_ENOUGH && QH_IS_FRICTION (candidate->source)) {
    g_autofree char *about = quote_title (QH_FRICTION (candidate->source)->title);
    /* Translators: the title of a friction */
    append (text, g_strdup_printf (_ ("It is about “%s”."), about));
  }
}

/* Where it links to nothing that he said, met or lacks. */
static char *
say_place (const QhFacts *facts, const QhComposeCandidate *candidate)
{
  const char *own = facts->meeting->value_proposition;
  const char *value = !qh_text_is_empty (own) ? own : facts->client->value_proposition;
  g_autofree char *quote = NULL;

  switch (candidate->place) {
  case QH_PLACE_OPEN:
    return g_strdup (_ ("Nothing is known yet of what he wants: he says it himself."));
  case QH_PLACE_CLOSE:
    return g_strdup (_ ("Without a next step that he agrees to, the meeting ends where it began."));
  default:
    if (candidate->source != NULL) {
      quote = quote_title (QH_FRICTION (candidate->source)->title);
      /* Translators: the title of a friction */
      return g_strdup_printf (_ ("Nothing is left to give him here; it follows from “%s”."), quote);
    }
    quote = quote_title (value);
    /* Translators: a value proposition */
    return g_strdup_printf (_ ("“%s” is what we stand for with him."), quote);
  }
}

static void
set_link (QhReason *reason, const char *entity, const char *id)
{
  if (reason->link != NULL || id == NULL)
    return;
  reason->link = g_intern_string (entity);
  reason->id = g_strdup (id);
}

QhReason *
qh_compose_reason (const QhFacts *facts, const QhComposeCandidate *candidate)
{
  QhReason *reason = g_new0 (QhReason, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  const QhSegment *segment = candidate->segment;

  append_item (text, facts, candidate);
  if (candidate->place != QH_PLACE_OPEN)
    append_friction (text, facts, candidate);
  append_words (text, facts, candidate);
  append_promise (text, facts, segment->promise);
  if (candidate->place == QH_PLACE_OPEN)
    append_friction (text, facts, candidate);
  set_link (reason, "content", segment->content);
  if (candidate->place != QH_PLACE_OPEN)
    set_link (reason, "friction", segment->friction);
  set_link (reason, "remark", segment->remark);
  set_link (reason, "promise", segment->promise);
  set_link (reason, "friction", segment->friction);
  if (candidate->source != NULL)
    set_link (reason, qh_record_get_entity (candidate->source)->name, candidate->source->id);
  if (text->len == 0)
    append (text, say_place (facts, candidate));
  reason->text = g_string_free (g_steal_pointer (&text), FALSE);
  return reason;
}

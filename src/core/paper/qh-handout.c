/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handout. Its parts stand in one table, each with the editions it may go out in: what the
 * table does not name for an edition cannot get into it. An unknown edition is taken as the
 * client's, which says least. */
#include "paper/qh-handout.h"
#include "base/qh-text.h"
#include "paper/qh-dial.h"
#include "paper/qh-handout-sections.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define FULL (1 << QH_EDITION_FULL)
#define MANAGER (1 << QH_EDITION_MANAGER)
#define CLIENT (1 << QH_EDITION_CLIENT)
#define ALL (FULL | MANAGER | CLIENT)

#define SEPARATOR " · "
#define TITLE_CHARS 200

/* What a person is called where his name does not go out, and what follows it where it does. */
static const struct {
  const char *alone;
  const char *after_name;
} roles[] = {
  [QH_CONTACT_ROLE_UNSET] = { N_ ("a contact"), NULL },
  [QH_CONTACT_ROLE_DECIDES] = { N_ ("one who decides"), N_ ("decides") },
  [QH_CONTACT_ROLE_ADVISES] = { N_ ("one who advises"), N_ ("advises") },
  [QH_CONTACT_ROLE_USES] = { N_ ("one who uses it"), N_ ("uses it") },
  [QH_CONTACT_ROLE_GUARDS] = { N_ ("one who guards the gate"), N_ ("guards the gate") },
  [QH_CONTACT_ROLE_OTHER] = { N_ ("a contact"), NULL },
};

static QhMeeting *
meeting_of (const QhSheet *sheet)
{
  return qh_plan_get_meeting (sheet->context->plan);
}

/* Adds @text (transfer full, may be NULL) to what is already in @line. */
static void
append (char **line, char *text)
{
  char *before = *line;

  if (text == NULL)
    return;
  *line = before != NULL ? g_strconcat (before, SEPARATOR, text, NULL) : g_strdup (text);
  g_free (before);
  g_free (text);
}

/* The parts. */

static void
add_language (QhHandout *self, const QhSheet *sheet)
{
  /* Translators: the code of the language you translate into, as in an HTML lang attribute */
  self->language = g_strdup (C_ ("language code", "en"));
}

/* Without an output the title stands in its place. */
static void
add_headline (QhHandout *self, const QhSheet *sheet)
{
  QhMeeting *meeting = meeting_of (sheet);
  const char *headline = meeting->output != NULL ? meeting->output : meeting->title;

  self->headline = g_strdup (headline != NULL ? headline : _ ("No output yet"));
}

static void
add_client_name (QhHandout *self, const QhSheet *sheet)
{
  QhClient *client = sheet->context->client;
  g_autofree char *headline = qh_text_shorten (self->headline, TITLE_CHARS);

  if (client != NULL && client->name != NULL) {
    append (&self->subject, g_strdup (client->name));
    self->document_title = g_strdup_printf ("%s – %s", headline, client->name);
  } else
    self->document_title = g_steal_pointer (&headline);
}

static void
add_title (QhHandout *self, const QhSheet *sheet)
{
  QhMeeting *meeting = meeting_of (sheet);

  if (g_strcmp0 (self->headline, meeting->title) != 0)
    append (&self->subject, g_strdup (meeting->title));
}

static void
add_time (QhHandout *self, const QhSheet *sheet)
{
  QhMeeting *meeting = meeting_of (sheet);
  gint64 length = qh_plan_budget (sheet->context->plan, sheet->context->client);
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, sheet->context->zone);
  g_autofree char *date = NULL, *day = NULL, *from = NULL, *to = NULL;

  if (meeting->start == QH_NONE)
    return;
  date = qh_instant_to_date (meeting->start, zone);
  day = qh_date_label (date, QH_NONE, zone);
  from = qh_instant_clock_label (meeting->start, zone);
  to = qh_instant_clock_label (meeting->start + length * G_USEC_PER_SEC, zone);
  /* Translators: a day, and the times a meeting begins and ends */
  append (&self->schedule, g_strdup_printf (_ ("%s, %s–%s"), day, from, to));
}

static void
add_place (QhHandout *self, const QhSheet *sheet)
{
  QhMeeting *meeting = meeting_of (sheet);

  append (&self->schedule, g_strdup (qh_enum_label (qh_meeting_mode_values, meeting->mode)));
  append (&self->schedule, g_strdup (meeting->place));
}

static void
add_occasion (QhHandout *self, const QhSheet *sheet)
{
  append (&self->occasion, g_strdup (self->subject));
  append (&self->occasion, g_strdup (self->schedule));
}

static void
add_commitment (QhHandout *self, const QhSheet *sheet)
{
  QhMeeting *meeting = meeting_of (sheet);

  self->measure = g_strdup (meeting->measure);
  self->ask = g_strdup (meeting->ask);
  self->fallback = g_strdup (meeting->fallback);
}

static char *
name_of (QhContact *contact)
{
  const char *more = contact->title;

  if (more == NULL && roles[contact->role].after_name != NULL)
    more = _ (roles[contact->role].after_name);
  return more != NULL ? g_strdup_printf ("%s (%s)", contact->name, more) : g_strdup (contact->name);
}

char *
qh_handout_role_of (QhContact *contact)
{
  return g_strdup (_ (roles[contact->role].alone));
}

static void
add_people (QhHandout *self, const QhSheet *sheet, char *(*describe) (QhContact *))
{
  GListModel *attendees = qh_plan_get_attendees (sheet->context->plan);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (attendees, i);
    QhContact *contact = qh_context_find (sheet->context->contacts, attendee->contact);
    if (contact != NULL)
      g_ptr_array_add (people, describe (contact));
  }
  if (people->len == 0)
    return;
  g_ptr_array_add (people, NULL);
  list = g_strjoinv (", ", (char **)people->pdata);
  /* Translators: the people a meeting is with */
  append (&self->people, g_strdup_printf (_ ("With %s"), list));
}

static void
add_names (QhHandout *self, const QhSheet *sheet)
{
  add_people (self, sheet, name_of);
}

static void
add_roles (QhHandout *self, const QhSheet *sheet)
{
  add_people (self, sheet, qh_handout_role_of);
}

static void
add_author (QhHandout *self, const QhSheet *sheet)
{
  gboolean first = self->people == NULL;

  self->author = qh_text_trim (sheet->author);
  if (self->author == NULL)
    return;
  /* Translators: who prepared a plan, at the beginning of a line or after "With Dr Ferris · " */
  append (&self->people,
          g_strdup_printf (first ? _ ("Prepared by %s") : _ ("prepared by %s"), self->author));
}

static void
add_score (QhHandout *self, const QhSheet *sheet)
{
  if (sheet->review != NULL)
    self->score = sheet->review->score;
}

static void
add_lengths (QhHandout *self, const QhSheet *sheet)
{
  self->limit = qh_client_limit (sheet->context->client);
  self->caption = qh_dial_caption (qh_plan_total (sheet->context->plan), self->limit);
}

static void
add_dial_words (QhHandout *self, const QhSheet *sheet)
{
  if (self->score < 0)
    self->dial_words = g_strdup (self->caption);
  else
    /* Translators: what the dial shows: the score, and how much of the limit is planned */
    self->dial_words = g_strdup_printf (_ ("Score %d, %s"), self->score, self->caption);
}

static void
add_footer (QhHandout *self, const QhSheet *sheet)
{
  GTimeZone *zone = sheet->context->zone;
  g_autofree char *date = qh_instant_to_date (sheet->exported, zone);
  g_autofree char *day = qh_date_short_label (date);
  g_autofree char *time = qh_instant_clock_label (sheet->exported, zone);
  g_autofree char *revision = g_strdup_printf ("%" PRId64, sheet->revision);

  self->exported = sheet->exported;
  /* Translators: a plan's footer: its revision; the day, year and time it was exported */
  self->footer = g_strdup_printf (_ ("Quarterhour · plan %s, exported %s %.4s, %s"), revision, day,
                                  date != NULL ? date : "", time);
}

/* The agenda. Each part of a segment has its editions too. */

typedef struct {
  const QhSheet *sheet;
  QhSegment *segment;
  gint64 before; /* seconds from the beginning of the meeting */
} Item;

static void
add_segment_core (QhHandoutSegment *line, const Item *item)
{
  QhMeeting *meeting = meeting_of (item->sheet);
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, item->sheet->context->zone);

  line->kind = item->segment->kind;
  line->seconds = item->segment->seconds;
  line->title = g_strdup (item->segment->title);
  line->length = qh_length_label (line->seconds);
  line->start = meeting->start != QH_NONE
                    ? qh_instant_clock_label (meeting->start + item->before * G_USEC_PER_SEC, zone)
                    : qh_length_format (item->before);
}

static void
add_segment_kind (QhHandoutSegment *line, const Item *item)
{
  line->kind_label = g_strdup (qh_enum_label (qh_segment_kind_values, item->segment->kind));
}

static void
add_segment_output (QhHandoutSegment *line, const Item *item)
{
  QhRemark *remark = qh_context_find (item->sheet->context->remarks, item->segment->remark);

  line->output = g_strdup (item->segment->output);
  if (remark != NULL)
    /* Translators: quotation marks around what somebody said */
    line->quote = g_strdup_printf (_ ("“%s”"), remark->words);
}

static void
add_segment_notes (QhHandoutSegment *line, const Item *item)
{
  line->notes = g_strdup (item->segment->notes);
}

static const struct {
  void (*add) (QhHandoutSegment *line, const Item *item);
  guint editions;
} segment_parts[] = {
  { add_segment_core, ALL },
  { add_segment_kind, FULL | MANAGER },
  { add_segment_output, FULL | MANAGER },
  { add_segment_notes, FULL },
};

static void
add_agenda (QhHandout *self, const QhSheet *sheet)
{
  QhPlan *plan = sheet->context->plan;
  Item item = { sheet, NULL, 0 };

  self->n_blocks = qh_plan_n_segments (plan);
  self->blocks = g_new0 (QhBlock, self->n_blocks + 1);
  for (guint i = 0; i < self->n_blocks; i++) {
    QhHandoutSegment *line = g_new0 (QhHandoutSegment, 1);
    item.segment = qh_plan_segment (plan, i);
    for (guint part = 0; part < G_N_ELEMENTS (segment_parts); part++)
      if (segment_parts[part].editions & (1 << self->edition))
        segment_parts[part].add (line, &item);
    g_ptr_array_add (self->segments, line);
    self->blocks[i] = (QhBlock){ line->kind, line->seconds, line->title };
    item.before += line->seconds;
  }
}

/* What may go out, in the order in which it is set. */
static const struct {
  void (*add) (QhHandout *self, const QhSheet *sheet);
  guint editions;
} parts[] = {
  { add_language, ALL },
  { add_headline, ALL },
  { add_client_name, ALL },
  { add_title, ALL },
  { add_time, ALL },
  { add_place, FULL | MANAGER },
  { add_occasion, ALL },
  { add_commitment, FULL | MANAGER },
  { add_names, FULL },
  { add_roles, MANAGER },
  { add_author, ALL },
  { add_score, FULL | MANAGER },
  { add_lengths, ALL },
  { add_dial_words, ALL },
  { add_agenda, ALL },
  { qh_handout_add_supply, CLIENT },
  { qh_handout_add_agreement, CLIENT },
  { qh_handout_add_words, FULL | MANAGER },
  { qh_handout_add_in_the_way, FULL | MANAGER },
  { qh_handout_add_review, FULL },
  { qh_handout_add_review_without_facts, MANAGER },
  { qh_handout_add_scarce, FULL | MANAGER },
  { qh_handout_add_questions, FULL },
  { qh_handout_add_objections, FULL },
  { add_footer, ALL },
};

static void
segment_free (QhHandoutSegment *segment)
{
  g_free (segment->start);
  g_free (segment->title);
  g_free (segment->output);
  g_free (segment->quote);
  g_free (segment->notes);
  g_free (segment->kind_label);
  g_free (segment->length);
  g_free (segment);
}

QhHandout *
qh_handout_new (const QhSheet *sheet)
{
  QhHandout *self = g_new0 (QhHandout, 1);
  gboolean known = sheet->edition == QH_EDITION_FULL || sheet->edition == QH_EDITION_MANAGER;

  self->edition = known ? sheet->edition : QH_EDITION_CLIENT;
  self->score = -1;
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify)segment_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_handout_section_free);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].editions & (1 << self->edition))
      parts[i].add (self, sheet);
  return self;
}

void
qh_handout_free (QhHandout *self)
{
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->segments);
  g_free (self->blocks);
  g_free (self->language);
  g_free (self->document_title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->schedule);
  g_free (self->occasion);
  g_free (self->headline);
  g_free (self->measure);
  g_free (self->ask);
  g_free (self->fallback);
  g_free (self->people);
  g_free (self->caption);
  g_free (self->dial_words);
  g_free (self->footer);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a handout: lists of lines. What is too much for a page is counted, not dropped
 * without a word; what the plan itself refers to is always there. */
#include "paper/qh-handout-sections.h"
#include "base/qh-text.h"
#include "design/qh-scarcity-sentence.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define SEPARATOR "\302\240· " /* does not begin a line */

/* Beyond these a section only says how many more there are. */
#define MOST_REMARKS 6
#define MOST_FRICTIONS 8
#define MOST_PROMISES 8

void
qh_handout_line_free (QhHandoutLine *line)
{
  g_free (line->label);
  g_free (line->text);
  g_free (line->detail);
  g_free (line);
}

void
qh_handout_section_free (QhHandoutSection *section)
{
  g_free (section->title);
  g_ptr_array_unref (section->lines);
  g_free (section);
}

QhHandoutSection *
qh_handout_section_new (const char *title)
{
  QhHandoutSection *section = g_new0 (QhHandoutSection, 1);

  section->title = g_strdup (title);
  section->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_handout_line_free);
  return section;
}

QhHandoutLine *
qh_handout_line_add (GPtrArray *lines, QhMark mark, char *text, char *detail)
{
  QhHandoutLine *line = g_new0 (QhHandoutLine, 1);

  line->mark = mark;
  line->text = text;
  line->detail = detail;
  g_ptr_array_add (lines, line);
  return line;
}

static QhHandoutLine *
add_line (QhHandoutSection *section, QhMark mark, char *text, char *detail)
{
  return qh_handout_line_add (section->lines, mark, text, detail);
}

static void
add_rest (QhHandoutSection *section, guint left_out)
{
  if (left_out > 0)
    add_line (section, QH_MARK_NONE, NULL,
              g_strdup_printf (ngettext ("and %u more", "and %u more", left_out), left_out));
}

/* Takes the section, which is not there when it says nothing. */
static void
add_section (QhHandout *handout, QhHandoutSection *section)
{
  if (section->lines->len > 0)
    g_ptr_array_add (handout->sections, section);
  else
    qh_handout_section_free (section);
}

static char *
today_of (const QhSheet *sheet)
{
  return qh_instant_to_date (sheet->exported, sheet->context->zone);
}

/* "9 Nov", with the year when it is not the one of the export. */
static char *
day_label (const char *date, const QhSheet *sheet)
{
  g_autofree char *today = today_of (sheet);
  g_autofree char *day = date != NULL ? qh_date_short_label (date) : NULL;

  if (day == NULL)
    return NULL;
  if (today != NULL && strncmp (today, date, 4) == 0)
    return g_steal_pointer (&day);
  /* Translators: a short day and its year */
  return g_strdup_printf (_ ("%s %.4s"), day, date);
}

/* Joins what is not NULL; takes the texts. */
static char *
join (char *texts[], guint n)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    if (texts[i] == NULL)
      continue;
    if (joined->len > 0)
      g_string_append (joined, SEPARATOR);
    g_string_append (joined, texts[i]);
    g_free (texts[i]);
  }
  return g_string_free (joined, joined->len == 0);
}

/* What the client told us. */

static void
add_remark (QhHandoutSection *section, QhRemark *remark, const QhSheet *sheet)
{
  add_line (section, QH_MARK_WORDS, g_strdup_printf (_ ("“%s”"), remark->words),
            day_label (remark->said, sheet));
}

static GHashTable *
linked_ids (QhPlan *plan, const char *property)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    char *id = NULL;
    g_object_get (qh_plan_segment (plan, i), property, &id, NULL);
    if (id != NULL)
      g_hash_table_add (ids, id);
  }
  return ids;
}

void
qh_handout_add_words (QhHandout *handout, const QhSheet *sheet)
{
  GPtrArray *remarks = sheet->context->remarks;
  QhHandoutSection *section = qh_handout_section_new (_ ("What the client told us"));
  g_autoptr (GHashTable) linked = linked_ids (sheet->context->plan, "remark");
  guint left_out = 0;

  for (guint i = 0; i < remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (remarks, i);
    const char *id = QH_RECORD (remark)->id;
    if (i < MOST_REMARKS || (id != NULL && g_hash_table_contains (linked, id)))
      add_remark (section, remark, sheet);
    else
      left_out++;
  }
  add_rest (section, left_out);
  add_section (handout, section);
}

/* Still in the way. */

static gint
compare_severity (gconstpointer a, gconstpointer b)
{
  const QhFriction *first = *(QhFriction *const *)a;
  const QhFriction *second = *(QhFriction *const *)b;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;
  return g_strcmp0 (first->reported, second->reported);
}

static gboolean
is_open (const QhFriction *friction)
{
  return friction->status == QH_FRICTION_STATUS_OPEN ||
         friction->status == QH_FRICTION_STATUS_FIXING;
}

static char *
due_label (const char *date, const QhSheet *sheet)
{
  g_autofree char *day = day_label (date, sheet);
  /* Translators: the day by which something is to be done */
  return day != NULL ? g_strdup_printf (_ ("by %s"), day) : NULL;
}

static void
add_friction (QhHandoutSection *section, const QhFriction *friction, const QhSheet *sheet)
{
  char *facts[] = {
    g_strdup_printf (_ ("severity %d"), (int)friction->severity),
    g_strdup (qh_enum_label (qh_friction_status_values, friction->status)),
    g_strdup (qh_enum_label (qh_touchpoint_values, friction->touchpoint)),
    g_strdup (friction->owner),
    due_label (friction->due, sheet),
  };

  add_line (section, QH_MARK_FRICTION, g_strdup (friction->title),
            join (facts, G_N_ELEMENTS (facts)));
}

static void
add_frictions (QhHandoutSection *section, const QhSheet *sheet)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GPtrArray *all = sheet->context->frictions;

  for (guint i = 0; i < all->len; i++)
    if (is_open (g_ptr_array_index (all, i)))
      g_ptr_array_add (open, g_ptr_array_index (all, i));
  g_ptr_array_sort (open, compare_severity);
  for (guint i = 0; i < MIN (open->len, MOST_FRICTIONS); i++)
    add_friction (section, g_ptr_array_index (open, i), sheet);
  add_rest (section, open->len - MIN (open->len, MOST_FRICTIONS));
}

static gint
compare_due (gconstpointer a, gconstpointer b)
{
  const QhPromise *first = *(QhPromise *const *)a;
  const QhPromise *second = *(QhPromise *const *)b;

  if (first->due == NULL || second->due == NULL)
    return (first->due == NULL) - (second->due == NULL);
  return strcmp (first->due, second->due);
}

static void
add_promise (QhHandoutSection *section, const QhPromise *promise, const QhSheet *sheet)
{
  g_autofree char *today = today_of (sheet);
  g_autofree char *day = day_label (promise->due, sheet);
  gboolean overdue = promise->due != NULL && g_strcmp0 (promise->due, today) < 0;
  QhHandoutLine *line = add_line (section, QH_MARK_PROMISE, g_strdup (promise->what), NULL);

  line->strong = overdue;
  if (day == NULL)
    line->detail = g_strdup (_ ("promised"));
  else
    /* Translators: a promise, with the day it is or was due */
    line->detail =
        g_strdup_printf (overdue ? _ ("promised, overdue since %s") : _ ("promised by %s"), day);
}

static void
add_promises (QhHandoutSection *section, const QhSheet *sheet)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GPtrArray *all = sheet->context->promises;

  for (guint i = 0; i < all->len; i++) {
    QhPromise *promise = g_ptr_array_index (all, i);
    if (promise->status == QH_PROMISE_STATUS_OPEN)
      g_ptr_array_add (open, promise);
  }
  g_ptr_array_sort (open, compare_due);
  for (guint i = 0; i < MIN (open->len, MOST_PROMISES); i++)
    add_promise (section, g_ptr_array_index (open, i), sheet);
  add_rest (section, open->len - MIN (open->len, MOST_PROMISES));
}

void
qh_handout_add_in_the_way (QhHandout *handout, const QhSheet *sheet)
{
  QhHandoutSection *section = qh_handout_section_new (_ ("Still in the way"));

  add_frictions (section, sheet);
  add_promises (section, sheet);
  add_section (handout, section);
}

/* The design review. */

static char *
finding_text (const QhFinding *finding)
{
  if (finding->position < 0)
    return g_strdup (finding->title);
  /* Translators: a finding, and the number of the segment it is about */
  return g_strdup_printf (_ ("%s (segment %d)"), finding->title, finding->position + 1);
}

static void
add_finding (QhHandoutSection *section, const QhFinding *finding, const char *said)
{
  char *detail = finding->accepted != NULL
                     /* Translators: why a finding was accepted */
                     ? g_strdup_printf (_ ("Accepted: %s"), finding->accepted)
                     : g_strdup (said);
  QhHandoutLine *line = add_line (section, QH_MARK_FINDING, finding_text (finding), detail);

  line->label = g_strdup_printf ("−%d", finding->points);
  line->strong = finding->level == QH_LEVEL_BLOCKER;
  line->struck = finding->accepted != NULL;
}

static void
add_findings (QhHandout *handout, const QhSheet *sheet, gboolean facts)
{
  QhHandoutSection *section = qh_handout_section_new (_ ("Design review"));
  GPtrArray *findings = sheet->review != NULL ? sheet->review->findings : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (findings, i);
    add_finding (section, finding, facts ? finding->text : finding->why);
  }
  add_section (handout, section);
}

void
qh_handout_add_review (QhHandout *handout, const QhSheet *sheet)
{
  add_findings (handout, sheet, TRUE);
}

/* The facts that findings name may hold a person's name; why a rule stands never does. */
void
qh_handout_add_review_without_facts (QhHandout *handout, const QhSheet *sheet)
{
  add_findings (handout, sheet, FALSE);
}

/* Scarce content that the plan uses. */

static gboolean
is_scarce (const QhContent *content)
{
  return content->rarity == QH_RARITY_OURS_ALONE || content->rarity == QH_RARITY_FEW ||
         content->edition != QH_NONE;
}

static char *
edition_label (const QhContent *content)
{
  g_autofree char *copies = NULL;

  if (content->edition == QH_NONE)
    return NULL;
  copies = g_strdup_printf ("%" PRId64, content->edition);
  /* Translators: how many copies of a content item there are */
  return g_strdup_printf (
      ngettext ("edition of %s copy", "edition of %s copies", (gulong)content->edition), copies);
}

static char *
until_label (const QhContent *content, const QhSheet *sheet)
{
  g_autofree char *day = day_label (content->available_until, sheet);
  /* Translators: the last day on which a content item can be had */
  return day != NULL ? g_strdup_printf (_ ("until %s"), day) : NULL;
}

void
qh_handout_add_scarce (QhHandout *handout, const QhSheet *sheet)
{
  QhHandoutSection *section = qh_handout_section_new (_ ("Scarce content"));
  g_autoptr (GHashTable) linked = linked_ids (sheet->context->plan, "content");
  GPtrArray *all = sheet->context->content;

  for (guint i = 0; i < all->len; i++) {
    QhContent *content = g_ptr_array_index (all, i);
    const char *id = QH_RECORD (content)->id;
    if (id != NULL && g_hash_table_contains (linked, id) && is_scarce (content)) {
      char *facts[] = { g_strdup (qh_enum_label (qh_rarity_values, content->rarity)),
                        edition_label (content), until_label (content, sheet) };
      add_line (section, QH_MARK_CONTENT, g_strdup (content->title),
                join (facts, G_N_ELEMENTS (facts)));
    }
  }
  add_section (handout, section);
}

/* What he may be told of how scarce it is, as it was on the day of the export. It is said of the
 * segment: what the item is called among us is not his. */
void
qh_handout_add_supply (QhHandout *handout, const QhSheet *sheet)
{
  const QhContext *context = sheet->context;
  QhHandoutSection *section = qh_handout_section_new (_ ("How much there is of it"));

  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++) {
    QhSegment *segment = qh_plan_segment (context->plan, i);
    QhContent *content = qh_context_find (context->content, segment->content);
    const QhStanding *standing = content != NULL ? qh_context_standing (context, content) : NULL;
    if (standing != NULL && is_scarce (content))
      add_line (section, QH_MARK_CONTENT, g_strdup (segment->title),
                qh_scarcity_sentence (content, standing, sheet->exported, context->zone));
  }
  add_section (handout, section);
}

/* The rep's own preparation. */

static void
add_paragraphs (QhHandout *handout, const char *title, const char *text)
{
  QhHandoutSection *section = qh_handout_section_new (title);
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++) {
    char *paragraph = qh_text_trim (paragraphs[i]);
    if (paragraph != NULL)
      add_line (section, QH_MARK_NONE, paragraph, NULL);
  }
  add_section (handout, section);
}

void
qh_handout_add_questions (QhHandout *handout, const QhSheet *sheet)
{
  add_paragraphs (handout, _ ("Questions to ask"),
                  qh_plan_get_meeting (sheet->context->plan)->questions);
}

void
qh_handout_add_objections (QhHandout *handout, const QhSheet *sheet)
{
  add_paragraphs (handout, _ ("Objections, and our answers"),
                  qh_plan_get_meeting (sheet->context->plan)->objections);
}

/* What the client and we agree on before we begin. */

static char *
length_promise (gint64 seconds)
{
  g_autofree char *length = qh_length_label (seconds);
  g_autofree char *minutes = g_strdup_printf ("%" PRId64, seconds / QH_MINUTE);

  if (seconds % QH_MINUTE != 0)
    /* Translators: said to the client; the length is like "4:30 min" */
    return g_strdup_printf (_ ("It takes %s, and we end on time."), length);
  return g_strdup_printf (ngettext ("It takes %s minute, and we end on time.",
                                    "It takes %s minutes, and we end on time.",
                                    (gulong)(seconds / QH_MINUTE)),
                          minutes);
}

void
qh_handout_add_agreement (QhHandout *handout, const QhSheet *sheet)
{
  QhMeeting *meeting = qh_plan_get_meeting (sheet->context->plan);
  gint64 budget = qh_plan_budget (sheet->context->plan, sheet->context->client);
  QhHandoutSection *section = qh_handout_section_new (_ ("What we agree on before we begin"));

  add_line (section, QH_MARK_NONE, length_promise (budget), NULL);
  add_line (section, QH_MARK_NONE, g_strdup (_ ("We do what is on this page, and nothing else.")),
            NULL);
  if (meeting->output != NULL)
    add_line (section, QH_MARK_NONE,
              g_strdup_printf (_ ("When we leave, you have: %s"), meeting->output), NULL);
  add_line (section, QH_MARK_NONE, g_strdup (_ ("A no is fine, at the beginning and at the end.")),
            NULL);
  add_section (handout, section);
}

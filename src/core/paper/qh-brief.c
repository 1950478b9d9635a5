/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief. Its parts stand in one table, each with the editions it may go out in. */
#include "paper/qh-brief.h"
#include "base/qh-text.h"
#include "paper/qh-handout-sections.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define FULL (1 << QH_EDITION_FULL)
#define MANAGER (1 << QH_EDITION_MANAGER)
#define ALL (FULL | MANAGER)

#define SEPARATOR " · "
#define LIST_SEPARATOR "\302\240· " /* does not begin a line */

/* What one page holds of each, in characters. */
#define TITLE_CHARS 200
#define WORDS_CHARS 700
#define MORE_WORDS_CHARS 250
#define ASK_CHARS 400
#define NAME_CHARS 60
#define LINE_CHARS 200
#define MOST_NAMES 40

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

/* At most @chars of @text on a line; NULL stays NULL. */
static char *
cut (const char *text, guint chars)
{
  return qh_text_is_empty (text) ? NULL : qh_text_shorten (text, chars);
}

/* "1 December 2026" */
static char *
long_day (const char *date)
{
  g_autofree char *day = date != NULL ? qh_date_short_label (date) : NULL;

  /* Translators: a short day and its year */
  return day != NULL ? g_strdup_printf (_ ("%s %.4s"), day, date) : NULL;
}

/* The parts. */

static void
add_language (QhBrief *self, const QhBriefSheet *sheet)
{
  self->language = g_strdup (C_ ("language code", "en"));
}

static void
add_headline (QhBrief *self, const QhBriefSheet *sheet)
{
  self->headline = cut (sheet->friction->title, TITLE_CHARS);
  self->document_title = g_strdup (self->headline);
}

static void
add_standing (QhBrief *self, const QhBriefSheet *sheet)
{
  QhFriction *friction = sheet->friction;
  g_autofree char *reported = long_day (friction->reported);

  append (&self->standing, g_strdup (qh_enum_label (qh_touchpoint_values, friction->touchpoint)));
  append (&self->standing, g_strdup (qh_enum_label (qh_friction_status_values, friction->status)));
  if (reported != NULL)
    /* Translators: the day on which a friction was reported */
    append (&self->standing, g_strdup_printf (_ ("reported %s"), reported));
}

static char *
name_of (QhContact *contact)
{
  g_autofree char *name = cut (contact->name, NAME_CHARS);
  g_autofree char *title = cut (contact->title, NAME_CHARS);

  return title != NULL ? g_strdup_printf ("%s, %s", name, title) : g_steal_pointer (&name);
}

/* Who said it: by name, or as what he is; then his house, and the day. Nobody is named whom the
 * record, @contact, does not name. */
static char *
describe_source (const QhBriefSheet *sheet, const char *contact, const char *date, gboolean by_name)
{
  QhClient *client = sheet->clients->len > 0 ? sheet->clients->pdata[0] : NULL;
  QhContact *person = sheet->contact;
  char *source = NULL;

  if (person != NULL && g_strcmp0 (QH_RECORD (person)->id, contact) == 0)
    append (&source, by_name ? name_of (person) : qh_handout_role_of (person));
  if (client != NULL && g_strcmp0 (QH_RECORD (client)->id, sheet->friction->client) == 0)
    append (&source, cut (client->name, NAME_CHARS));
  append (&source, long_day (date));
  return source;
}

/* Takes the @detail. */
static void
add_quote (QhBrief *self, const char *words, char *detail)
{
  g_autofree char *text = cut (words, self->quotes->len == 0 ? WORDS_CHARS : MORE_WORDS_CHARS);

  if (text != NULL)
    /* Translators: quotation marks around what somebody said */
    qh_handout_line_add (self->quotes, QH_MARK_WORDS, g_strdup_printf (_ ("“%s”"), text), detail);
  else
    g_free (detail);
}

/* What was said when it was reported, and on the contact that it came out of. */
static void
add_quotes (QhBrief *self, const QhBriefSheet *sheet, gboolean by_name)
{
  const QhFriction *friction = sheet->friction;
  const QhContactLog *entry = sheet->entry;
  g_autofree char *day = entry != NULL ? qh_instant_to_date (entry->at, sheet->zone) : NULL;

  add_quote (self, friction->words,
             describe_source (sheet, friction->contact, friction->reported, by_name));
  if (entry != NULL && g_strcmp0 (entry->words, friction->words) != 0)
    add_quote (self, entry->words, describe_source (sheet, entry->contact, day, by_name));
}

static void
add_quotes_by_name (QhBrief *self, const QhBriefSheet *sheet)
{
  add_quotes (self, sheet, TRUE);
}

static void
add_quotes_by_role (QhBrief *self, const QhBriefSheet *sheet)
{
  add_quotes (self, sheet, FALSE);
}

/* Takes the texts. */
static void
add_figure (QhBrief *self, char *figure, char *words)
{
  QhBriefFigure *one = g_new (QhBriefFigure, 1);

  *one = (QhBriefFigure){ figure, words };
  g_ptr_array_add (self->figures, one);
}

static void
add_figures (QhBrief *self, const QhBriefSheet *sheet)
{
  QhCost cost = qh_cost (sheet->assumptions, sheet->facts);
  gint64 severity = sheet->friction->severity;

  add_figure (self, qh_money_label (cost.cost, sheet->currency),
              /* Translators: under an amount */
              g_strdup (_ ("a year")));
  add_figure (self, g_strdup_printf ("%u", sheet->clients->len),
              /* Translators: under the number of clients that a friction touches */
              g_strdup (ngettext ("client touched", "clients touched", sheet->clients->len)));
  add_figure (self, g_strdup_printf ("%" PRId64, severity),
              /* Translators: under a severity: "of 4: stops work" */
              g_strdup_printf (_ ("of %d: %s"), QH_SEVERITIES, qh_severity_label (severity)));
}

static void
add_ask (QhBrief *self, const QhBriefSheet *sheet)
{
  QhFriction *friction = sheet->friction;
  g_autofree char *day = long_day (friction->due);
  gboolean overdue = friction->due != NULL && g_strcmp0 (friction->due, sheet->today) < 0;

  self->ask = cut (friction->ask, ASK_CHARS);
  append (&self->deadline, cut (friction->owner, NAME_CHARS));
  if (day != NULL)
    append (&self->deadline,
            /* Translators: the day by which something is asked to be done */
            g_strdup_printf (overdue ? _ ("was due %s") : _ ("by %s"), day));
}

static void
add_sum (QhBrief *self, const QhBriefSheet *sheet)
{
  QhHandoutSection *section = qh_handout_section_new (_ ("What it costs in a year"));
  g_autoptr (GPtrArray) lines = qh_cost_lines (sheet->assumptions, sheet->facts, sheet->currency);

  for (guint i = 0; i < lines->len; i++) {
    const QhCostLine *line = lines->pdata[i];
    qh_handout_line_add (section->lines, QH_MARK_NONE, g_strdup (line->label),
                         g_strdup (line->text));
  }
  g_ptr_array_add (self->sections, section);
}

static char *
join_names (GPtrArray *clients)
{
  GString *names = g_string_new (NULL);
  guint left_out = clients->len - MIN (clients->len, MOST_NAMES);

  for (guint i = 0; i < MIN (clients->len, MOST_NAMES); i++) {
    g_autofree char *name = cut (QH_CLIENT (clients->pdata[i])->name, NAME_CHARS);
    g_string_append_printf (names, "%s%s", i > 0 ? LIST_SEPARATOR : "", name != NULL ? name : "");
  }
  if (left_out > 0) {
    g_string_append (names, LIST_SEPARATOR);
    g_string_append_printf (names, ngettext ("and %u more", "and %u more", left_out), left_out);
  }
  return g_string_free (names, FALSE);
}

static void
add_clients (QhBrief *self, const QhBriefSheet *sheet)
{
  QhHandoutSection *section = qh_handout_section_new (_ ("Whom it touches"));
  guint n = sheet->clients->len;

  qh_handout_line_add (section->lines, QH_MARK_NONE,
                       n > 0 ? g_strdup_printf (ngettext ("%u client", "%u clients", n), n)
                             : g_strdup (_ ("No client is named.")),
                       n > 0 ? join_names (sheet->clients) : NULL);
  g_ptr_array_add (self->sections, section);
}

static QhHandoutSection *
get_background (QhBrief *self)
{
  const char *title = _ ("What is behind it");
  QhHandoutSection *last = self->sections->pdata[self->sections->len - 1];

  if (g_str_equal (last->title, title))
    return last;
  last = qh_handout_section_new (title);
  g_ptr_array_add (self->sections, last);
  return last;
}

static void
add_cause (QhBrief *self, const QhBriefSheet *sheet)
{
  const char *cause = qh_enum_label (qh_friction_cause_values, sheet->friction->cause);

  if (cause != NULL)
    qh_handout_line_add (get_background (self)->lines, QH_MARK_NONE, g_strdup (_ ("Cause")),
                         g_strdup (cause));
}

static void
add_promise (QhBrief *self, const QhBriefSheet *sheet)
{
  g_autofree char *what = sheet->promise != NULL ? cut (sheet->promise->what, LINE_CHARS) : NULL;

  if (what != NULL)
    qh_handout_line_add (get_background (self)->lines, QH_MARK_NONE,
                         g_strdup (_ ("The promise it breaks")),
                         g_strdup_printf (_ ("“%s”"), what));
}

static void
add_learned (QhBrief *self, const QhBriefSheet *sheet)
{
  char *learned = cut (sheet->friction->learned, LINE_CHARS);

  if (learned != NULL)
    qh_handout_line_add (get_background (self)->lines, QH_MARK_NONE,
                         g_strdup (_ ("What we learned")), learned);
}

static void
add_change (QhBrief *self, const QhBriefSheet *sheet)
{
  char *change = cut (sheet->friction->change, LINE_CHARS);

  if (change != NULL)
    qh_handout_line_add (get_background (self)->lines, QH_MARK_NONE, g_strdup (_ ("What changed")),
                         change);
}

static void
add_author (QhBrief *self, const QhBriefSheet *sheet)
{
  self->author = cut (sheet->author, NAME_CHARS);
}

/* A day, and no time: what is made twice on a day is the same. */
static void
add_footer (QhBrief *self, const QhBriefSheet *sheet)
{
  g_autofree char *day = long_day (sheet->today);

  self->day = qh_date_to_instant (sheet->today, sheet->zone);
  /* Translators: a brief's footer; the day, with its year */
  self->footer = g_strdup_printf (_ ("Quarterhour · brief of %s"), day);
  if (self->author != NULL)
    append (&self->footer, g_strdup_printf (_ ("prepared by %s"), self->author));
}

/* What may go out, in the order in which it is set. */
static const struct {
  void (*add) (QhBrief *self, const QhBriefSheet *sheet);
  guint editions;
} parts[] = {
  { add_language, ALL },
  { add_headline, ALL },
  { add_standing, ALL },
  { add_quotes_by_name, FULL },
  { add_quotes_by_role, MANAGER },
  { add_figures, ALL },
  { add_ask, ALL },
  { add_sum, ALL },
  { add_clients, ALL },
  { add_cause, ALL },
  { add_promise, ALL },
  { add_change, ALL },
  { add_learned, FULL },
  { add_author, ALL },
  { add_footer, ALL },
};

static void
figure_free (QhBriefFigure *figure)
{
  g_free (figure->figure);
  g_free (figure->words);
  g_free (figure);
}

gboolean
qh_brief_has_edition (int edition)
{
  return edition == QH_EDITION_FULL || edition == QH_EDITION_MANAGER;
}

QhBrief *
qh_brief_new (const QhBriefSheet *sheet)
{
  QhBrief *self = g_new0 (QhBrief, 1);

  self->edition = qh_brief_has_edition (sheet->edition) ? sheet->edition : QH_EDITION_MANAGER;
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_handout_line_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify)figure_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_handout_section_free);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].editions & (1 << self->edition))
      parts[i].add (self, sheet);
  return self;
}

void
qh_brief_free (QhBrief *self)
{
  g_ptr_array_unref (self->quotes);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->sections);
  g_free (self->language);
  g_free (self->document_title);
  g_free (self->author);
  g_free (self->standing);
  g_free (self->headline);
  g_free (self->ask);
  g_free (self->deadline);
  g_free (self->footer);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each picture shows: its columns, its rows, and the sentence that says it. */
#include "base/qh-text.h"
#include "design/qh-insight-private.h"
#include "design/qh-trust.h"
#include <glib/gi18n-lib.h>

/* What is said of segments that take so much longer than planned. */
#define RUNS_OVER 1.25

#define MONTH_TEXT 8 /* "2026-01" */

/* --- Small helps */

void
qh_insight_add_columns (QhPicture *picture, const QhInsightColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    qh_picture_add_column (picture, columns[i].id, _ (columns[i].title), columns[i].unit);
}

void
qh_insight_set_numbers (QhPictureRow *row, const gint64 *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    qh_picture_row_set_number (row, i + 1, (double)numbers[i]);
}

/* A share of nothing is not known. */
void
qh_insight_set_share (QhPictureRow *row, guint column, gint64 part, gint64 whole)
{
  if (whole > 0)
    qh_picture_row_set_number (row, column, (double)part / (double)whole);
}

QhPictureRow *
qh_insight_add_month (QhPicture *picture, const QhInsightFacts *facts, guint i)
{
  char text[MONTH_TEXT];
  int month = (int)g_ascii_strtoll (facts->from + 5, NULL, 10) - 1 + (int)i;
  int year = (int)g_ascii_strtoll (facts->from, NULL, 10) + month / 12;

  g_snprintf (text, sizeof text, "%04d-%02d", year % 10000, month % 12 + 1);
  return qh_picture_add_row (picture, text, NULL, NULL);
}

QhPictureRow *
qh_insight_add_value (QhPicture *picture, const QhEnumValue *values, int value)
{
  const char *name = value > 0 ? qh_enum_label (values, value) : _ ("Not known");
  QhPictureRow *row = qh_picture_add_row (picture, name, NULL, NULL);

  row->key = qh_enum_name (values, value);
  return row;
}

static int
percent (gint64 part, gint64 whole)
{
  return whole > 0 ? (int)((200 * part + whole) / (2 * whole)) : 0;
}

/* Sentences (transfer full, nullable) one after the other. */
char *
qh_insight_join (char *first, char *second)
{
  char *both = second != NULL ? g_strconcat (first, " ", second, NULL) : g_strdup (first);

  g_free (first);
  g_free (second);
  return both;
}

/* Says @sentence, or where too little is known @blank, the number so far first and the least one
 * second (both transfer full). */
void
qh_insight_say (QhPicture *picture, char *sentence, char *blank, gint64 n)
{
  gboolean is_blank = n < QH_INSIGHT_LEAST;

  qh_picture_say (picture, is_blank ? blank : sentence, n, QH_INSIGHT_LEAST);
  g_free (is_blank ? sentence : blank);
}

/* Hours and minutes, where there are many. */
static char *
label_time (gint64 seconds)
{
  gint64 minutes = (seconds + QH_MINUTE / 2) / QH_MINUTE;

  if (minutes < 60)
    return qh_length_label (minutes * QH_MINUTE);
  /* Translators: hours and minutes, "12:05 h" */
  return g_strdup_printf (_ ("%d:%02d h"), (int)(minutes / 60), (int)(minutes % 60));
}

/* Every month together: each of its members is a number. */
QhInsightMonth
qh_insight_total (const QhInsightFacts *facts)
{
  QhInsightMonth sum = { 0 };
  gint64 *numbers = (gint64 *)&sum;

  for (guint i = 0; i < facts->n_months; i++)
    for (guint k = 0; k < sizeof sum / sizeof *numbers; k++)
      numbers[k] += ((const gint64 *)&facts->months[i])[k];
  return sum;
}

/* --- Meetings */

static char *
say_minutes (gint64 held, gint64 known, gint64 reached)
{
  char *first = g_strdup_printf (
      ngettext ("%d meeting was held.", "%d meetings were held.", (gulong)held), (int)held);
  char *second = NULL;

  if (known > 0)
    second = g_strdup_printf (ngettext ("%d of %d with a known outcome reached its output.",
                                        "%d of %d with a known outcome reached their output.",
                                        (gulong)known),
                              (int)reached, (int)known);
  return qh_insight_join (first, second);
}

static QhPicture *
draw_minutes (const QhInsightFacts *facts)
{
  static const QhInsightColumn rest[] = {
    { "held", N_ ("Meetings held"), QH_UNIT_COUNT },
    { "reached", N_ ("Outputs reached"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("minutes", _ ("Minutes by Kind"), QH_PICTURE_STACKS);
  gint64 held = qh_insight_total (facts).held;

  qh_picture_add_column (picture, "month", _ ("Month"), QH_UNIT_MONTH);
  for (int kind = 1; kind < QH_INSIGHT_KINDS; kind++)
    qh_picture_add_column (picture, qh_enum_name (qh_segment_kind_values, kind),
                           qh_enum_label (qh_segment_kind_values, kind), QH_UNIT_SECONDS);
  qh_insight_add_columns (picture, rest, G_N_ELEMENTS (rest));
  for (guint i = 0; i < facts->n_months; i++) {
    const QhInsightMonth *month = &facts->months[i];
    QhPictureRow *row = qh_insight_add_month (picture, facts, i);
    qh_insight_set_numbers (row, month->seconds + 1, QH_INSIGHT_KINDS - 1);
    qh_picture_row_set_number (row, QH_INSIGHT_KINDS, (double)month->held);
    qh_picture_row_set_number (row, QH_INSIGHT_KINDS + 1, (double)month->reached);
  }
  qh_insight_say (
      picture, say_minutes (held, qh_insight_total (facts).known, qh_insight_total (facts).reached),
      g_strdup_printf (ngettext ("%d meeting was held so far; from %d on there is a picture.",
                                 "%d meetings were held so far; from %d on there is a picture.",
                                 (gulong)held),
                       (int)held, QH_INSIGHT_LEAST),
      held);
  return picture;
}

static double
over (const QhInsightKind *kind)
{
  return kind->planned > 0 ? (double)kind->actual / (double)kind->planned : 0;
}

/* The kind that runs over most, of those of which enough is known; 0 when none does. */
static int
find_over (const QhInsightFacts *facts)
{
  int worst = 0;

  for (int i = 1; i < QH_INSIGHT_KINDS; i++)
    if (facts->kinds[i].n >= QH_INSIGHT_LEAST && over (&facts->kinds[i]) >= RUNS_OVER &&
        (worst == 0 || over (&facts->kinds[i]) > over (&facts->kinds[worst])))
      worst = i;
  return worst;
}

static char *
say_over (const QhInsightFacts *facts)
{
  int i = find_over (facts);
  const QhInsightKind *kind = &facts->kinds[i];
  g_autofree char *actual = i > 0 ? qh_length_label (kind->actual / kind->n) : NULL;
  g_autofree char *planned = i > 0 ? qh_length_label (kind->planned / kind->n) : NULL;

  if (i == 0)
    return g_strdup (_ ("No kind runs over by a quarter or more."));
  /* Translators: a kind of segment; how long such segments take, and what was planned */
  return g_strdup_printf (_ ("“%s” runs over most: %s instead of %s."),
                          qh_enum_label (qh_segment_kind_values, i), actual, planned);
}

static QhPicture *
draw_times (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "kind", N_ ("Kind"), QH_UNIT_TEXT },
    { "planned", N_ ("Planned"), QH_UNIT_SECONDS },
    { "actual", N_ ("Actual"), QH_UNIT_SECONDS },
    { "segments", N_ ("Segments"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("times", _ ("Planned and Actual"), QH_PICTURE_PAIRS);
  QhInsightKind all = { 0 };

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (int i = 1; i < QH_INSIGHT_KINDS; i++) {
    const QhInsightKind *kind = &facts->kinds[i];
    QhPictureRow *row = qh_insight_add_value (picture, qh_segment_kind_values, i);
    qh_insight_set_share (row, 1, kind->planned, kind->n);
    qh_insight_set_share (row, 2, kind->actual, kind->n);
    qh_picture_row_set_number (row, 3, (double)kind->n);
    all.n += kind->n;
    all.planned += kind->planned;
    all.actual += kind->actual;
  }
  qh_insight_say (
      picture,
      qh_insight_join (
          g_strdup_printf (ngettext ("%d timed segment took %d %% of its plan.",
                                     "%d timed segments took %d %% of their plan.", (gulong)all.n),
                           (int)all.n, percent (all.actual, all.planned)),
          say_over (facts)),
      g_strdup_printf (ngettext ("%d segment was timed so far; from %d on there is a picture.",
                                 "%d segments were timed so far; from %d on there is a picture.",
                                 (gulong)all.n),
                       (int)all.n, QH_INSIGHT_LEAST),
      all.n);
  return picture;
}

/* Whether one value lies in the interval of every band that has any meeting. */
static gboolean
bands_overlap (const QhInsightFacts *facts)
{
  double low = 0, high = 1;

  for (guint i = 0; i < QH_INSIGHT_BANDS; i++) {
    const QhInsightBand *band = &facts->bands[i];
    if (band->n == 0)
      continue;
    low = MAX (low, qh_wilson_lower_bound (band->reached, band->n));
    high = MIN (high, qh_wilson_upper_bound (band->reached, band->n));
  }
  return low <= high;
}

static char *
say_scores (const QhInsightFacts *facts, gint64 n)
{
  return qh_insight_join (
      g_strdup_printf (ngettext ("It rests on %d meeting.", "It rests on %d meetings.", (gulong)n),
                       (int)n),
      g_strdup (bands_overlap (facts)
                    ? _ ("The intervals overlap: that a better score reaches more is not proven.")
                    : _ ("Not all intervals overlap: the scores differ by more than chance, but "
                         "why is not shown.")));
}

static QhPicture *
draw_scores (const QhInsightFacts *facts)
{
  static const char *const bands[QH_INSIGHT_BANDS] = { "0–49", "50–69", "70–79", "80–89",
                                                       "90–100" };
  static const QhInsightColumn columns[] = {
    { "score", N_ ("Score"), QH_UNIT_TEXT },
    { "share", N_ ("Output reached"), QH_UNIT_SHARE },
    { "low", N_ ("At least"), QH_UNIT_SHARE },
    { "high", N_ ("At most"), QH_UNIT_SHARE },
    { "meetings", N_ ("Meetings"), QH_UNIT_COUNT },
    { "reached", N_ ("Outputs reached"), QH_UNIT_COUNT },
  };
  QhPicture *picture =
      qh_picture_new ("scores", _ ("Score and What Was Reached"), QH_PICTURE_INTERVALS);
  gint64 n = 0;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < QH_INSIGHT_BANDS; i++) {
    const QhInsightBand *band = &facts->bands[i];
    QhPictureRow *row = qh_picture_add_row (picture, bands[i], NULL, NULL);
    qh_insight_set_share (row, 1, band->reached, band->n);
    if (band->n > 0) {
      qh_picture_row_set_number (row, 2, qh_wilson_lower_bound (band->reached, band->n));
      qh_picture_row_set_number (row, 3, qh_wilson_upper_bound (band->reached, band->n));
    }
    qh_picture_row_set_number (row, 4, (double)band->n);
    qh_picture_row_set_number (row, 5, (double)band->reached);
    n += band->n;
  }
  qh_insight_say (
      picture, say_scores (facts, n),
      g_strdup_printf (
          ngettext ("%d meeting has a score and a known outcome; from %d on there is a picture.",
                    "%d meetings have a score and a known outcome; from %d on there is a "
                    "picture.",
                    (gulong)n),
          (int)n, QH_INSIGHT_LEAST),
      n);
  return picture;
}

/* --- Promises */

static char *
say_promises (gint64 kept, gint64 overdue, gint64 n)
{
  return qh_insight_join (
      g_strdup_printf (ngettext ("%d of %d promise was kept by its day, %d %%.",
                                 "%d of %d promises were kept by their day, %d %%.", (gulong)n),
                       (int)kept, (int)n, percent (kept, n)),
      overdue == 0 ? NULL
                   : g_strdup_printf (ngettext ("%d is overdue today.", "%d are overdue today.",
                                                (gulong)overdue),
                                      (int)overdue));
}

static QhPicture *
draw_promises (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "month", N_ ("Month"), QH_UNIT_MONTH },
    { "kept", N_ ("Kept"), QH_UNIT_COUNT },
    { "late", N_ ("Kept late"), QH_UNIT_COUNT },
    { "broken", N_ ("Broken"), QH_UNIT_COUNT },
    { "overdue", N_ ("Overdue"), QH_UNIT_COUNT },
    { "rate", N_ ("Kept by their day"), QH_UNIT_SHARE },
  };
  QhPicture *picture = qh_picture_new ("promises", _ ("Promises"), QH_PICTURE_STACKS);
  gint64 kept = qh_insight_total (facts).kept, overdue = qh_insight_total (facts).overdue;
  gint64 n = kept + overdue + qh_insight_total (facts).late + qh_insight_total (facts).broken;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->n_months; i++) {
    const QhInsightMonth *month = &facts->months[i];
    gint64 numbers[] = { month->kept, month->late, month->broken, month->overdue };
    QhPictureRow *row = qh_insight_add_month (picture, facts, i);
    qh_insight_set_numbers (row, numbers, G_N_ELEMENTS (numbers));
    qh_insight_set_share (row, 5, month->kept,
                          month->kept + month->late + month->broken + month->overdue);
  }
  qh_insight_say (
      picture, say_promises (kept, overdue, n),
      g_strdup_printf (ngettext ("%d promise came due so far; from %d on there is a picture.",
                                 "%d promises came due so far; from %d on there is a picture.",
                                 (gulong)n),
                       (int)n, QH_INSIGHT_LEAST),
      n);
  return picture;
}

/* The most frequent first, then by name. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const QhInsightReason *first = *(QhInsightReason *const *)a;
  const QhInsightReason *second = *(QhInsightReason *const *)b;
  gint64 more = second->broken + second->late - first->broken - first->late;

  if (more != 0)
    return more > 0 ? 1 : -1;
  if (first->maker != second->maker)
    return first->maker - second->maker;
  return g_strcmp0 (first->text, second->text);
}

static void
add_reason (QhPicture *picture, const QhInsightReason *reason)
{
  QhPictureRow *row = qh_picture_add_row (
      picture, reason->text != NULL ? reason->text : _ ("No reason is noted"), NULL, NULL);

  qh_insight_set_numbers (row, (gint64[]){ reason->broken, reason->late }, 2);
  qh_picture_row_set_text (row, 3, qh_enum_label (qh_promise_maker_values, reason->maker));
}

static char *
say_reasons (gint64 n, gint64 unknown)
{
  if (n == 0)
    return g_strdup (_ ("No promise was broken or kept late."));
  return qh_insight_join (
      g_strdup_printf (ngettext ("%d promise was broken or kept late.",
                                 "%d promises were broken or kept late.", (gulong)n),
                       (int)n),
      unknown == 0 ? NULL
                   : g_strdup_printf (ngettext ("Of %d nobody noted why.",
                                                "Of %d nobody noted why.", (gulong)unknown),
                                      (int)unknown));
}

static QhPicture *
draw_promise_reasons (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "reason", N_ ("Reason"), QH_UNIT_TEXT },
    { "broken", N_ ("Broken"), QH_UNIT_COUNT },
    { "late", N_ ("Kept late"), QH_UNIT_COUNT },
    { "made_by", N_ ("Made by"), QH_UNIT_TEXT },
  };
  QhPicture *picture =
      qh_picture_new ("promise-reasons", _ ("Why Promises Broke"), QH_PICTURE_STACKS);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (facts->reasons, NULL, NULL);
  QhInsightReason others = { .text = _ ("Others") };
  gint64 n = 0, unknown = 0;

  g_ptr_array_set_free_func (order, NULL);
  g_ptr_array_sort (order, compare_reasons);
  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < order->len; i++) {
    const QhInsightReason *reason = g_ptr_array_index (order, i);
    n += reason->broken + reason->late;
    unknown += reason->text == NULL ? reason->broken + reason->late : 0;
    if (i < QH_INSIGHT_LIST_MAX) {
      add_reason (picture, reason);
      continue;
    }
    others.broken += reason->broken;
    others.late += reason->late;
  }
  if (order->len > QH_INSIGHT_LIST_MAX)
    add_reason (picture, &others);
  /* A tally: one promise is one. */
  qh_picture_say (picture, say_reasons (n, unknown), n, 0);
  return picture;
}

/* --- Content */

/* What a list shows of how many; NULL: all. */
static char *
say_shown (const QhInsightList *list)
{
  if ((gint64)list->lines->len >= list->n)
    return NULL;
  return g_strdup_printf (ngettext ("%u is shown.", "%u are shown.", list->lines->len),
                          list->lines->len);
}

static char *
say_editions (const QhInsightList *list)
{
  if (list->n == 0)
    return g_strdup (_ ("No item has an edition."));
  return qh_insight_join (
      g_strdup_printf (
          ngettext ("%d item has an edition; of all clients, what is nearest to its end "
                    "comes first.",
                    "%d items have an edition; of all clients, what is nearest to its end "
                    "comes first.",
                    (gulong)list->n),
          (int)list->n),
      say_shown (list));
}

static QhPicture *
draw_editions (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "item", N_ ("Item"), QH_UNIT_TEXT },
    { "delivered", N_ ("Delivered"), QH_UNIT_COUNT },
    { "reserved", N_ ("Reserved"), QH_UNIT_COUNT },
    { "away", N_ ("Away"), QH_UNIT_COUNT },
    { "available", N_ ("Available"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("editions", _ ("Editions"), QH_PICTURE_STACKS);

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->editions.lines->len; i++) {
    const QhInsightLine *line = g_ptr_array_index (facts->editions.lines, i);
    gint64 numbers[] = { line->delivered, line->reserved, line->away, line->available };
    qh_insight_set_numbers (qh_picture_add_row (picture, line->name, "content", line->id), numbers,
                            G_N_ELEMENTS (numbers));
  }
  qh_picture_say (picture, say_editions (&facts->editions), facts->editions.n, 0);
  return picture;
}

static char *
say_exclusives (const QhInsightList *list)
{
  if (list->n == 0)
    return g_strdup (_ ("What is ours alone is proven, and stays for now."));
  return qh_insight_join (
      g_strdup_printf (
          ngettext ("%d item that is ours alone has to be looked at, or it is no longer.",
                    "%d items that are ours alone have to be looked at, or they are no "
                    "longer.",
                    (gulong)list->n),
          (int)list->n),
      say_shown (list));
}

static QhPicture *
draw_exclusives (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "item", N_ ("Item"), QH_UNIT_TEXT },
    { "matter", N_ ("What is the matter"), QH_UNIT_TEXT },
    { "day", N_ ("Day"), QH_UNIT_DATE },
  };
  QhPicture *picture = qh_picture_new ("exclusives", _ ("Ours Alone"), QH_PICTURE_LIST);

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->exclusives.lines->len; i++) {
    const QhInsightLine *line = g_ptr_array_index (facts->exclusives.lines, i);
    QhPictureRow *row = qh_picture_add_row (picture, line->name, "content", line->id);
    qh_picture_row_set_text (row, 1, line->text);
    qh_picture_row_set_text (row, 2, line->day);
  }
  qh_picture_say (picture, say_exclusives (&facts->exclusives), facts->exclusives.n, 0);
  return picture;
}

static char *
say_unserved (const QhInsightList *list)
{
  if (list->n == 0)
    return g_strdup_printf (ngettext ("Every client had something scarce in the last %d day.",
                                      "Every client had something scarce in the last %d days.",
                                      QH_INSIGHT_UNSERVED_DAYS),
                            QH_INSIGHT_UNSERVED_DAYS);
  return qh_insight_join (
      g_strdup_printf (ngettext ("%d client had nothing scarce in the last %d days.",
                                 "%d clients had nothing scarce in the last %d days.",
                                 (gulong)list->n),
                       (int)list->n, QH_INSIGHT_UNSERVED_DAYS),
      say_shown (list));
}

static QhPicture *
draw_unserved (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "client", N_ ("Client"), QH_UNIT_TEXT },
    { "last", N_ ("Last had something scarce"), QH_UNIT_DATE },
  };
  QhPicture *picture =
      qh_picture_new ("unserved", _ ("Clients without Anything Scarce"), QH_PICTURE_LIST);

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->unserved.lines->len; i++) {
    const QhInsightLine *line = g_ptr_array_index (facts->unserved.lines, i);
    qh_picture_row_set_text (qh_picture_add_row (picture, line->name, "client", line->id), 1,
                             line->day);
  }
  qh_picture_say (picture, say_unserved (&facts->unserved), facts->unserved.n, 0);
  return picture;
}

/* --- Contacts and clients */

static char *
name_share (gint64 part, gint64 whole)
{
  if (whole == 0)
    return g_strdup (_ ("not known"));
  return g_strdup_printf (_ ("%d of %d"), (int)part, (int)whole);
}

static char *
say_contacts (const QhInsightFacts *facts, gint64 n)
{
  g_autofree char *ring =
      name_share (qh_insight_total (facts).first_ring, qh_insight_total (facts).rung);
  g_autofree char *solved =
      name_share (qh_insight_total (facts).solved, qh_insight_total (facts).solved_known);
  g_autofree char *failures = name_share (qh_insight_total (facts).failures, n);

  return g_strdup_printf (_ ("Answered at first ring: %s. Solved at first contact: %s. Not needed, "
                             "had we done it right: %s. Taught us something: %d."),
                          ring, solved, failures, (int)qh_insight_total (facts).learned);
}

static QhPicture *
draw_contacts (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "month", N_ ("Month"), QH_UNIT_MONTH },
    { "first_ring", N_ ("At first ring"), QH_UNIT_SHARE },
    { "solved", N_ ("Solved at first contact"), QH_UNIT_SHARE },
    { "failure", N_ ("Failure demand"), QH_UNIT_SHARE },
    { "contacts", N_ ("Contacts"), QH_UNIT_COUNT },
    { "learned", N_ ("Taught us something"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("contacts", _ ("Contacts"), QH_PICTURE_LINES);
  gint64 n = qh_insight_total (facts).contacts;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->n_months; i++) {
    const QhInsightMonth *month = &facts->months[i];
    QhPictureRow *row = qh_insight_add_month (picture, facts, i);
    qh_insight_set_share (row, 1, month->first_ring, month->rung);
    qh_insight_set_share (row, 2, month->solved, month->solved_known);
    qh_insight_set_share (row, 3, month->failures, month->contacts);
    qh_picture_row_set_number (row, 4, (double)month->contacts);
    qh_picture_row_set_number (row, 5, (double)month->learned);
  }
  qh_insight_say (
      picture, say_contacts (facts, n),
      g_strdup_printf (ngettext ("%d contact came in so far; from %d on there is a picture.",
                                 "%d contacts came in so far; from %d on there is a picture.",
                                 (gulong)n),
                       (int)n, QH_INSIGHT_LEAST),
      n);
  return picture;
}

static char *
say_exchange (const QhInsightFacts *facts)
{
  gint64 unmeasured = qh_insight_total (facts).held - qh_insight_total (facts).measured;
  g_autofree char *taken = label_time (qh_insight_total (facts).taken);
  g_autofree char *well = label_time (qh_insight_total (facts).taken_well);

  return qh_insight_join (
      g_strdup_printf (
          _ ("Clients gave %s in meetings; %s of it led to an output that was reached."), taken,
          well),
      unmeasured <= 0 ? NULL
                      : g_strdup_printf (ngettext ("%d meeting was not timed and does not count.",
                                                   "%d meetings were not timed and do not count.",
                                                   (gulong)unmeasured),
                                         (int)unmeasured));
}

static QhPicture *
draw_exchange (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "month", N_ ("Month"), QH_UNIT_MONTH },
    { "taken", N_ ("Clients' time"), QH_UNIT_SECONDS },
    { "well", N_ ("Of it with an output reached"), QH_UNIT_SECONDS },
    { "meetings", N_ ("Meetings"), QH_UNIT_COUNT },
    { "reached", N_ ("Outputs reached"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("exchange", _ ("Minutes for Outputs"), QH_PICTURE_PAIRS);
  gint64 n = qh_insight_total (facts).measured;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->n_months; i++) {
    const QhInsightMonth *month = &facts->months[i];
    gint64 numbers[] = { month->taken, month->taken_well, month->measured, month->reached };
    qh_insight_set_numbers (qh_insight_add_month (picture, facts, i), numbers,
                            G_N_ELEMENTS (numbers));
  }
  qh_insight_say (
      picture, say_exchange (facts),
      g_strdup_printf (ngettext ("%d meeting was timed so far; from %d on there is a picture.",
                                 "%d meetings were timed so far; from %d on there is a picture.",
                                 (gulong)n),
                       (int)n, QH_INSIGHT_LEAST),
      n);
  return picture;
}

static char *
say_silent (const QhInsightList *list)
{
  if (list->n == 0)
    return g_strdup_printf (ngettext ("No client has gone silent for more than %d day.",
                                      "No client has gone silent for more than %d days.",
                                      QH_INSIGHT_SILENT_DAYS),
                            QH_INSIGHT_SILENT_DAYS);
  return qh_insight_join (
      g_strdup_printf (ngettext ("%d client has gone silent for more than %d days.",
                                 "%d clients have gone silent for more than %d days.",
                                 (gulong)list->n),
                       (int)list->n, QH_INSIGHT_SILENT_DAYS),
      say_shown (list));
}

static QhPicture *
draw_silent (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "client", N_ ("Client"), QH_UNIT_TEXT },
    { "last", N_ ("Last heard of"), QH_UNIT_DATE },
    { "days", N_ ("Days"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new ("silent", _ ("Clients Gone Silent"), QH_PICTURE_LIST);

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->silent.lines->len; i++) {
    const QhInsightLine *line = g_ptr_array_index (facts->silent.lines, i);
    QhPictureRow *row = qh_picture_add_row (picture, line->name, "client", line->id);
    qh_picture_row_set_text (row, 1, line->day);
    qh_picture_row_set_number (row, 2, (double)line->days);
  }
  qh_picture_say (picture, say_silent (&facts->silent), facts->silent.n, 0);
  return picture;
}

GPtrArray *
qh_insight_pictures (const QhInsightFacts *facts)
{
  static QhPicture *(*const draws[]) (const QhInsightFacts *) = {
    draw_minutes,
    draw_times,
    draw_scores,
    qh_insight_draw_friction_touchpoints,
    qh_insight_draw_friction_causes,
    qh_insight_draw_friction_months,
    qh_insight_draw_friction_cost,
    qh_insight_draw_pareto,
    draw_promises,
    draw_promise_reasons,
    draw_editions,
    draw_exclusives,
    draw_unserved,
    draw_contacts,
    draw_exchange,
    draw_silent,
  };
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_picture_free);

  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    g_ptr_array_add (pictures, draws[i](facts));
  return pictures;
}

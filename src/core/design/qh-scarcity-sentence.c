/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses begin in lower case, and become sentences or parts of one when they are put together. */
#include "design/qh-scarcity-sentence.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

/* Numbers up to here are words. */
#define WORDS_MOST 12

typedef struct {
  QhContent *content;
  const QhStanding *standing;
  gint64 now;
  GTimeZone *zone;
  const char *today;
} Telling;

static char *
day_label (const Telling *telling, const char *date)
{
  return qh_date_month_label (date, telling->now, telling->zone);
}

/* Two numbers of one sentence are both words, or both figures. */
static char *
number_label (gint64 n, gboolean in_words)
{
  /* Translators: numbers of copies, as in "three of twelve are left" */
  static const char *const words[WORDS_MOST] = {
    NC_ ("number of copies", "one"),    NC_ ("number of copies", "two"),
    NC_ ("number of copies", "three"),  NC_ ("number of copies", "four"),
    NC_ ("number of copies", "five"),   NC_ ("number of copies", "six"),
    NC_ ("number of copies", "seven"),  NC_ ("number of copies", "eight"),
    NC_ ("number of copies", "nine"),   NC_ ("number of copies", "ten"),
    NC_ ("number of copies", "eleven"), NC_ ("number of copies", "twelve"),
  };

  if (in_words && n >= 1 && n <= WORDS_MOST)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number of copies", words[n - 1]));
  return g_strdup_printf ("%d", (int)n);
}

/* --- How many there are */

static char *
tell_one (const QhStanding *standing)
{
  if (standing->available > 0)
    return g_strdup (_ ("there is one copy, and it is still to be had"));
  if (standing->his_reserved > 0 || standing->his_given > 0)
    return g_strdup (_ ("there is one copy"));
  return g_strdup (_ ("there was one copy, and it is gone"));
}

/* What colleagues have may be to be had from them: then we speak of ours only. */
static char *
tell_left (gint64 left, gint64 edition, gboolean away)
{
  g_autofree char *all = number_label (edition, edition <= WORDS_MOST);
  g_autofree char *rest = number_label (left, edition <= WORDS_MOST);

  if (left == 0 && away)
    /* Translators: a number of copies in all */
    return g_strdup_printf (_ ("of %s, I have none left"), all);
  if (left == 0)
    /* Translators: a number of copies in all */
    return g_strdup_printf (_ ("none of %s is left"), all);
  if (away)
    /* Translators: two numbers of copies: in all, and left */
    return g_strdup_printf (
        ngettext ("of %s, I have %s left", "of %s, I have %s left", (gulong)left), all, rest);
  /* Translators: two numbers of copies: left, and in all */
  return g_strdup_printf (ngettext ("%s of %s is left", "%s of %s are left", (gulong)left), rest,
                          all);
}

static char *
tell_supply (const Telling *telling)
{
  const QhStanding *standing = telling->standing;
  gint64 edition = telling->content->edition;

  if (edition == QH_NONE || standing->available == QH_NONE || telling->content->retired)
    return NULL;
  if (edition == 1)
    return tell_one (standing);
  return tell_left (standing->available, edition, standing->away > 0);
}

/* --- What is his */

static char *
tell_reserved (const Telling *telling)
{
  const QhStanding *standing = telling->standing;
  gboolean numbered = standing->reserved_number != QH_NONE;
  int number = (int)standing->reserved_number;
  g_autofree char *day = NULL;

  if (standing->his_reserved <= 0)
    return NULL;
  if (standing->reserved_until == NULL)
    /* Translators: to the client, of his copy; its number */
    return numbered ? g_strdup_printf (_ ("yours, copy %d, is reserved"), number)
                    : g_strdup (_ ("yours is reserved"));
  day = day_label (telling, standing->reserved_until);
  if (numbered)
    /* Translators: to the client, of his copy; its number, and a day */
    return g_strdup_printf (_ ("yours, copy %d, is reserved until %s"), number, day);
  /* Translators: to the client, of his copy; a day */
  return g_strdup_printf (_ ("yours is reserved until %s"), day);
}

static char *
tell_given (const Telling *telling)
{
  const QhStanding *standing = telling->standing;
  int number = (int)standing->given_number;
  g_autofree char *day = NULL;

  if (standing->his_given <= 0 || standing->given_on == NULL)
    return NULL;
  day = day_label (telling, standing->given_on);
  if (standing->given_number != QH_NONE)
    /* Translators: to the client; the number of a copy, and a day */
    return g_strdup_printf (_ ("you were given copy %d on %s"), number, day);
  /* Translators: to the client, of an item; a day */
  return g_strdup_printf (_ ("you were given it on %s"), day);
}

static char *
tell_waiting (const Telling *telling)
{
  int place = (int)telling->standing->waiting_place;

  if (place <= 0)
    return NULL;
  if (place == 1)
    return g_strdup (_ ("you are the first on the waiting list"));
  /* Translators: to the client; a place on the waiting list */
  return g_strdup_printf (_ ("you are number %d on the waiting list"), place);
}

/* --- When it can be had */

static char *
tell_future (const Telling *telling)
{
  g_autofree char *from = day_label (telling, telling->content->available_from);
  g_autofree char *until = day_label (telling, telling->content->available_until);

  if (telling->content->available_until == NULL)
    /* Translators: a day */
    return g_strdup_printf (_ ("it can be had from %s"), from);
  /* Translators: two days */
  return g_strdup_printf (_ ("it can be had from %s to %s"), from, until);
}

/* Not where the day has been told: it is the day his reservation ends. */
static char *
tell_window (const Telling *telling)
{
  const char *until = telling->content->available_until;
  g_autofree char *day = NULL;

  if (telling->content->retired)
    return g_strdup (_ ("it is not given any more"));
  if (g_strcmp0 (telling->content->available_from, telling->today) > 0)
    return tell_future (telling);
  if (until == NULL || g_strcmp0 (until, telling->standing->reserved_until) == 0)
    return NULL;
  day = day_label (telling, until);
  if (g_strcmp0 (until, telling->today) < 0)
    /* Translators: a day */
    return g_strdup_printf (_ ("it could be had until %s"), day);
  /* Translators: a day */
  return g_strdup_printf (_ ("it can be had until %s"), day);
}

/* --- That nobody else has it */

static char *
tell_claim (const Telling *telling)
{
  QhContent *content = telling->content;
  gboolean stale = content->recheck != NULL && g_strcmp0 (content->recheck, telling->today) < 0;
  g_autofree char *day = NULL;

  if (content->rarity != QH_RARITY_OURS_ALONE || qh_text_is_empty (content->evidence) ||
      content->checked == NULL || stale)
    return NULL;
  day = day_label (telling, content->checked);
  /* Translators: the day on which it was checked */
  return g_strdup_printf (_ ("nobody else has it, as we checked on %s"), day);
}

/* --- All of it */

static void
add_clause (GString *text, char *clause)
{
  g_autofree char *taken = clause;

  if (clause == NULL)
    return;
  if (text->len > 0)
    /* Translators: between two parts of one sentence */
    g_string_append (text, C_ ("sentence", "; "));
  g_string_append (text, taken);
}

static void
add_sentence (GString *text, char *clause)
{
  g_autofree char *taken = clause;

  if (qh_text_is_empty (taken))
    return;
  if (text->len > 0)
    /* Translators: between two sentences */
    g_string_append (text, C_ ("sentence", " "));
  g_string_append_unichar (text, g_unichar_totitle (g_utf8_get_char (taken)));
  g_string_append (text, g_utf8_next_char (taken));
  /* Translators: at the end of a sentence */
  g_string_append (text, C_ ("sentence", "."));
}

static char *
tell_copies (const Telling *telling)
{
  GString *text = g_string_new (NULL);

  add_clause (text, tell_supply (telling));
  add_clause (text, tell_reserved (telling));
  add_clause (text, tell_given (telling));
  add_clause (text, tell_waiting (telling));
  return g_string_free (text, FALSE);
}

char *
qh_scarcity_sentence (QhContent *content, const QhStanding *standing, gint64 now, GTimeZone *zone)
{
  g_autofree char *today = qh_instant_to_date (now, zone);
  Telling telling = { content, standing, now, zone, today };
  GString *text = g_string_new (NULL);

  add_sentence (text, tell_copies (&telling));
  add_sentence (text, tell_window (&telling));
  add_sentence (text, tell_claim (&telling));
  if (text->len == 0)
    add_sentence (text, g_strdup (_ ("it is not limited")));
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of the quick line, found by form alone. Every reader gets the text at the beginning of
 * a word and says how many bytes are its own, 0 for none. */
#include "exchange/qh-quick-token.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include <string.h>

#define PUNCTUATION ".,;:!?"

typedef struct {
  const char *name;
  int per_year;
} Unit;

static const Unit units[] = {
  { "day", 365 }, { "week", 52 }, { "month", 12 }, { "quarter", 4 }, { "year", 1 },
};

static const char *const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

typedef struct {
  const char *open, *close;
} Quotes;

static const Quotes quotes[] = {
  { "\"", "\"" },
  { "“", "”" },
  { "„", "“" },
  { "«", "»" },
};

gsize
qh_quick_word_length (const char *text)
{
  const char *end = text;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end - text;
}

/* As the word, but without the punctuation of the sentence around it. */
static gsize
bare_length (const char *text)
{
  gsize length = qh_quick_word_length (text);

  while (length > 1 && strchr (PUNCTUATION, text[length - 1]) != NULL)
    length--;
  return length;
}

char *
qh_quick_read_quoted (const char *text, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++) {
    const char *inside, *end;
    if (!g_str_has_prefix (text, quotes[i].open))
      continue;
    inside = text + strlen (quotes[i].open);
    end = strstr (inside, quotes[i].close);
    if (end == NULL || end == inside)
      continue;
    *length = end + strlen (quotes[i].close) - text;
    return g_strndup (inside, end - inside);
  }
  return NULL;
}

/* The digits that @text begins with, as text. */
static char *
read_digits (const char *text)
{
  return g_strndup (text, strspn (text, "0123456789"));
}

static gsize
read_quoted (const char *text, const char *today, char **value)
{
  gsize length = 0;

  *value = qh_quick_read_quoted (text, &length);
  return length;
}

/* `#word`, `>word` and `>"two words"`. */
static gsize
read_sign (const char *text, char **value)
{
  gsize length = 0;

  *value = qh_quick_read_quoted (text + 1, &length);
  if (*value == NULL) {
    length = bare_length (text + 1);
    *value = length > 0 ? g_strndup (text + 1, length) : NULL;
  }
  return *value != NULL ? length + 1 : 0;
}

static gsize
read_touchpoint (const char *text, const char *today, char **value)
{
  return *text == '#' ? read_sign (text, value) : 0;
}

static gsize
read_owner (const char *text, const char *today, char **value)
{
  return *text == '>' ? read_sign (text, value) : 0;
}

static gsize
read_severity (const char *text, const char *today, char **value)
{
  if (*text != '!' || !g_ascii_isdigit (text[1]))
    return 0;
  *value = read_digits (text + 1);
  return bare_length (text) == 1 + strlen (*value) ? bare_length (text) : 0;
}

static gsize
read_minutes (const char *text, const char *today, char **value)
{
  g_autofree char *word = g_strndup (text, bare_length (text));
  const char *unit;

  *value = read_digits (text);
  unit = word + strlen (*value);
  if (**value == '\0' || (!g_str_equal (unit, "min") && !g_str_equal (unit, "mins")))
    return 0;
  return strlen (word);
}

static gsize
read_times (const char *text, const char *today, char **value)
{
  g_autofree char *word = g_strndup (text, bare_length (text));
  g_autofree char *digits = read_digits (text);
  const char *unit = word + strlen (digits) + 1;

  if (*digits == '\0' || strlen (digits) > 9 || text[strlen (digits)] != '/')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (unit, units[i].name)) {
      gint64 times = g_ascii_strtoll (digits, NULL, 10) * units[i].per_year;
      *value = g_strdup_printf ("%" G_GINT64_FORMAT, times);
      return strlen (word);
    }
  return 0;
}

/* The weekday that @folded is called or begins like (`fri`), here or in the locale; -1: none. */
static int
find_weekday (const char *folded)
{
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);

  for (int i = 0; i < 7; i++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (monday, i);
    g_autofree char *name = g_date_time_format (day, "%A");
    g_autofree char *folded_name = qh_text_fold (name);
    if (g_str_equal (folded, folded_name))
      return i;
    if (strlen (folded) >= 3 && g_str_has_prefix (weekdays[i], folded))
      return i;
  }
  return -1;
}

/* The next @weekday from @today on, today included. */
static char *
next_weekday (const char *today, int weekday)
{
  int now = (qh_date_to_days (today) - 1) % 7;

  return qh_date_add_days (today, (weekday - now + 7) % 7);
}

static char *
read_day (const char *word, const char *today)
{
  g_autofree char *folded = qh_text_fold (word);
  int weekday = find_weekday (folded);

  if (qh_date_is_valid (word))
    return g_strdup (word);
  if (weekday >= 0)
    return next_weekday (today, weekday);
  if (g_str_equal (folded, "today"))
    return g_strdup (today);
  return g_str_equal (folded, "tomorrow") ? qh_date_add_days (today, 1) : NULL;
}

/* Whether @word has the form of a day, even if there is no such day. */
static gboolean
is_like_date (const char *word)
{
  return strspn (word, "0123456789") == 4 && word[4] == '-' &&
         strspn (word, "0123456789-") == strlen (word);
}

static gsize
read_due (const char *text, const char *today, char **value)
{
  g_autofree char *word = NULL;
  const char *day;

  if (g_ascii_strncasecmp (text, "by", 2) != 0 || qh_quick_word_length (text) != 2)
    return 0;
  for (day = text + 2; g_unichar_isspace (g_utf8_get_char (day)); day = g_utf8_next_char (day))
    ;
  word = g_strndup (day, bare_length (day));
  *value = read_day (word, today);
  if (*value == NULL && is_like_date (word))
    *value = g_strdup (word);
  return *value != NULL ? day - text + strlen (word) : 0;
}

static gsize
read_rings (const char *text, const char *today, char **value)
{
  const gsize prefix = strlen ("rings:");

  if (!g_str_has_prefix (text, "rings:") || bare_length (text) <= prefix)
    return 0;
  *value = g_strndup (text + prefix, bare_length (text) - prefix);
  return bare_length (text);
}

static gsize
read_solved (const char *text, const char *today, char **value)
{
  g_autofree char *word = g_strndup (text, bare_length (text));

  if (!g_str_equal (word, "solved") && !g_str_equal (word, "unsolved"))
    return 0;
  *value = g_strdup (g_str_equal (word, "solved") ? "yes" : "no");
  return strlen (word);
}

static gsize
read_client (const char *text, const char *today, char **value)
{
  return *text == '@' && text[1] != '\0' && !g_ascii_isspace (text[1]) ? 1 : 0;
}

static const struct {
  QhQuickKind kind;
  gsize (*read) (const char *text, const char *today, char **value);
} readers[] = {
  { QH_QUICK_CLIENT, read_client },     { QH_QUICK_TOUCHPOINT, read_touchpoint },
  { QH_QUICK_SEVERITY, read_severity }, { QH_QUICK_MINUTES, read_minutes },
  { QH_QUICK_TIMES, read_times },       { QH_QUICK_WORDS, read_quoted },
  { QH_QUICK_OWNER, read_owner },       { QH_QUICK_DUE, read_due },
  { QH_QUICK_RINGS, read_rings },       { QH_QUICK_SOLVED, read_solved },
};

gboolean
qh_quick_find (const char *line, gsize start, const char *today, QhQuickFound *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
    g_autofree char *value = NULL;
    gsize length = readers[i].read (line + start, today, &value);
    if (length == 0)
      continue;
    found->kind = readers[i].kind;
    found->start = start;
    found->end = start + length;
    found->name = start + 1;
    found->value = g_steal_pointer (&value);
    return TRUE;
  }
  return FALSE;
}

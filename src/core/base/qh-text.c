/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-text.h"
#include <locale.h>
#include <string.h>

char *
qh_text_trim (const char *text)
{
  const char *end;

  if (text == NULL)
    return NULL;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text) {
    const char *last = g_utf8_prev_char (end);
    if (!g_unichar_isspace (g_utf8_get_char (last)))
      break;
    end = last;
  }
  return end > text ? g_strndup (text, end - text) : NULL;
}

/* Most text is ASCII: the same result, many times faster. @text, trimmed, becomes it. */
static char *
fold_ascii (char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++) {
    if (!g_ascii_isspace (*c))
      *to++ = g_ascii_tolower (*c);
    else if (to > text && to[-1] != ' ')
      *to++ = ' ';
  }
  *to = '\0';
  return text;
}

char *
qh_text_fold (const char *text)
{
  g_autofree char *trimmed = qh_text_trim (text);
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *out;
  gboolean space = FALSE;

  if (trimmed == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (trimmed))
    return fold_ascii (g_steal_pointer (&trimmed));
  normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (normal, -1);
  out = g_string_sized_new (strlen (folded));
  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (g_unichar_isspace (character)) {
      space = TRUE;
      continue;
    }
    if (space && out->len > 0)
      g_string_append_c (out, ' ');
    space = FALSE;
    g_string_append_unichar (out, character);
  }
  return g_string_free (out, FALSE);
}

gboolean
qh_text_is_empty (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_word_at (const char *text)
{
  gunichar character = g_utf8_get_char (text);
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

gssize
qh_text_find_phrase (const char *text, const char *phrase, gboolean at_start)
{
  gsize length = strlen (phrase);
  const char *hit = text;

  if (length == 0)
    return -1;
  while ((hit = strstr (hit, phrase)) != NULL) {
    gboolean begins = hit == text || !is_word_at (g_utf8_prev_char (hit));
    gboolean ends = hit[length] == '\0' || !is_word_at (hit + length);
    if (at_start && hit != text)
      return -1;
    if (begins && ends)
      return hit - text;
    hit = g_utf8_next_char (hit);
  }
  return -1;
}

/* Whether nothing of @text has to be changed to stand on a line of @chars. */
static gboolean
is_short_line (const char *text, guint chars)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (n++ == chars || g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

char *
qh_text_shorten (const char *text, guint chars)
{
  GString *out;
  guint n = 0;

  if (text != NULL && is_short_line (text, chars))
    return g_strdup (text);
  out = g_string_new (NULL);

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (n++ == chars) {
      g_string_append (out, "…");
      break;
    }
    g_string_append_unichar (out, g_unichar_iscntrl (character) ? ' ' : character);
  }
  return g_string_free (out, FALSE);
}

/* Digits of @amount in groups, as the locale groups them. */
static char *
group_digits (guint64 amount)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, amount);
  const char *separator = localeconv ()->thousands_sep;
  gsize length = strlen (digits);
  GString *out = g_string_new (NULL);

  if (separator == NULL || *separator == '\0')
    separator = " "; /* narrow no-break space, ISO 80000 */
  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append (out, separator);
    g_string_append_c (out, digits[i]);
  }
  return g_string_free (out, FALSE);
}

char *
qh_count_label (gint64 count)
{
  g_autofree char *digits = group_digits (count < 0 ? -(guint64)count : (guint64)count);

  return g_strconcat (count < 0 ? "−" : "", digits, NULL);
}

char *
qh_money_label (gint64 minor_units, const char *currency)
{
  static const struct {
    const char *code, *symbol;
  } symbols[] = { { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" } };
  guint64 size = minor_units < 0 ? -(guint64)minor_units : (guint64)minor_units;
  int decimals = g_strcmp0 (currency, "JPY") == 0 ? 0 : 2;
  guint64 unit = decimals == 0 ? 1 : 100;
  const char *sign = minor_units < 0 ? "−" : "";
  g_autofree char *amount = NULL;

  if (size >= 100 * unit || size % unit == 0)
    amount = group_digits ((size + unit / 2) / unit);
  else
    amount = g_strdup_printf ("%d%s%02d", (int)(size / unit), localeconv ()->decimal_point,
                              (int)(size % unit));
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_strcmp0 (currency, symbols[i].code) == 0)
      return g_strconcat (sign, symbols[i].symbol, amount, NULL);
  return g_strconcat (sign, amount, " ", currency != NULL ? currency : "", NULL);
}

gboolean
qh_text_is_email (const char *text)
{
  const char *at = strchr (text, '@');

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || strlen (text) > 254)
    return FALSE;
  if (at[1] == '\0' || at[1] == '.' || g_str_has_suffix (at, "."))
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (g_unichar_isspace (character) || g_unichar_iscntrl (character) || strchr ("<>,;", *c))
      return FALSE;
  }
  return TRUE;
}

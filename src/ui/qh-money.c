/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-money.h"
#include "base/qh-time.h"
#include <string.h>

/* The most that a JSON reader holds exactly. */
#define MONEY_MAX (G_GINT64_CONSTANT (1) << 53)

static int
count_decimals (const char *currency)
{
  return g_strcmp0 (currency, "JPY") == 0 ? 0 : 2;
}

/* Where the decimals of @text begin: behind a last point or comma with one or two digits after it;
 * its end when there are none. */
static const char *
find_decimals (const char *text)
{
  gsize length = strlen (text);

  for (gsize digits = 1; digits <= 2 && digits < length; digits++) {
    char mark = text[length - digits - 1];
    if (mark == '.' || mark == ',')
      return text + length - digits;
    if (!g_ascii_isdigit (mark))
      break;
  }
  return text + length;
}

static gboolean
is_ignored (gunichar c)
{
  return g_unichar_isspace (c) || c == '.' || c == ',' || c == '\'' || c == 0x2019 ||
         g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

gboolean
qh_money_parse (const char *text, const char *currency, gint64 *minor_units)
{
  g_return_val_if_fail (text, FALSE);
  g_return_val_if_fail (minor_units, FALSE);

  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *decimals = find_decimals (trimmed);
  int places = count_decimals (currency);
  int digits = 0, taken = 0;
  gint64 sum = 0;

  for (const char *p = trimmed; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_ascii_isdigit (c) && !is_ignored (c))
      return FALSE;
    if (!g_ascii_isdigit (c) || (p >= decimals && ++taken > places))
      continue;
    sum = sum * 10 + (c - '0');
    digits++;
    if (sum > MONEY_MAX)
      return FALSE;
  }
  for (; taken < places; taken++)
    sum *= 10;
  if (digits == 0 || sum > MONEY_MAX)
    return FALSE;
  *minor_units = sum;
  return TRUE;
}

char *
qh_money_to_entry (gint64 minor_units, const char *currency)
{
  int places = count_decimals (currency);

  if (minor_units == QH_NONE)
    return g_strdup ("");
  if (places == 0 || minor_units % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, places == 0 ? minor_units : minor_units / 100);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", minor_units / 100, (int)(minor_units % 100));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-decode.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* What Windows-1252 has in the place of the control characters from 0x80 on. */
static const gunichar windows[] = {
  0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

char *
qh_decode_windows (const char *bytes, gsize size, gsize *length)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++) {
    guchar byte = (guchar)bytes[i];
    if (byte < 0x80)
      g_string_append_c (text, (char)byte);
    else
      g_string_append_unichar (text, byte < 0xa0 ? windows[byte - 0x80] : byte);
  }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* UTF-16 without a mark: of plain words every other byte is zero. */
static const char *
guess_utf16 (const char *bytes, gsize size)
{
  gsize even = 0, odd = 0;

  for (gsize i = 0; i + 1 < MIN (size, 512); i += 2) {
    even += bytes[i] == '\0';
    odd += bytes[i + 1] == '\0';
  }
  if (odd > MIN (size, 512) / 8 && even == 0)
    return "UTF-16LE";
  return even > MIN (size, 512) / 8 && odd == 0 ? "UTF-16BE" : NULL;
}

static char *
from_utf16 (const char *bytes, gsize size, const char *charset, gsize *length, GError **error)
{
  char *text = g_convert (bytes, (gssize)(size & ~(gsize)1), "UTF-8", charset, NULL, length, NULL);

  if (text == NULL)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("its text is damaged: it is not UTF-16 throughout"));
  return text;
}

char *
qh_decode_text (const char *bytes, gsize size, gsize *length, const char **encoding, GError **error)
{
  const char *utf16;

  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    size -= 3;
  }
  *encoding = "UTF-16";
  if (size >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return from_utf16 (bytes + 2, size - 2, "UTF-16LE", length, error);
  if (size >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return from_utf16 (bytes + 2, size - 2, "UTF-16BE", length, error);
  utf16 = guess_utf16 (bytes, size);
  if (utf16 != NULL)
    return from_utf16 (bytes, size, utf16, length, error);
  *length = size;
  *encoding = "UTF-8";
  if (g_utf8_validate_len (bytes, size, NULL))
    return g_strndup (bytes, size);
  *encoding = "Windows-1252";
  return qh_decode_windows (bytes, size, length);
}

static char *
from_utf8 (const char *bytes, gsize size, gsize *length, GError **error)
{
  gsize mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (!g_utf8_validate_len (bytes, size, NULL)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("its text is damaged: it is not UTF-8 throughout"));
    return NULL;
  }
  *length = size - mark;
  return g_strndup (bytes + mark, *length);
}

char *
qh_decode_text_as (const char *bytes, gsize size, const char *encoding, gsize *length,
                   GError **error)
{
  const char *utf16;

  if (g_str_equal (encoding, "UTF-8"))
    return from_utf8 (bytes, size, length, error);
  if (!g_str_equal (encoding, "UTF-16"))
    return qh_decode_windows (bytes, size, length);
  if (size >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return from_utf16 (bytes + 2, size - 2, "UTF-16LE", length, error);
  if (size >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return from_utf16 (bytes + 2, size - 2, "UTF-16BE", length, error);
  utf16 = guess_utf16 (bytes, size);
  return from_utf16 (bytes, size, utf16 != NULL ? utf16 : "UTF-16LE", length, error);
}

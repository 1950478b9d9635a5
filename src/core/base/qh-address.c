/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-address.h"
#include "base/qh-error.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_MAX_CHARS 200
/* Without I, L, O and U, which are misread. */
#define DIGITS "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define N_DIGITS 8
#define CODE_LENGTH (N_DIGITS + 1) /* with the hyphen in the middle */

/* A single wrong character always changes the sum, as the weights are odd; two neighbours exchanged
 * change it unless they are sixteen apart. */
static char
check_digit (const char *digits)
{
  static const int weights[N_DIGITS - 1] = { 1, 3, 5, 7, 9, 11, 13 };
  int sum = 0;

  for (int i = 0; i < N_DIGITS - 1; i++)
    sum += weights[i] * (int)(strchr (DIGITS, digits[i]) - DIGITS);
  return DIGITS[sum % 32];
}

static char *
group (const char *digits)
{
  return g_strdup_printf ("%.4s-%.4s", digits, digits + 4);
}

char *
qh_address_code (const char *device_id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char digits[N_DIGITS + 1] = { 0 };
  guint8 hash[32];
  gsize size = sizeof hash;

  g_checksum_update (checksum, (const guchar *)device_id, -1);
  g_checksum_get_digest (checksum, hash, &size);
  for (int i = 0; i < N_DIGITS - 1; i++)
    digits[i] = DIGITS[hash[i] % 32];
  digits[N_DIGITS - 1] = check_digit (digits);
  return group (digits);
}

gboolean
qh_address_is_code (const char *text)
{
  char digits[N_DIGITS + 1] = { 0 };

  if (text == NULL || strlen (text) != CODE_LENGTH || text[4] != '-')
    return FALSE;
  memcpy (digits, text, 4);
  memcpy (digits + 4, text + 5, 4);
  return strspn (digits, DIGITS) == N_DIGITS && digits[N_DIGITS - 1] == check_digit (digits);
}

/* As it is said or typed: in any case, with or without its hyphen, and with letters that look like
 * digits. NULL when it is no code. */
static char *
read_code (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++) {
    char digit = g_ascii_toupper (*c);
    if (digit == '-' || digit == ' ')
      continue;
    g_string_append_c (digits, digit == 'O' ? '0' : digit == 'I' || digit == 'L' ? '1' : digit);
  }
  if (digits->len != N_DIGITS)
    return NULL;
  g_autofree char *code = group (digits->str);
  return qh_address_is_code (code) ? g_steal_pointer (&code) : NULL;
}

QhAddress *
qh_address_new (const char *name, const char *code)
{
  QhAddress *address = g_new0 (QhAddress, 1);

  address->name = g_strdup (name);
  address->code = g_strdup (code);
  return address;
}

QhAddress *
qh_address_copy (const QhAddress *address)
{
  return qh_address_new (address->name, address->code);
}

void
qh_address_free (QhAddress *address)
{
  g_free (address->name);
  g_free (address->code);
  g_free (address);
}

char *
qh_address_format (const QhAddress *address)
{
  return address->code != NULL ? g_strdup_printf ("%s <%s>", address->name, address->code)
                               : g_strdup (address->name);
}

static QhAddress *
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, message);
  return NULL;
}

QhAddress *
qh_address_parse (const char *text, GError **error)
{
  g_autoptr (QhAddress) address = g_new0 (QhAddress, 1);
  g_autofree char *trimmed = qh_text_trim (text);
  char *open = trimmed != NULL ? strrchr (trimmed, '<') : NULL;

  if (trimmed != NULL && open != NULL && g_str_has_suffix (trimmed, ">")) {
    g_autofree char *code = g_strndup (open + 1, strlen (open) - 2);
    address->code = read_code (code);
    if (address->code == NULL)
      return refuse (error, _ ("the code is not right; it has eight characters, like K7QF-2M97, "
                               "and stands in the other store's Preferences"));
    *open = '\0';
  }
  address->name = qh_text_trim (trimmed);
  if (address->name == NULL)
    return refuse (error, _ ("expected a name, like Lena Moor or Lena Moor <K7QF-2M97>"));
  if (!g_utf8_validate (address->name, -1, NULL) ||
      g_utf8_strlen (address->name, -1) > NAME_MAX_CHARS)
    return refuse (error, _ ("the name is longer than 200 characters"));
  return g_steal_pointer (&address);
}

gboolean
qh_address_same_name (const QhAddress *a, const QhAddress *b)
{
  g_autofree char *left = qh_text_fold (a->name);
  g_autofree char *right = qh_text_fold (b->name);

  return g_str_equal (left, right);
}

gboolean
qh_address_same_store (const QhAddress *a, const QhAddress *b)
{
  return a->code != NULL && g_strcmp0 (a->code, b->code) == 0;
}

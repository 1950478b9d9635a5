/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-id.h"
#include <string.h>
#include <sys/random.h>

/* The 12 bits behind the time count up within one millisecond, so that ids made one after the other
 * sort so (RFC 9562, 6.2, method 1). */
#define COUNTER_MASK 0xfff

static void
next_time_and_counter (gint64 now, guint64 *milliseconds, guint *counter)
{
  static GMutex lock;
  static guint64 last;
  static guint count;
  guint64 present = now > 0 ? now / 1000 : 0;

  g_mutex_lock (&lock);
  if (present > last || last - present > 1000) {
    last = present;
    count = 0;
  } else if (++count > COUNTER_MASK) {
    last++;
    count = 0;
  }
  *milliseconds = last;
  *counter = count;
  g_mutex_unlock (&lock);
}

static char *
write_id (const guint8 bytes[16])
{
  static const char digits[] = "0123456789abcdef";
  char *id = g_malloc (37), *to = id;

  for (int i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10)
      *to++ = '-';
    *to++ = digits[bytes[i] >> 4];
    *to++ = digits[bytes[i] & 0xf];
  }
  *to = '\0';
  return id;
}

char *
qh_id_new (gint64 now)
{
  guint8 b[16];
  guint64 ms;
  guint counter;

  next_time_and_counter (now, &ms, &counter);
  if (getrandom (b + 8, 8, 0) != 8) {
    guint32 words[2] = { g_random_int (), g_random_int () };
    memcpy (b + 8, words, 8);
  }
  for (int i = 0; i < 6; i++)
    b[i] = ms >> (8 * (5 - i));
  b[6] = 0x70 | (counter >> 8);
  b[7] = counter;
  b[8] = 0x80 | (b[8] & 0x3f);
  return write_id (b);
}

gboolean
qh_id_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != 36)
    return FALSE;
  for (int i = 0; i < 36; i++) {
    gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !(g_ascii_isdigit (text[i]) || (text[i] >= 'a' && text[i] <= 'f')))
      return FALSE;
  }
  return TRUE;
}

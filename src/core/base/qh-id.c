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
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
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

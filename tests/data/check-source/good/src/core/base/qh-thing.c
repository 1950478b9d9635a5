/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-thing.h"

/* How it is read: first the words,
 * then the figures (the day, the hour);
 * "if" it fails, nothing has changed. */
static void
set_system (const char *text)
{
  g_debug ("system (%s) TO" "DO", text);
}

/* Four deep is the last that is right. */
void
qh_thing_do (void)
{
  for (int i = 0; i < 2; i++) {
    switch (i) {
    case 1:
      if (i > 0) {
        while (i)
          set_system (i ? "a; b" : "{");
      } else if (i < 0) {
        set_system ("c");
      }
      break;
    default:
      break;
    }
  }
}

/* A table may be as long as it needs. */
void
qh_thing_list (void)
{
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
  set_system ("one more");
}

/* So may one inside a function. */
void
qh_thing_say (void)
{
  static const struct {
    const char *name;
  } table[] = {
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
    { "one more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    set_system (table[i].name);
}

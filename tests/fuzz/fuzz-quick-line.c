/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a quick line. Under libFuzzer when configured with -Dfuzz=true; test-fuzz.c walks
 * the same target in every run. */
#include "fuzz.h"
#include "quick-line-law.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static QhStore *store;
  g_autofree char *bytes = g_strndup (size > 0 ? (const char *)data : "", size);
  g_autofree char *line = g_utf8_make_valid (bytes, -1);

  if (store == NULL)
    store = quick_line_store_new ();
  quick_line_check (store, line);
  return 0;
}

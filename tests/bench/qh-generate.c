/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qh-generate FILE [SCALE|--ledger [NOW]]: makes a store of any size for looking at the app under
 * load. SCALE 1 is the full size, --ledger the store with a large ledger; NOW is the moment its
 * past ends at (ISO 8601). */
#include "base/qh-time.h"
#include "generate.h"
#include <stdio.h>

int
main (int argc, char **argv)
{
  gboolean ledger = argc > 2 && g_str_equal (argv[2], "--ledger");
  double scale = argc > 2 && !ledger ? g_ascii_strtod (argv[2], NULL) : 1;
  gint64 now = GENERATE_NOW;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  if (argc < 2 || argc > 4 || scale <= 0 || scale > 10 ||
      (argc > 3 && !qh_instant_parse (argv[3], NULL, &now))) {
    fprintf (stderr, "usage: qh-generate FILE [SCALE|--ledger [NOW]]\n");
    return 2;
  }
  if (ledger ? !generate_ledger_store (argv[1], now, &error)
             : !generate_store (argv[1], scale, now, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 3;
  }
  printf ("%s: %.1f s\n", argv[1], (g_get_monotonic_time () - start) / 1e6);
  return 0;
}

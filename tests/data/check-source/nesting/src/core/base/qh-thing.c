/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  for (i = 0; i < 2; i++)
    if (a)
      while (b) {
        if (c) {
          if (d)
            stop ();
        }
      }
}

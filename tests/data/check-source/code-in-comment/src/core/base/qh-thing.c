/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  /* if (ready)
   *   start (now); */
#if 0
  stop ();
#endif
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
void
qh_thing_do (void)
{
  goto out;
out:
  return;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-dates.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
qh_dates_check (const char *name, const char *earlier, const char *later, GError **error)
{
  if (earlier == NULL || later == NULL || strcmp (later, earlier) >= 0)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: expected %s or later, got %s"), name,
               earlier, later);
  return FALSE;
}

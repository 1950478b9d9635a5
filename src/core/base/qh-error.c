/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-error.h"
#include <gio/gio.h>

G_DEFINE_QUARK (qh - error - quark, qh_error)

int
qh_error_exit_status (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return 3;
  if (error->domain != QH_ERROR)
    return 2;
  switch ((QhError)error->code) {
  case QH_ERROR_REFUSED:
    return 1;
  case QH_ERROR_INVALID:
  case QH_ERROR_NOT_FOUND:
  case QH_ERROR_CANCELLED:
    return 2;
  case QH_ERROR_NEWER:
  case QH_ERROR_DAMAGED:
  case QH_ERROR_READ_ONLY:
  case QH_ERROR_FULL:
  case QH_ERROR_STORE:
    return 3;
  }
  return 3;
}

gboolean
qh_error_pass_on (GError **failure, GError **error)
{
  if (*failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

gboolean
qh_error_fail (GError **error, QhError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, QH_ERROR, code, message);
  return FALSE;
}

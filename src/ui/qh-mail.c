/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-mail.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>

#define PROGRAM "xdg-email"

static void
fail (GTask *task)
{
  g_task_return_new_error (task, QH_ERROR, QH_ERROR_NOT_FOUND, "%s",
                           _ ("No mail program takes the letter"));
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL))
    g_task_return_boolean (task, TRUE);
  else
    fail (task);
}

void
qh_mail_compose (const char *subject, const char *text, const char *path,
                 GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (subject && text && path);

  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, PROGRAM,
      "--utf8", "--subject", subject, "--body", text, "--attach", path, NULL);

  if (process)
    g_subprocess_wait_check_async (process, NULL, on_ended, g_steal_pointer (&task));
  else
    fail (task);
}

gboolean
qh_mail_compose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

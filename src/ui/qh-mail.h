/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hands a letter to the desktop's mail program, by xdg-email, which goes through the portal where
 * the app is kept apart: it opens there with the file at @path attached, and the person sends it.
 * QH_ERROR_NOT_FOUND where nothing takes letters. */
void qh_mail_compose (const char *subject, const char *text, const char *path,
                      GAsyncReadyCallback callback, gpointer data);
gboolean qh_mail_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS

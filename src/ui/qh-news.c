/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-news.h"
#include "dialogs/qh-message-dialog.h"
#include "qh-window.h"
#include <glib/gi18n-lib.h>

/* So many sentences are read at once. */
#define NEWS_MAX 8

static char *
join (GPtrArray *news)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (news->len, NEWS_MAX); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", (char *)news->pdata[i]);
  if (news->len > NEWS_MAX) {
    g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", news->len - NEWS_MAX),
                                             news->len - NEWS_MAX);
    g_string_append_printf (text, "\n\n%s", more);
  }
  return g_string_free (text, FALSE);
}

void
qh_news_tell (GtkWidget *widget, GPtrArray *news)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (news);

  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *text = join (news);

  if (news->len > 0 && QH_IS_WINDOW (root))
    qh_window_toast_button (QH_WINDOW (root), _ ("What came brings news"), _ ("_Read"),
                            "win.read-news", g_variant_new_string (text));
}

static void
read_news (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhMessageDialog dialog = { _ ("What Came Brings News"),
                                   g_variant_get_string (parameter, NULL), NULL, FALSE };

  qh_message_dialog_ask (widget, &dialog, NULL, NULL);
}

void
qh_news_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.read-news", "s", read_news);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "persons/qh-person-actions.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-file.h"
#include "exchange/qh-person-data.h"
#include "persons/qh-erase-dialog.h"
#include "persons/qh-merge-dialog.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

typedef struct {
  QhStore *store;
  QhContact *contact;
} HandingOver;

static void
handing_over_free (HandingOver *handing)
{
  g_object_unref (handing->store);
  g_object_unref (handing->contact);
  g_free (handing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandingOver, handing_over_free)

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
qh_person_merge (GtkWidget *widget, QhStore *store, QhRecord *record)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  GtkWindow *window = get_window (widget);

  qh_report_flush (widget);
  if (window)
    gtk_window_present (qh_merge_dialog_new (window, store, record));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandingOver) handing = user_data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  if (!file)
    return;
  path = qh_path_with_extension (g_file_peek_path (file), "json");
  bytes = qh_person_data_write (handing->store, handing->contact, &error);
  if (bytes && qh_file_write (path, bytes, &error))
    qh_report (GTK_WIDGET (source), _ ("Written; give him the file"), FALSE);
  else
    qh_report_error (GTK_WIDGET (source), error);
}

void
qh_person_hand_over (GtkWidget *widget, QhStore *store, QhContact *contact)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  const QhFileDialog dialog = { _ ("Hand Over What Is Known"), _ ("_Save"), _ ("JSON files"),
                                "*.json" };
  GtkWindow *window = get_window (widget);
  HandingOver *handing = g_new (HandingOver, 1);

  qh_report_flush (widget);
  *handing = (HandingOver){ g_object_ref (store), g_object_ref (contact) };
  qh_file_dialog_save (window ? GTK_WIDGET (window) : widget, &dialog, _ ("person.json"),
                       on_file_chosen, handing);
}

void
qh_person_erase (GtkWidget *widget, QhStore *store, QhContact *contact)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  GtkWindow *window = get_window (widget);

  qh_report_flush (widget);
  if (window)
    gtk_window_present (qh_erase_dialog_new (window, store, contact));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-file-import.h"
#include "dialogs/qh-message-dialog.h"
#include "exchange/qh-import.h"
#include "qh-news.h"
#include "qh-report.h"
#include "qh-transfer-import.h"
#include <glib/gi18n-lib.h>

/* Why nothing of the file came in; NULL: something did, or all of it is here already. */
static const char *
get_reason (const QhImportReport *report)
{
  if (report->skipped->len == 0 || report->added + report->changed > 0)
    return NULL;
  return ((QhSkipped *)report->skipped->pdata[0])->reason;
}

/* "1 plan received", "Nothing new: …" */
static char *
describe (const QhImportReport *report, gboolean is_review)
{
  guint n = report->added + report->changed;

  if (get_reason (report))
    return g_strdup_printf (_ ("Not imported: %s"), get_reason (report));
  if (n == 0)
    return g_strdup (_ ("Nothing new: it was imported before"));
  if (is_review)
    return g_strdup (_ ("Review received"));
  return g_strdup_printf (ngettext ("%u plan received", "%u plans received", n), n);
}

/* What came in alone, or is here already, is opened: a plan where it is reviewed, a review at its
 * meeting. */
static void
open_imported (GtkWidget *widget, QhStore *store, const QhImportReport *report)
{
  const char *id = report->ids->len > 0 ? g_ptr_array_index (report->ids, 0) : report->known;
  g_autoptr (QhRecord) record = id ? qh_store_find (store, id, NULL) : NULL;

  if (!record || report->added + report->changed + report->same > 1)
    return;
  if (QH_IS_RECEIVED_PLAN (record))
    gtk_widget_activate_action (widget, "win.open-received", "s", id);
  else if (QH_IS_REVIEW (record))
    gtk_widget_activate_action (widget, "win.open-meeting", "s", QH_REVIEW (record)->meeting);
}

/* Somebody took the trouble: why his review does not fit any plan here is told in full. */
static void
tell_misfit (GtkWidget *widget, const QhImportReport *report)
{
  const QhMessageDialog dialog = { _ ("The Review Fits No Plan Here"), get_reason (report), NULL,
                                   FALSE };

  qh_message_dialog_ask (widget, &dialog, NULL, NULL);
}

/* What is asked about on a page of its own, before anything comes in. */
static gboolean
is_from_elsewhere (const char *path)
{
  return qh_import_wants_backup (path) && !g_file_test (path, G_FILE_TEST_IS_DIR);
}

void
qh_file_import (GtkWidget *widget, QhStore *store, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = NULL;
  g_autofree char *text = NULL;
  gboolean is_review;

  if (!g_file_peek_path (file)) {
    qh_report (widget, _ ("Only files on this computer can be imported"), FALSE);
    return;
  }
  if (g_str_has_suffix (g_file_peek_path (file), ".qhtransfer")) {
    qh_transfer_import_ask (widget, store, g_file_peek_path (file));
    return;
  }
  if (is_from_elsewhere (g_file_peek_path (file))) {
    gtk_widget_activate_action (widget, "win.open-import", "s", g_file_peek_path (file));
    return;
  }
  report = qh_import_file (store, g_file_peek_path (file), FALSE, &error);
  if (!report) {
    qh_report_error (widget, error);
    return;
  }
  is_review = g_str_has_suffix (g_file_peek_path (file), ".qhreview");
  if (is_review && get_reason (report)) {
    tell_misfit (widget, report);
    return;
  }
  text = describe (report, is_review);
  qh_report (widget, text, report->added + report->changed > 0);
  open_imported (widget, store, report);
  qh_news_tell (widget, report->news);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-transfer-import.h"
#include "dialogs/qh-file-dialog.h"
#include "dialogs/qh-message-dialog.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-transfer-file.h"
#include "qh-report.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is being asked about. */
typedef struct {
  QhStore *store;
  char *path;
  QhTransferFile *file;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->store);
  g_free (asking->path);
  qh_transfer_file_free (asking->file);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void go_on (GtkWidget *widget, Asking *asking);

/* The reason, without the file's name in front of it. */
static void
refuse (GtkWidget *widget, const char *path, const GError *error)
{
  g_autofree char *prefix = g_strconcat (path, ": ", NULL);
  gboolean named = g_str_has_prefix (error->message, prefix);
  const QhMessageDialog dialog = { _ ("Not Received"),
                                   error->message + (named ? strlen (prefix) : 0), NULL, FALSE };

  qh_message_dialog_ask (widget, &dialog, NULL, NULL);
}

static QhTransferFile *
read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = qh_file_read (path, QH_JSON_MAX_BYTES, error);

  return bytes != NULL ? qh_transfer_file_read (bytes, error) : NULL;
}

/* Imports the file and says what came of it. */
static gboolean
import (GtkWidget *widget, Asking *asking)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_import_file (asking->store, asking->path, FALSE, &error);
  guint n = asking->file->numbers->len;

  if (report == NULL) {
    refuse (widget, asking->path, error);
    return FALSE;
  }
  if (asking->file->purpose == QH_PURPOSE_GIVE) {
    g_autofree char *text =
        g_strdup_printf (ngettext ("%u copy received", "%u copies received", n), n);
    qh_report (widget, text, TRUE);
  } else if (asking->file->purpose == QH_PURPOSE_ANSWER) {
    qh_report (widget,
               asking->file->received ? _ ("The copies were received; they stay away")
                                      : _ ("The copies are back"),
               FALSE);
  }
  return TRUE;
}

/* --- Answering a recall */

static void
on_answer_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || !import (GTK_WIDGET (source), asking))
    return;
  bytes = qh_transfer_answer (asking->store, asking->file->id, &error);
  if (bytes == NULL || !qh_file_write (g_file_peek_path (file), bytes, &error))
    qh_report_error (GTK_WIDGET (source), error);
  else
    qh_report (GTK_WIDGET (source), _ ("Answer written; send it to who asked"), FALSE);
}

static void
choose_answer (GtkWidget *widget, Asking *asking)
{
  const QhFileDialog dialog = { _ ("Save the Answer"), _ ("_Save"), _ ("Transfer files"),
                                "*.qhtransfer" };

  /* Translators: the name of a file */
  qh_file_dialog_save (widget, &dialog, _ ("Answer.qhtransfer"), on_answer_chosen, asking);
}

/* --- Asking */

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  GtkWidget *widget = GTK_WIDGET (source);

  if (!qh_message_dialog_finish (result))
    return;
  if (asking->file->purpose == QH_PURPOSE_RECALL)
    choose_answer (widget, g_steal_pointer (&asking));
  else
    import (widget, asking);
}

static void
ask (GtkWidget *widget, Asking *asking, const QhImportReport *report)
{
  gboolean recall = asking->file->purpose == QH_PURPOSE_RECALL;
  g_autofree char *what = qh_transfer_file_describe (asking->file);
  g_autofree char *body =
      report->next != NULL ? g_strdup_printf ("%s\n\n%s", what, report->next) : g_strdup (what);
  const QhMessageDialog dialog = { recall ? _ ("Copies Called Back") : _ ("Receive Copies?"), body,
                                   recall ? _ ("_Answer…") : _ ("_Receive"), FALSE };

  qh_message_dialog_ask (widget, &dialog, on_confirmed, asking);
}

static void
on_name_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;

  if (!qh_message_dialog_finish (result))
    return;
  if (qh_settings_set_user_name (asking->store, asking->file->to->name, &error))
    go_on (GTK_WIDGET (source), g_steal_pointer (&asking));
  else
    qh_report_error (GTK_WIDGET (source), error);
}

/* A store that does not say yet whose it is. */
static void
ask_name (GtkWidget *widget, Asking *asking)
{
  g_autofree char *body =
      g_strdup_printf (_ ("The file is addressed to %s. Your name is not set yet; it tells your "
                          "copies from everybody else’s."),
                       asking->file->to->name);
  const QhMessageDialog dialog = { _ ("Is This You?"), body, _ ("This Is _Me"), FALSE };

  qh_message_dialog_ask (widget, &dialog, on_name_confirmed, asking);
}

/* Tries first what it would do. */
static void
go_on (GtkWidget *widget, Asking *asking)
{
  g_autoptr (Asking) owned = asking;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_import_file (asking->store, asking->path, TRUE, &error);

  if (report == NULL)
    refuse (widget, asking->path, error);
  else if (asking->file->purpose == QH_PURPOSE_ANSWER && report->same == 0)
    import (widget, asking);
  else if (report->same > 0 && report->answer == NULL)
    qh_report (widget, _ ("Nothing new: it was imported before"), FALSE);
  else
    ask (widget, g_steal_pointer (&owned), report);
}

void
qh_transfer_import_ask (GtkWidget *widget, QhStore *store, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_STORE (store));

  g_autoptr (GError) error = NULL;
  QhTransferFile *file = read_file (path, &error);
  g_autofree char *name = qh_store_get_setting (store, QH_SETTING_USER_NAME);
  Asking *asking;

  if (file == NULL) {
    refuse (widget, path, error);
    return;
  }
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (store), g_strdup (path), file };
  if (name == NULL && file->purpose != QH_PURPOSE_ANSWER)
    ask_name (widget, asking);
  else
    go_on (widget, asking);
}

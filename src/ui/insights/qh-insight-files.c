/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insight-files.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-file.h"
#include "exchange/qh-picture-export.h"
#include "paper/qh-picture-files.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Pixels per point of a picture for the screen of today. */
#define SCALE 2

/* Bytes that wait for the name of their file. */
typedef struct {
  GtkWidget *widget;
  GBytes *bytes;
  char *extension;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->widget);
  g_bytes_unref (waiting->bytes);
  g_free (waiting->extension);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!chosen)
    return;
  path = qh_path_with_extension (chosen, waiting->extension);
  if (!qh_file_write (path, waiting->bytes, &error)) {
    qh_report_error (waiting->widget, error);
    return;
  }
  qh_report_saved (waiting->widget, path);
}

void
qh_insight_save_bytes (GtkWidget *widget, GBytes *bytes, const char *name, const char *extension,
                       const char *kind)
{
  g_autofree char *pattern = g_strconcat ("*.", extension, NULL);
  g_autofree char *file_name = g_strconcat (name, ".", extension, NULL);
  QhFileDialog dialog = { _ ("Save"), _ ("_Save"), kind, pattern };
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting){ g_object_ref (widget), bytes, g_strdup (extension) };
  qh_file_dialog_save (widget, &dialog, file_name, on_file_chosen, waiting);
}

static GBytes *
make_bytes (const QhPicture *picture, const char *currency, const char *format, GError **error)
{
  char *csv;

  if (g_str_equal (format, "png"))
    return qh_picture_to_png (picture, currency, SCALE, error);
  if (g_str_equal (format, "svg"))
    return qh_picture_to_svg (picture, currency, error);
  csv = qh_picture_to_csv (picture);
  return g_bytes_new_take (csv, strlen (csv));
}

void
qh_insight_save (GtkWidget *widget, const QhPicture *picture, const char *currency,
                 const char *format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = make_bytes (picture, currency, format, &error);
  const char *kind = g_str_equal (format, "csv")   ? _ ("Tables (CSV)")
                     : g_str_equal (format, "svg") ? _ ("Drawings (SVG)")
                                                   : _ ("Pictures (PNG)");

  if (bytes)
    qh_insight_save_bytes (widget, bytes, picture->title, format, kind);
  else
    qh_report_error (widget, error);
}

void
qh_insight_copy (GtkWidget *widget, const QhPicture *picture)
{
  g_autofree char *csv = qh_picture_to_csv (picture);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
  qh_report (widget, _ ("Table copied"), FALSE);
}

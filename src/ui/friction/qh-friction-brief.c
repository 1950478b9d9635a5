/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-brief.h"
#include "dialogs/qh-file-dialog.h"
#include "qh-printing.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

#define EDITION QH_EDITION_MANAGER

/* --- A file */

/* A brief that waits for the name of its file. */
typedef struct {
  GtkWidget *widget;
  QhStore *store;
  QhFriction *friction;
  QhFormat format;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->widget);
  g_object_unref (export->store);
  g_object_unref (export->friction);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!chosen)
    return;
  path = qh_path_with_extension (chosen, qh_format_extension (export->format));
  if (!qh_export_friction (export->store, export->friction, export->format, EDITION, path,
                           &error)) {
    qh_report_error (export->widget, error);
    return;
  }
  qh_report_saved (export->widget, path);
}

void
qh_friction_brief_save (GtkWidget *widget, QhStore *store, QhFriction *friction, QhFormat format)
{
  g_autofree char *pattern = g_strconcat ("*.", qh_format_extension (format), NULL);
  QhFileDialog dialog = { _ ("Save Brief"), _ ("_Save"), qh_format_label (format), pattern };
  g_autofree char *name = NULL;
  Export *export;

  qh_report_flush (widget);
  name = qh_brief_file_name (friction, format);
  export = g_new0 (Export, 1);
  export->widget = g_object_ref (widget);
  export->store = g_object_ref (store);
  export->friction = g_object_ref (friction);
  export->format = format;
  qh_file_dialog_save (widget, &dialog, name, on_file_chosen, export);
}

/* --- Paper */

static gpointer
lay_out (gconstpointer facts, QhPaperSize size)
{
  return qh_brief_page_new (qh_brief_facts_get_sheet ((QhBriefFacts *)facts), size);
}

static guint
count (gpointer page)
{
  return qh_brief_page_count (page);
}

static void
paint (gpointer page, cairo_t *cr, guint number)
{
  qh_brief_page_paint (page, cr, number);
}

static const QhPrinting printing = { lay_out, count, paint, (GDestroyNotify)qh_brief_page_free,
                                     (GDestroyNotify)qh_brief_facts_free };

void
qh_friction_brief_print (GtkWidget *widget, QhStore *store, QhFriction *friction)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  QhBriefFacts *facts;

  qh_report_flush (widget);
  facts = qh_brief_facts_new (store, friction, EDITION, &error);
  operation = facts ? qh_printing_operation_new (&printing, facts) : NULL;
  if (!operation || !qh_printing_run (operation, widget, &error))
    qh_report_error (widget, error);
}

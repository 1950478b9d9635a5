/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import-report.h"
#include <glib/gi18n-lib.h>

static void
skipped_free (QhSkipped *skipped)
{
  g_free (skipped->where);
  g_free (skipped->reason);
  g_free (skipped);
}

QhImportReport *
qh_import_report_new (void)
{
  QhImportReport *report = g_new0 (QhImportReport, 1);

  report->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify)skipped_free);
  report->ids = g_ptr_array_new_with_free_func (g_free);
  report->news = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
qh_import_report_free (QhImportReport *report)
{
  g_ptr_array_unref (report->skipped);
  g_ptr_array_unref (report->ids);
  g_ptr_array_unref (report->news);
  g_free (report->known);
  g_free (report->next);
  g_free (report->answer);
  g_free (report);
}

void
qh_import_same (QhImportReport *report, const char *id)
{
  report->same++;
  if (report->known == NULL)
    report->known = g_strdup (id);
}

void
qh_import_skip (QhImportReport *report, const char *where, char *reason)
{
  QhSkipped *skipped = g_new0 (QhSkipped, 1);

  skipped->where = g_strdup (where);
  skipped->reason = reason;
  g_ptr_array_add (report->skipped, skipped);
}

void
qh_import_skip_line (QhImportReport *report, const char *file, guint line, char *reason)
{
  /* Translators: a file's name, and the number of a line of it */
  g_autofree char *where = g_strdup_printf (_ ("%s, line %u"), file, line);

  qh_import_skip (report, where, reason);
  ((QhSkipped *)report->skipped->pdata[report->skipped->len - 1])->line = line;
}

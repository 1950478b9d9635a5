/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log/qh-log-saved.h"
#include "base/qh-text.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

/* Characters of the line in the toast. */
#define TOAST_CHARS 40

void
qh_log_tell_saved (GtkWidget *widget, QhRecord *record)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_RECORD (record));

  g_autofree char *title = qh_record_title (record);
  g_autofree char *cut = qh_text_shorten (title ? title : "", TOAST_CHARS);
  /* Translators: what kind of record was saved, and its title: "Friction logged: late again" */
  g_autofree char *text =
      *cut ? g_strdup_printf (_ ("%s logged: %s"), _ (qh_record_get_entity (record)->label), cut)
           : g_strdup_printf (_ ("%s logged"), _ (qh_record_get_entity (record)->label));

  qh_report (widget, text, TRUE);
}

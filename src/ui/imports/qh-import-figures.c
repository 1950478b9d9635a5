/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imports/qh-import-figures.h"
#include "imports/qh-import-text.h"
#include "qh-field-control.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* More reasons than that nobody reads. */
#define REASONS_MAX 50

struct _QhImportFigures {
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QhImportFigures, qh_import_figures, ADW_TYPE_BIN)

static void
clear (QhImportFigures *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
build_row (const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_waiting (QhImportFigures *self)
{
  GtkWidget *row = build_row (_ ("Trying what it would do…"), NULL);

  gtk_list_box_append (self->list, row);
}

static void
add_reason (AdwExpanderRow *expander, const QhSkipped *skipped)
{
  g_autofree char *where = qh_import_text_where (skipped);

  adw_expander_row_add_row (expander, build_row (where, skipped->reason));
}

static void
add_left_out (QhImportFigures *self, GPtrArray *skipped)
{
  g_autofree char *title = qh_import_text_left_out (skipped->len);
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < MIN (skipped->len, REASONS_MAX); i++)
    add_reason (ADW_EXPANDER_ROW (expander), g_ptr_array_index (skipped, i));
  if (skipped->len > REASONS_MAX) {
    guint n = skipped->len - REASONS_MAX;
    g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), build_row (more, NULL));
  }
  qh_field_control_name_parts (expander, title);
  gtk_list_box_append (self->list, expander);
}

void
qh_import_figures_show (QhImportFigures *self, const QhImportReport *report)
{
  g_return_if_fail (QH_IS_IMPORT_FIGURES (self));

  g_autofree char *counts = qh_import_text_counts (report);

  clear (self);
  if (report == NULL) {
    add_waiting (self);
    return;
  }
  gtk_list_box_append (self->list, build_row (counts, NULL));
  for (guint i = 0; i < report->news->len; i++)
    gtk_list_box_append (self->list, build_row (g_ptr_array_index (report->news, i), NULL));
  if (report->skipped->len > 0)
    add_left_out (self, report->skipped);
}

static void
qh_import_figures_class_init (QhImportFiguresClass *klass)
{
}

static void
qh_import_figures_init (QhImportFigures *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What comes in"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A finding that stays keeps its row, and with it the focus and what is typed there. */
#include "designer/qh-review-panel.h"
#include "designer/qh-finding-row.h"
#include "store/qh-blueprints.h"
#include "widgets/qh-kite-view.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _QhReviewPanel {
  AdwBin parent_instance;

  GtkListBox *findings;
  GtkWidget *clear;
  GtkLabel *summary;
  QhKiteView *kite;
  GtkLabel *record;

  QhPlanEditor *editor;
};

G_DEFINE_FINAL_TYPE (QhReviewPanel, qh_review_panel, ADW_TYPE_BIN)

/* The rows by the names of their findings. */
static GHashTable *
rows_by_name (QhReviewPanel *self)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->findings, i)) != NULL; i++)
    g_hash_table_insert (rows, (gpointer)qh_finding_row_get_name (QH_FINDING_ROW (row)), row);
  return rows;
}

static void
drop_rows (QhReviewPanel *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->findings, i)) != NULL)
    if (qh_plan_editor_find_finding (self->editor,
                                     qh_finding_row_get_name (QH_FINDING_ROW (row))) != NULL)
      i++;
    else
      gtk_list_box_remove (self->findings, GTK_WIDGET (row));
}

static void
show_findings (QhReviewPanel *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) rows = NULL;

  drop_rows (self);
  rows = rows_by_name (self);
  for (guint i = 0; i < findings->len; i++) {
    const QhFinding *finding = findings->pdata[i];
    g_autofree char *name = qh_finding_name (finding);
    GtkWidget *row = g_hash_table_lookup (rows, name);

    if (row == NULL) {
      row = qh_finding_row_new (self->editor, finding);
      gtk_list_box_append (self->findings, row);
    }
    qh_finding_row_update (QH_FINDING_ROW (row), finding, i);
  }
  gtk_list_box_invalidate_sort (self->findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
  gtk_widget_set_visible (self->clear, findings->len == 0);
}

static void
on_reviewed (QhReviewPanel *self)
{
  const QhDesignReview *review = qh_plan_editor_get_review (self->editor);
  QhBalance balance = qh_balance_of_plan (qh_plan_editor_get_plan (self->editor));
  g_autofree char *summary = qh_design_review_label (review);

  gtk_label_set_label (self->summary, summary);
  show_findings (self, review->findings);
  qh_kite_view_show (self->kite, &balance);
}

/* What a score is worth: whether plans that scored well did reach their output. */
static void
show_record (QhReviewPanel *self)
{
  g_autofree char *text = NULL;
  gint64 reached, held;

  qh_store_count_reached (qh_plan_editor_get_store (self->editor), QH_SCORE_GOOD, &reached, &held);
  /* Translators: how many plans, a score, and how many of them */
  text = g_strdup_printf (ngettext ("Of %" PRId64 " plan that began with %d or more, %" PRId64
                                    " reached its output.",
                                    "Of %" PRId64 " plans that began with %d or more, %" PRId64
                                    " reached their output.",
                                    (gulong)held),
                          held, QH_SCORE_GOOD, reached);
  gtk_label_set_label (self->record, text);
  gtk_widget_set_visible (GTK_WIDGET (self->record), held > 0);
}

static void
on_row_activated (QhReviewPanel *self, GtkListBoxRow *row)
{
  qh_finding_row_activate (QH_FINDING_ROW (row));
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return (int)qh_finding_row_get_order (QH_FINDING_ROW (a)) -
         (int)qh_finding_row_get_order (QH_FINDING_ROW (b));
}

static void
qh_review_panel_dispose (GObject *object)
{
  g_clear_object (&QH_REVIEW_PANEL (object)->editor);

  G_OBJECT_CLASS (qh_review_panel_parent_class)->dispose (object);
}

static void
qh_review_panel_class_init (QhReviewPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_review_panel_dispose;
  g_type_ensure (QH_TYPE_KITE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/review-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QhReviewPanel, findings);
  gtk_widget_class_bind_template_child (widget_class, QhReviewPanel, clear);
  gtk_widget_class_bind_template_child (widget_class, QhReviewPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, QhReviewPanel, kite);
  gtk_widget_class_bind_template_child (widget_class, QhReviewPanel, record);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
qh_review_panel_init (QhReviewPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->findings, compare_rows, NULL, NULL);
}

void
qh_review_panel_set_editor (QhReviewPanel *self, QhPlanEditor *editor)
{
  g_return_if_fail (QH_IS_REVIEW_PANEL (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  on_reviewed (self);
  show_record (self);
}

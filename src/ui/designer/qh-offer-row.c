/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-offer-row.h"
#include "base/qh-text.h"
#include "design/qh-scarcity-sentence.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-segment-drop.h"
#include "store/qh-ledger.h"
#include <glib/gi18n-lib.h>

/* Characters of a segment's title in the menu. */
#define TITLE_CHARS 30

struct _QhOfferRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *used;
  GtkMenuButton *send;
  GtkWidget *ranking;
  GtkLabel *scarcity;
  GtkLabel *reason;
  GtkLabel *sentence;
  GtkWidget *copy;

  gboolean can_wait;
  QhPlanEditor *editor;
  QhRecord *record;
};

G_DEFINE_FINAL_TYPE (QhOfferRow, qh_offer_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
field_of (QhOfferRow *self)
{
  return qh_record_get_entity (self->record)->name;
}

static gboolean
is_used (QhOfferRow *self)
{
  QhPlan *plan = qh_plan_editor_get_plan (self->editor);
  const QhContext *context = qh_plan_editor_get_context (self->editor);

  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    if (qh_link_record (context, qh_plan_segment (plan, i), field_of (self)) == self->record)
      return TRUE;
  return FALSE;
}

static void
refresh (QhOfferRow *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  gboolean remark = QH_IS_REMARK (self->record);
  g_autofree char *plain = qh_record_title (self->record);
  g_autofree char *title = remark ? qh_quote (plain) : g_strdup (plain);
  g_autofree char *caption = qh_link_caption (context, field_of (self), self->record);
  g_autofree char *send = g_strdup_printf (_ ("Send into the plan: %s"), title);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
  gtk_widget_set_visible (self->used, is_used (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->send), GTK_ACCESSIBLE_PROPERTY_LABEL, send,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
copy_sentence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhOfferRow *self = QH_OFFER_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_label (self->sentence));
}

/* The client is put on the waiting list of an item of which none is left. */
static void
wait_for_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhOfferRow *self = QH_OFFER_ROW (widget);
  g_autoptr (QhWaiting) waiting = qh_waiting_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (waiting), "content", self->record->id);
  qh_record_set_string (QH_RECORD (waiting), "client",
                        qh_plan_editor_get_meeting (self->editor)->client);
  qh_record_set_int (QH_RECORD (waiting), "since", qh_plan_editor_get_context (self->editor)->now);
  if (!qh_ledger_join (qh_plan_editor_get_store (self->editor), waiting, &error))
    qh_plan_editor_fail (self->editor, error);
}

static void
send_to_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhOfferRow *self = QH_OFFER_ROW (widget);

  qh_plan_editor_drop (self->editor, self->record, NULL, FALSE);
}

static void
send_to_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhOfferRow *self = QH_OFFER_ROW (widget);
  QhSegment *current = qh_plan_editor_get_current (self->editor);

  if (current != NULL)
    qh_plan_editor_drop (self->editor, self->record, current, FALSE);
}

static gboolean
goes_to_opening (QhRecord *record)
{
  return QH_IS_REMARK (record) || QH_IS_PROMISE (record);
}

/* The menu names the segment that had the attention last. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  QhOfferRow *self = data;
  QhSegment *current = qh_plan_editor_get_current (self->editor);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (
      menu, goes_to_opening (self->record) ? _ ("Use in the _Opening") : _ ("Add as a _Segment"),
      "offer.plan");
  if (current != NULL) {
    g_autofree char *title = qh_text_shorten (current->title, TITLE_CHARS);
    g_auto (GStrv) parts = g_strsplit (title, "_", -1);
    g_autofree char *escaped = g_strjoinv ("__", parts);
    g_autofree char *label = g_strdup_printf (_ ("_Link to “%s”"), escaped);

    g_menu_append (menu, label, "offer.current");
  }
  if (self->can_wait)
    g_menu_append (menu, _ ("Put on the _Waiting List"), "offer.wait");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
qh_offer_row_dispose (GObject *object)
{
  QhOfferRow *self = QH_OFFER_ROW (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (qh_offer_row_parent_class)->dispose (object);
}

static void
qh_offer_row_class_init (QhOfferRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_offer_row_dispose;
  gtk_widget_class_install_action (widget_class, "offer.plan", NULL, send_to_plan);
  gtk_widget_class_install_action (widget_class, "offer.current", NULL, send_to_current);
  gtk_widget_class_install_action (widget_class, "offer.copy", NULL, copy_sentence);
  gtk_widget_class_install_action (widget_class, "offer.wait", NULL, wait_for_copy);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/offer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, title);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, caption);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, used);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, send);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, ranking);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, scarcity);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, reason);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, QhOfferRow, copy);
}

static void
qh_offer_row_init (QhOfferRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->send, make_menu, self, NULL);
}

GtkWidget *
qh_offer_row_new (QhPlanEditor *editor, QhRecord *record)
{
  QhOfferRow *self;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (QH_IS_REMARK (record) || QH_IS_CONTENT (record) ||
                            QH_IS_FRICTION (record) || QH_IS_PROMISE (record),
                        NULL);

  self = g_object_new (QH_TYPE_OFFER_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->record = g_object_ref (record);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  qh_record_drag_attach (GTK_WIDGET (self), record);
  refresh (self);
  return GTK_WIDGET (self);
}

void
qh_offer_row_show_ranked (QhOfferRow *self, const QhRanked *ranked)
{
  const QhContext *context;
  g_autofree char *scarcity = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *copy = NULL;

  g_return_if_fail (QH_IS_OFFER_ROW (self));
  context = qh_plan_editor_get_context (self->editor);
  scarcity = qh_scarcity_sum_label (&ranked->scarcity);
  reason = qh_ranked_reason_label (ranked);
  sentence = qh_scarcity_sentence (ranked->content, ranked->standing, context->now, context->zone);
  copy = g_strdup_printf (_ ("Copy: %s"), sentence);
  gtk_label_set_label (self->scarcity, scarcity);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *reason != '\0');
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
  gtk_widget_set_visible (self->ranking, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !is_used (self));
  self->can_wait = !qh_standing_is_left (ranked->standing) && ranked->standing->here == 0 &&
                   ranked->standing->waiting_place == 0;
}

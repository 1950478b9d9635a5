/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-segment-details.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-link-menu.h"
#include "designer/qh-plan-edits.h"
#include "qh-field-edit.h"
#include "widgets/qh-box.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* 0 to 100 in tens. */
#define N_TENS 11

struct _QhSegmentDetails {
  AdwBin parent_instance;

  QhTextField *output;
  QhTextField *notes;
  GtkDropDown *share;
  GtkDropDown *leave_behind;
  GtkSwitch *must;
  GtkSwitch *takes_order;
  GtkMenuButton *link;

  QhPlanEditor *editor;
  QhSegment *segment;
  gboolean loading; /* the drop-down is set by us */
};

G_DEFINE_FINAL_TYPE (QhSegmentDetails, qh_segment_details, ADW_TYPE_BIN)

guint
qh_share_choice (gint64 percent)
{
  if (percent == QH_NONE)
    return 0;
  return percent % 10 == 0 ? 1 + (guint)(percent / 10) : 1 + N_TENS;
}

gint64
qh_choice_share (guint choice, gint64 present)
{
  if (choice == 0)
    return QH_NONE;
  return choice <= N_TENS ? (choice - 1) * 10 : present;
}

static GListModel *
share_choices (QhSegment *segment)
{
  g_autofree char *usual = qh_usual_share_label (segment->kind);
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, usual);
  for (int i = 0; i < N_TENS; i++)
    gtk_string_list_take (list, qh_share_label (i * 10));
  if (qh_share_choice (segment->client_share) > N_TENS)
    gtk_string_list_take (list, qh_share_label (segment->client_share));
  return G_LIST_MODEL (list);
}

static void
on_segment_share (QhSegmentDetails *self)
{
  g_autoptr (GListModel) choices = share_choices (self->segment);

  self->loading = TRUE;
  gtk_drop_down_set_model (self->share, choices);
  gtk_drop_down_set_selected (self->share, qh_share_choice (self->segment->client_share));
  self->loading = FALSE;
}

static void
on_share_selected (QhSegmentDetails *self)
{
  gint64 present, share;

  if (self->loading || self->segment == NULL)
    return;
  present = self->segment->client_share;
  share = qh_choice_share (gtk_drop_down_get_selected (self->share), present);
  if (qh_record_set_int (QH_RECORD (self->segment), "client-share", share))
    qh_plan_editor_save (self->editor, _ ("Change share of the talking"), NULL);
}

/* Made when it is opened: what can be linked changes. */
static void
make_link_menu (GtkMenuButton *button, gpointer data)
{
  QhSegmentDetails *self = data;
  g_autoptr (GMenuModel) menu = qh_link_menu_new (qh_plan_editor_get_context (self->editor));

  gtk_menu_button_set_menu_model (button, menu);
}

static void
qh_segment_details_dispose (GObject *object)
{
  QhSegmentDetails *self = QH_SEGMENT_DETAILS (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (qh_segment_details_parent_class)->dispose (object);
}

static void
qh_segment_details_class_init (QhSegmentDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_segment_details_dispose;
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/segment-details.ui");
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, output);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, share);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, leave_behind);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, must);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, takes_order);
  gtk_widget_class_bind_template_child (widget_class, QhSegmentDetails, link);
  gtk_widget_class_bind_template_callback (widget_class, on_share_selected);
}

static void
qh_segment_details_init (QhSegmentDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->link, make_link_menu, self, NULL);
}

GtkWidget *
qh_segment_details_new (QhPlanEditor *editor, QhSegment *segment)
{
  QhSegmentDetails *self = g_object_new (QH_TYPE_SEGMENT_DETAILS, NULL);
  QhStore *store = qh_plan_editor_get_store (editor);
  QhRecord *record = QH_RECORD (segment);

  self->editor = g_object_ref (editor);
  self->segment = g_object_ref (segment);
  qh_field_edit_new (qh_text_field_get_view (self->output), "output", store, record);
  qh_field_edit_new (qh_text_field_get_view (self->notes), "notes", store, record);
  qh_field_edit_new (GTK_WIDGET (self->leave_behind), "leave_behind", store, record);
  qh_field_edit_new (GTK_WIDGET (self->must), "must", store, record);
  qh_field_edit_new (GTK_WIDGET (self->takes_order), "takes_order", store, record);
  g_signal_connect_object (segment, "notify::client-share", G_CALLBACK (on_segment_share), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (segment, "notify::kind", G_CALLBACK (on_segment_share), self,
                           G_CONNECT_SWAPPED);
  on_segment_share (self);
  return GTK_WIDGET (self);
}

void
qh_segment_details_edit_output (QhSegmentDetails *self)
{
  g_return_if_fail (QH_IS_SEGMENT_DETAILS (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->output));
}

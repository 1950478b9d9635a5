/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-output-card.h"
#include "qh-field-edit.h"
#include "widgets/qh-box.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"

struct _QhOutputCard {
  AdwBin parent_instance;

  QhTextField *output;
  QhTextField *measure;
  QhTextField *ask;
  QhTextField *fallback;
};

G_DEFINE_FINAL_TYPE (QhOutputCard, qh_output_card, ADW_TYPE_BIN)

/* Enter goes on to the next field. */
static void
on_entered (QhOutputCard *self, QhTextField *field)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static void
qh_output_card_class_init (QhOutputCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/output-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QhOutputCard, output);
  gtk_widget_class_bind_template_child (widget_class, QhOutputCard, measure);
  gtk_widget_class_bind_template_child (widget_class, QhOutputCard, ask);
  gtk_widget_class_bind_template_child (widget_class, QhOutputCard, fallback);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
qh_output_card_init (QhOutputCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qh_output_card_set_editor (QhOutputCard *self, QhPlanEditor *editor)
{
  QhStore *store;
  QhRecord *meeting;

  g_return_if_fail (QH_IS_OUTPUT_CARD (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));

  store = qh_plan_editor_get_store (editor);
  meeting = QH_RECORD (qh_plan_editor_get_meeting (editor));
  qh_field_edit_new (qh_text_field_get_view (self->output), "output", store, meeting);
  qh_field_edit_new (qh_text_field_get_view (self->measure), "measure", store, meeting);
  qh_field_edit_new (qh_text_field_get_view (self->ask), "ask", store, meeting);
  qh_field_edit_new (qh_text_field_get_view (self->fallback), "fallback", store, meeting);
}

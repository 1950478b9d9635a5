/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-client-panel.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-list-follow.h"
#include "designer/qh-offer-row.h"
#include "designer/qh-person-row.h"

struct _QhClientPanel {
  AdwBin parent_instance;

  GtkListBox *words;
  GtkWidget *no_words;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkLabel *rules;

  QhPlanEditor *editor;
  GListStore *remarks;
  GListStore *contacts;
};

G_DEFINE_FINAL_TYPE (QhClientPanel, qh_client_panel, ADW_TYPE_BIN)

static GtkWidget *
make_offer (gpointer record, gpointer data)
{
  return qh_offer_row_new (QH_CLIENT_PANEL (data)->editor, record);
}

static GtkWidget *
make_person (gpointer contact, gpointer data)
{
  return qh_person_row_new (QH_CLIENT_PANEL (data)->editor, contact);
}

static void
show_either (GtkWidget *list, GtkWidget *nothing, gboolean some)
{
  gtk_widget_set_visible (list, some);
  gtk_widget_set_visible (nothing, !some);
}

/* Only while it is in view: a plan is edited more often than its client is looked at. */
static void
refresh (QhClientPanel *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  g_auto (GStrv) lines = qh_access_lines (context->client);
  g_autofree char *rules = g_strjoinv ("\n", lines);

  qh_list_follow (self->remarks, context->remarks);
  qh_list_follow (self->contacts, context->contacts);
  show_either (GTK_WIDGET (self->words), self->no_words, context->remarks->len > 0);
  show_either (GTK_WIDGET (self->people), self->no_people, context->contacts->len > 0);
  gtk_label_set_label (self->rules, rules);
}

static void
on_reviewed (QhClientPanel *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
qh_client_panel_map (GtkWidget *widget)
{
  if (QH_CLIENT_PANEL (widget)->editor != NULL)
    refresh (QH_CLIENT_PANEL (widget));

  GTK_WIDGET_CLASS (qh_client_panel_parent_class)->map (widget);
}

static void
on_open_client_clicked (QhClientPanel *self)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (self->editor);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s", meeting->client);
}

static void
qh_client_panel_dispose (GObject *object)
{
  QhClientPanel *self = QH_CLIENT_PANEL (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->remarks);
  g_clear_object (&self->contacts);

  G_OBJECT_CLASS (qh_client_panel_parent_class)->dispose (object);
}

static void
qh_client_panel_class_init (QhClientPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_client_panel_dispose;
  widget_class->map = qh_client_panel_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/client-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, words);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, no_words);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, people);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, no_people);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, rules);
  gtk_widget_class_bind_template_callback (widget_class, on_open_client_clicked);
}

static void
qh_client_panel_init (QhClientPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->remarks = g_list_store_new (qh_remark_get_type ());
  self->contacts = g_list_store_new (qh_contact_get_type ());
}

void
qh_client_panel_set_editor (QhClientPanel *self, QhPlanEditor *editor)
{
  g_return_if_fail (QH_IS_CLIENT_PANEL (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  gtk_list_box_bind_model (self->words, G_LIST_MODEL (self->remarks), make_offer, self, NULL);
  gtk_list_box_bind_model (self->people, G_LIST_MODEL (self->contacts), make_person, self, NULL);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
}

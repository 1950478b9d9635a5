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
  GtkWidget *friction_heading;
  GtkListBox *frictions_list;
  GtkWidget *promise_heading;
  GtkListBox *promises_list;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkLabel *rules;

  QhPlanEditor *editor;
  GListStore *remarks;
  GListStore *frictions;
  GListStore *promises;
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

static gboolean
is_open_friction (gpointer record)
{
  int status = QH_FRICTION (record)->status;

  return status == QH_FRICTION_STATUS_OPEN || status == QH_FRICTION_STATUS_FIXING;
}

static gboolean
is_open_promise (gpointer record)
{
  return QH_PROMISE (record)->status == QH_PROMISE_STATUS_OPEN;
}

/* The dearest first. */
static int
compare_frictions (gconstpointer a, gconstpointer b, gpointer context)
{
  return qh_context_compare_costs (context, *(QhFriction *const *)a, *(QhFriction *const *)b);
}

/* What is due first; what has no day last. */
static int
compare_promises (gconstpointer a, gconstpointer b, gpointer context)
{
  const QhPromise *left = *(QhPromise *const *)a;
  const QhPromise *right = *(QhPromise *const *)b;

  if ((left->due == NULL) != (right->due == NULL))
    return left->due == NULL ? 1 : -1;
  return g_strcmp0 (left->due, right->due);
}

/* Shows of @records what is open, in order, under its heading; neither when there is none. */
static void
show_open (QhClientPanel *self, GListStore *list, GtkWidget *box, GtkWidget *heading,
           GPtrArray *records, gboolean (*is_open) (gpointer), GCompareDataFunc compare)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (is_open (records->pdata[i]))
      g_ptr_array_add (open, records->pdata[i]);
  g_ptr_array_sort_with_data (open, compare, (gpointer)qh_plan_editor_get_context (self->editor));
  qh_list_follow (list, open);
  gtk_widget_set_visible (box, open->len > 0);
  gtk_widget_set_visible (heading, open->len > 0);
}

/* Only while it is in view: a plan is edited more often than its client is looked at. */
static void
refresh (QhClientPanel *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  g_auto (GStrv) lines = qh_access_lines (context->client);
  g_autofree char *rules = g_strjoinv ("\n", lines);

  qh_list_follow (self->remarks, context->remarks);
  show_open (self, self->frictions, GTK_WIDGET (self->frictions_list), self->friction_heading,
             context->frictions, is_open_friction, compare_frictions);
  show_open (self, self->promises, GTK_WIDGET (self->promises_list), self->promise_heading,
             context->promises, is_open_promise, compare_promises);
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
  g_clear_object (&self->frictions);
  g_clear_object (&self->promises);
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
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, friction_heading);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, frictions_list);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, promise_heading);
  gtk_widget_class_bind_template_child (widget_class, QhClientPanel, promises_list);
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
  self->frictions = g_list_store_new (qh_friction_get_type ());
  self->promises = g_list_store_new (qh_promise_get_type ());
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
  gtk_list_box_bind_model (self->frictions_list, G_LIST_MODEL (self->frictions), make_offer, self,
                           NULL);
  gtk_list_box_bind_model (self->promises_list, G_LIST_MODEL (self->promises), make_offer, self,
                           NULL);
  gtk_list_box_bind_model (self->people, G_LIST_MODEL (self->contacts), make_person, self, NULL);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
}

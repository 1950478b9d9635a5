/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-clients-page.h"
#include "base/qh-text.h"
#include "qh-client-actions.h"
#include "qh-closures.h"
#include "store/qh-list-model.h"
#include "widgets/qh-client-row.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include <glib/gi18n-lib.h>

static const QhQuery all_query = { &qh_client_entity, NULL, "name_key", FALSE, "client" };
static const QhQuery found_query = {
  &qh_client_entity,
  "instr (name_key, ?1) OR id IN (SELECT client FROM contact WHERE instr (name_key, ?1))",
  "name_key",
};

struct _QhClientsPage {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  QhRecordList *list;
  QhRecordList *found;

  QhStore *store;
  QhListModel *model;
  QhListModel *found_model; /* NULL until something is searched for */
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhClientsPage, qh_clients_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
update (QhClientsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *name = "list";

  if (n == 0)
    name = "empty";
  else if (!qh_text_is_empty (words))
    name = g_list_model_get_n_items (G_LIST_MODEL (self->found_model)) > 0 ? "found" : "nothing";
  gtk_stack_set_visible_child_name (self->stack, name);

  g_free (self->subtitle);
  self->subtitle = n > 0 ? g_strdup_printf (ngettext ("%u client", "%u clients", n), n) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_client_row_new (QH_CLIENTS_PAGE (user_data)->store);
}

static void
search (QhClientsPage *self, const char *words)
{
  g_autofree char *folded = qh_text_fold (words);
  const char *values[] = { folded, NULL };

  if (self->found_model) {
    qh_list_model_set_values (self->found_model, values);
    return;
  }
  self->found_model = qh_list_model_new (self->store, &found_query, values);
  g_signal_connect_object (self->found_model, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  qh_record_list_set_factory (self->found, build_row, self);
  qh_record_list_add_section (self->found, NULL, g_object_ref (G_LIST_MODEL (self->found_model)));
}

static void
on_search_changed (QhClientsPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (!qh_text_is_empty (words))
    search (self, words);
  update (self);
}

static void
on_search_stopped (QhClientsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static QhRecordList *
get_list (QhClientsPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (name, "found") == 0 ? self->found : self->list;
}

static GPtrArray *
get_chosen (QhClientsPage *self)
{
  return qh_record_list_get_chosen (get_list (self));
}

static void
on_list_chosen (QhClientsPage *self)
{
  guint n = qh_record_list_get_n_selected (get_list (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.open", n <= 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.new-meeting", n <= 1);
}

static void
on_list_open (QhClientsPage *self, QhRecord *client)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s", client->id);
}

static void
on_list_delete (QhClientsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "clients.delete", NULL);
}

/* Actions about one client do nothing while several are chosen. */
static void
activate_for_chosen (GtkWidget *widget, const char *action)
{
  g_autoptr (GPtrArray) chosen = get_chosen (QH_CLIENTS_PAGE (widget));

  if (chosen->len == 1)
    gtk_widget_activate_action (widget, action, "s", QH_RECORD (g_ptr_array_index (chosen, 0))->id);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.open-client");
}

static void
meet_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.new-meeting-with");
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = get_chosen (QH_CLIENTS_PAGE (widget));

  qh_clients_delete (widget, QH_CLIENTS_PAGE (widget)->store, chosen);
}

static gboolean
qh_clients_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_list (QH_CLIENTS_PAGE (widget))));
}

static void
qh_clients_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_clients_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_clients_page_constructed (GObject *object)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->constructed (object);

  self->model = qh_list_model_new (self->store, &all_query, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  qh_record_list_set_factory (self->list, build_row, self);
  qh_record_list_add_section (self->list, NULL, g_object_ref (G_LIST_MODEL (self->model)));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  update (self);
}

static void
qh_clients_page_dispose (GObject *object)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->found_model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->dispose (object);
}

static void
qh_clients_page_finalize (GObject *object)
{
  g_free (QH_CLIENTS_PAGE (object)->subtitle);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/clients/clients-page.ui");
  gtk_widget_class_bind_template_child (klass, QhClientsPage, search);
  gtk_widget_class_bind_template_child (klass, QhClientsPage, stack);
  gtk_widget_class_bind_template_child (klass, QhClientsPage, list);
  gtk_widget_class_bind_template_child (klass, QhClientsPage, found);
  gtk_widget_class_bind_template_callback (klass, on_search_changed);
  gtk_widget_class_bind_template_callback (klass, on_search_stopped);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
qh_clients_page_class_init (QhClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_clients_page_get_property;
  object_class->set_property = qh_clients_page_set_property;
  object_class->constructed = qh_clients_page_constructed;
  object_class->dispose = qh_clients_page_dispose;
  object_class->finalize = qh_clients_page_finalize;
  widget_class->grab_focus = qh_clients_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "clients.open", NULL, open_chosen);
  gtk_widget_class_install_action (widget_class, "clients.new-meeting", NULL, meet_chosen);
  gtk_widget_class_install_action (widget_class, "clients.delete", NULL, delete_chosen);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_LIST);
  bind_template (widget_class);
}

static void
qh_clients_page_init (QhClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_clients_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_CLIENTS_PAGE, "store", store, NULL);
}

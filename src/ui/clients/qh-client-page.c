/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-client-page.h"
#include "clients/qh-client-frictions.h"
#include "clients/qh-people.h"
#include "clients/qh-received.h"
#include "clients/qh-timeline.h"
#include "clients/qh-words.h"
#include "persons/qh-person-actions.h"
#include "qh-client-actions.h"
#include "qh-field-edit.h"
#include "qh-meeting-actions.h"
#include "trust/qh-trust-card.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-text-field.h"

struct _QhClientPage {
  AdwBin parent_instance;

  QhStore *store;
  QhClient *client;
  QhWords *words;
};

G_DEFINE_FINAL_TYPE (QhClientPage, qh_client_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* A client that is no more (deleted, or his making undone) leaves no page behind. */
static void
on_store_changed (QhClientPage *self)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_client_entity, QH_RECORD (self->client)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s",
                                QH_RECORD (self->client)->id);
}

static void
meet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-meeting-with", "s",
                              QH_RECORD (QH_CLIENT_PAGE (widget)->client)->id);
}

static void
compose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhClientPage *self = QH_CLIENT_PAGE (widget);

  qh_meeting_compose (widget, self->store, QH_RECORD (self->client)->id);
}

static void
log_line (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.log-about", "s",
                              QH_RECORD (QH_CLIENT_PAGE (widget)->client)->id);
}

static void
export_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.export-client", "s",
                              QH_RECORD (QH_CLIENT_PAGE (widget)->client)->id);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhClientPage *self = QH_CLIENT_PAGE (widget);

  qh_person_merge (widget, self->store, QH_RECORD (self->client));
}

static void
delete_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhClientPage *self = QH_CLIENT_PAGE (widget);
  g_autoptr (GPtrArray) clients = g_ptr_array_new ();

  g_ptr_array_add (clients, self->client);
  qh_clients_delete (widget, self->store, clients);
}

static void
qh_client_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientPage *self = QH_CLIENT_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhClientPage *self = QH_CLIENT_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_CLIENT:
    self->client = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_page_constructed (GObject *object)
{
  QhClientPage *self = QH_CLIENT_PAGE (object);

  G_OBJECT_CLASS (qh_client_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_client_page_dispose (GObject *object)
{
  QhClientPage *self = QH_CLIENT_PAGE (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_client_page_parent_class)->dispose (object);
}

static void
qh_client_page_class_init (QhClientPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_client_page_get_property;
  object_class->set_property = qh_client_page_set_property;
  object_class->constructed = qh_client_page_constructed;
  object_class->dispose = qh_client_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "client.new-meeting", NULL, meet);
  gtk_widget_class_install_action (widget_class, "client.compose", NULL, compose);
  gtk_widget_class_install_action (widget_class, "client.export", NULL, export_client);
  gtk_widget_class_install_action (widget_class, "client.merge", NULL, merge);
  gtk_widget_class_install_action (widget_class, "client.delete", NULL, delete_client);
  gtk_widget_class_install_action (widget_class, "page.log", NULL, log_line);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_PEOPLE);
  g_type_ensure (QH_TYPE_CLIENT_FRICTIONS);
  g_type_ensure (QH_TYPE_RECEIVED);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_TIMELINE);
  g_type_ensure (QH_TYPE_TRUST_CARD);
  g_type_ensure (QH_TYPE_WORDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhClientPage, words);
}

static void
qh_client_page_init (QhClientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_client_page_new (QhStore *store, QhClient *client)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CLIENT (client), NULL);

  return g_object_new (QH_TYPE_CLIENT_PAGE, "store", store, "client", client, NULL);
}

void
qh_client_page_show_remark (QhClientPage *self, const char *remark)
{
  g_return_if_fail (QH_IS_CLIENT_PAGE (self));

  qh_words_show (self->words, remark);
}

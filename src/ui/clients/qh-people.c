/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-people.h"
#include "base/qh-text.h"
#include "clients/qh-contact-row.h"
#include "qh-report.h"
#include "widgets/qh-list-sync.h"

struct _QhPeople {
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkListBox *list;

  QhStore *store;
  QhClient *client;
  gboolean is_started;
  GListStore *contacts; /* QhContact, by name */
};

G_DEFINE_FINAL_TYPE (QhPeople, qh_people, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
build_row (gpointer item, gpointer user_data)
{
  QhPeople *self = user_data;

  return qh_contact_row_new (self->store, QH_CONTACT (item));
}

static void
update (QhPeople *self)
{
  const char *values[] = { QH_RECORD (self->client)->id, NULL };
  g_autoptr (GPtrArray) contacts = qh_store_select (
      self->store, &qh_contact_entity, "WHERE client = ?1 ORDER BY name_key, id", values, NULL);

  if (contacts)
    qh_list_sync (self->contacts, contacts);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (G_LIST_MODEL (self->contacts)) > 0);
}

/* The new person is unfolded: there is more to say about him than his name. */
static void
unfold (QhPeople *self, QhContact *contact)
{
  guint position;

  if (g_list_store_find (self->contacts, contact, &position))
    qh_unfold_row_set_unfolded (
        QH_UNFOLD_ROW (gtk_list_box_get_row_at_index (self->list, position)), TRUE);
}

static void
on_entry_apply (QhPeople *self)
{
  const char *name = gtk_editable_get_text (self->entry);
  g_autoptr (QhContact) contact = NULL;
  g_autoptr (GError) error = NULL;

  if (qh_text_is_empty (name))
    return;
  contact = qh_contact_new ();
  qh_record_set_string (QH_RECORD (contact), "client", QH_RECORD (self->client)->id);
  qh_record_set_string (QH_RECORD (contact), "name", name);
  if (!qh_store_save (self->store, QH_RECORD (contact), &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  gtk_editable_set_text (self->entry, "");
  unfold (self, contact);
}

/* Once it is known whose they are, and where they are kept. */
static void
start (QhPeople *self)
{
  if (!self->store || !self->client || self->is_started)
    return;
  self->is_started = TRUE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->contacts), build_row, self, NULL);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
qh_people_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhPeople *self = QH_PEOPLE (object);

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
qh_people_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhPeople *self = QH_PEOPLE (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    start (self);
    break;
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    start (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_people_dispose (GObject *object)
{
  QhPeople *self = QH_PEOPLE (object);

  g_clear_object (&self->contacts);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_people_parent_class)->dispose (object);
}

static void
qh_people_class_init (QhPeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_people_get_property;
  object_class->set_property = qh_people_set_property;
  object_class->dispose = qh_people_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/people.ui");
  gtk_widget_class_bind_template_child (widget_class, QhPeople, entry);
  gtk_widget_class_bind_template_child (widget_class, QhPeople, list);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_apply);
}

static void
qh_people_init (QhPeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->contacts = g_list_store_new (qh_contact_get_type ());
  qh_unfold_row_serve (self->list);
}

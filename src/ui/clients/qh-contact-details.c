/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-contact-details.h"
#include "persons/qh-person-actions.h"
#include "qh-client-actions.h"
#include "qh-field-edit.h"
#include "widgets/qh-text-field.h"

struct _QhContactDetails {
  AdwBin parent_instance;

  QhStore *store;
  QhRecord *record;
};

G_DEFINE_FINAL_TYPE (QhContactDetails, qh_contact_details, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_RECORD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_delete_clicked (QhContactDetails *self)
{
  qh_record_delete (GTK_WIDGET (self), self->store, self->record);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (widget);

  qh_person_merge (widget, self->store, self->record);
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (widget);

  qh_person_hand_over (widget, self->store, QH_CONTACT (self->record));
}

static void
erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (widget);

  qh_person_erase (widget, self->store, QH_CONTACT (self->record));
}

static void
qh_contact_details_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_RECORD:
    g_value_set_object (value, self->record);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_details_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_RECORD:
    self->record = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_details_dispose (GObject *object)
{
  QhContactDetails *self = QH_CONTACT_DETAILS (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_contact_details_parent_class)->dispose (object);
}

static void
qh_contact_details_class_init (QhContactDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_contact_details_get_property;
  object_class->set_property = qh_contact_details_set_property;
  object_class->dispose = qh_contact_details_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, QH_TYPE_RECORD, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge);
  gtk_widget_class_install_action (widget_class, "person.hand-over", NULL, hand_over);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, erase);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/contact-details.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
}

static void
qh_contact_details_init (QhContactDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_contact_details_new (QhStore *store, QhContact *contact)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTACT (contact), NULL);

  return g_object_new (QH_TYPE_CONTACT_DETAILS, "store", store, "record", contact, NULL);
}

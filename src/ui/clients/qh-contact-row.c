/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-contact-row.h"
#include "clients/qh-contact-details.h"
#include "qh-closures.h"

struct _QhContactRow {
  QhUnfoldRow parent_instance;

  QhStore *store;
  QhContact *contact;
};

G_DEFINE_FINAL_TYPE (QhContactRow, qh_contact_row, QH_TYPE_UNFOLD_ROW)

enum { PROP_CONTACT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
qh_contact_row_build_details (QhUnfoldRow *row)
{
  QhContactRow *self = QH_CONTACT_ROW (row);

  return qh_contact_details_new (self->store, self->contact);
}

static void
qh_contact_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CONTACT:
    g_value_set_object (value, QH_CONTACT_ROW (object)->contact);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_contact_row_dispose (GObject *object)
{
  QhContactRow *self = QH_CONTACT_ROW (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_contact_row_parent_class)->dispose (object);
}

static void
qh_contact_row_class_init (QhContactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_contact_row_get_property;
  object_class->dispose = qh_contact_row_dispose;
  QH_UNFOLD_ROW_CLASS (klass)->build_details = qh_contact_row_build_details;

  props[PROP_CONTACT] = g_param_spec_object ("contact", NULL, NULL, qh_contact_get_type (),
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/contact-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_contact_row_init (QhContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_contact_row_new (QhStore *store, QhContact *contact)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTACT (contact), NULL);

  QhContactRow *self = g_object_new (QH_TYPE_CONTACT_ROW, NULL);
  self->store = g_object_ref (store);
  self->contact = g_object_ref (contact);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTACT]);
  return GTK_WIDGET (self);
}

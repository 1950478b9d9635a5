/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-remark-details.h"
#include "qh-client-actions.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

struct _QhRemarkDetails {
  AdwBin parent_instance;

  AdwComboRow *who;

  QhStore *store;
  QhRecord *record;
  GPtrArray *contacts; /* QhContact, in the order of the choice; its first is nobody */
};

G_DEFINE_FINAL_TYPE (QhRemarkDetails, qh_remark_details, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_RECORD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
fill_who (QhRemarkDetails *self)
{
  QhRemark *remark = QH_REMARK (self->record);
  const char *values[] = { remark->client, NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->contacts = qh_store_select (self->store, &qh_contact_entity,
                                    "WHERE client = ?1 ORDER BY name_key", values, NULL);
  gtk_string_list_append (names, _ ("Not known"));
  for (guint i = 0; self->contacts && i < self->contacts->len; i++) {
    QhContact *contact = g_ptr_array_index (self->contacts, i);
    gtk_string_list_append (names, contact->name);
    if (g_strcmp0 (QH_RECORD (contact)->id, remark->contact) == 0)
      selected = i + 1;
  }
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who, selected);
}

static void
save_who (QhRemarkDetails *self, const char *contact)
{
  g_autofree char *before = g_strdup (QH_REMARK (self->record)->contact);
  g_autoptr (GError) error = NULL;

  if (!qh_record_set_string (self->record, "contact", contact))
    return;
  if (qh_store_save (self->store, self->record, &error))
    return;
  qh_record_set_string (self->record, "contact", before);
  qh_report_error (GTK_WIDGET (self), error);
}

static void
on_who_selected (QhRemarkDetails *self)
{
  guint selected = adw_combo_row_get_selected (self->who);

  if (!self->contacts || selected > self->contacts->len)
    return;
  save_who (self, selected == 0 ? NULL
                                : QH_RECORD (g_ptr_array_index (self->contacts, selected - 1))->id);
}

static void
on_delete_clicked (QhRemarkDetails *self)
{
  qh_record_delete (GTK_WIDGET (self), self->store, self->record);
}

static void
qh_remark_details_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRemarkDetails *self = QH_REMARK_DETAILS (object);

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
qh_remark_details_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhRemarkDetails *self = QH_REMARK_DETAILS (object);

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
qh_remark_details_constructed (GObject *object)
{
  G_OBJECT_CLASS (qh_remark_details_parent_class)->constructed (object);

  fill_who (QH_REMARK_DETAILS (object));
}

static void
qh_remark_details_dispose (GObject *object)
{
  QhRemarkDetails *self = QH_REMARK_DETAILS (object);

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_remark_details_parent_class)->dispose (object);
}

static void
qh_remark_details_class_init (QhRemarkDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_remark_details_get_property;
  object_class->set_property = qh_remark_details_set_property;
  object_class->constructed = qh_remark_details_constructed;
  object_class->dispose = qh_remark_details_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, QH_TYPE_RECORD, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/remark-details.ui");
  gtk_widget_class_bind_template_child (widget_class, QhRemarkDetails, who);
  gtk_widget_class_bind_template_callback (widget_class, on_who_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
}

static void
qh_remark_details_init (QhRemarkDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_remark_details_new (QhStore *store, QhRemark *remark)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_REMARK (remark), NULL);

  return g_object_new (QH_TYPE_REMARK_DETAILS, "store", store, "record", remark, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-page.h"
#include "friction/qh-friction-actions.h"
#include "friction/qh-friction-clients.h"
#include "friction/qh-friction-cost.h"
#include "friction/qh-friction-links.h"
#include "friction/qh-friction-standing.h"
#include "friction/qh-severity-choices.h"
#include "qh-closures.h"
#include "qh-field-control.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

struct _QhFrictionPage {
  AdwBin parent_instance;

  AdwComboRow *severity;

  QhStore *store;
  QhFriction *friction;
};

G_DEFINE_FINAL_TYPE (QhFrictionPage, qh_friction_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_FRICTION, N_PROPS };
static GParamSpec *props[N_PROPS];

/* A friction that is no more (deleted, or its making undone) leaves no page behind. */
static void
on_store_changed (QhFrictionPage *self)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_friction_entity, QH_RECORD (self->friction)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s",
                                QH_RECORD (self->friction)->id);
}

static void
show_severity (QhFrictionPage *self)
{
  adw_combo_row_set_selected (self->severity, (guint)self->friction->severity - 1);
}

static void
on_severity_selected (QhFrictionPage *self)
{
  gint64 severity = (gint64)adw_combo_row_get_selected (self->severity) + 1;
  g_autoptr (GError) error = NULL;

  if (!self->friction || severity == self->friction->severity)
    return;
  qh_record_set_int (QH_RECORD (self->friction), "severity", severity);
  if (qh_store_save (self->store, QH_RECORD (self->friction), &error))
    return;
  qh_store_revert (self->store, QH_RECORD (self->friction));
  qh_report_error (GTK_WIDGET (self), error);
}

static void delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionPage *self = QH_FRICTION_PAGE (widget);
  g_autoptr (GPtrArray) frictions = g_ptr_array_new ();

  qh_report_flush (widget);
  g_ptr_array_add (frictions, self->friction);
  qh_frictions_delete (widget, self->store, frictions);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-friction", NULL);
}

static void
qh_friction_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFrictionPage *self = QH_FRICTION_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_FRICTION:
    g_value_set_object (value, self->friction);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhFrictionPage *self = QH_FRICTION_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_FRICTION:
    self->friction = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_page_constructed (GObject *object)
{
  QhFrictionPage *self = QH_FRICTION_PAGE (object);

  G_OBJECT_CLASS (qh_friction_page_parent_class)->constructed (object);

  qh_field_control_name_parts (
      GTK_WIDGET (self->severity),
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->severity)));
  show_severity (self);
  g_signal_connect_object (self->friction, "notify::severity", G_CALLBACK (show_severity), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_friction_page_dispose (GObject *object)
{
  QhFrictionPage *self = QH_FRICTION_PAGE (object);

  g_clear_object (&self->friction);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_friction_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_FRICTION_CLIENTS);
  g_type_ensure (QH_TYPE_FRICTION_COST);
  g_type_ensure (QH_TYPE_FRICTION_LINKS);
  g_type_ensure (QH_TYPE_FRICTION_STANDING);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
}

static void
qh_friction_page_class_init (QhFrictionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_friction_page_get_property;
  object_class->set_property = qh_friction_page_set_property;
  object_class->constructed = qh_friction_page_constructed;
  object_class->dispose = qh_friction_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_FRICTION] =
      g_param_spec_object ("friction", NULL, NULL, qh_friction_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "friction.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionPage, severity);
  gtk_widget_class_bind_template_callback (widget_class, on_severity_selected);
  qh_closures_bind (widget_class);
}

static void
qh_friction_page_init (QhFrictionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_severity_choices_fill (GTK_WIDGET (self->severity), NULL);
}

GtkWidget *
qh_friction_page_new (QhStore *store, QhFriction *friction)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_FRICTION (friction), NULL);

  return g_object_new (QH_TYPE_FRICTION_PAGE, "store", store, "friction", friction, NULL);
}

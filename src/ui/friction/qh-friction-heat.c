/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-heat.h"
#include "friction/qh-friction-count.h"
#include "qh-field-control.h"
#include "widgets/qh-heat-view.h"
#include <glib/gi18n-lib.h>

struct _QhFrictionHeat {
  AdwBin parent_instance;

  GtkDropDown *span;
  GtkStack *stack;
  QhHeatView *view;

  QhStore *store;
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhFrictionHeat, qh_friction_heat, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CELL, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the order of the choices; 0: ever. */
static const int spans[] = { 30, 90, 365, 0 };
#define FIRST_SPAN 1

static int
get_days (QhFrictionHeat *self)
{
  guint chosen = gtk_drop_down_get_selected (self->span);

  return chosen < G_N_ELEMENTS (spans) ? spans[chosen] : spans[FIRST_SPAN];
}

static void
update (QhFrictionHeat *self)
{
  QhHeat heat = qh_friction_read_heat (self->store, get_days (self));

  qh_heat_view_show (self->view, &heat);
  gtk_stack_set_visible_child_name (self->stack,
                                    qh_heat_count_rows (&heat) > 0 ? "heat" : "nothing");
}

static gboolean
on_idle (gpointer user_data)
{
  QhFrictionHeat *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Behind drawing: of very many frictions it takes a moment. */
static void
schedule (QhFrictionHeat *self)
{
  if (self->idle == 0 && self->store)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_store_changed (QhFrictionHeat *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_friction_entity)) != 0)
    schedule (self);
}

static void
on_cell (QhFrictionHeat *self, int touchpoint, int severity)
{
  g_signal_emit (self, signals[SIGNAL_CELL], 0, touchpoint, severity);
}

static void
set_store (QhFrictionHeat *self, QhStore *store)
{
  if (!g_set_object (&self->store, store) || !store)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  schedule (self);
}

static void
qh_friction_heat_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_FRICTION_HEAT (object)->store);
}

static void
qh_friction_heat_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_store (QH_FRICTION_HEAT (object), g_value_get_object (value));
}

static void
qh_friction_heat_dispose (GObject *object)
{
  QhFrictionHeat *self = QH_FRICTION_HEAT (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_friction_heat_parent_class)->dispose (object);
}

static void
qh_friction_heat_class_init (QhFrictionHeatClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_friction_heat_get_property;
  object_class->set_property = qh_friction_heat_set_property;
  object_class->dispose = qh_friction_heat_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CELL] = g_signal_new ("cell", QH_TYPE_FRICTION_HEAT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (QH_TYPE_HEAT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-heat.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionHeat, span);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionHeat, stack);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionHeat, view);
  gtk_widget_class_bind_template_callback (widget_class, schedule);
  gtk_widget_class_bind_template_callback (widget_class, on_cell);
}

static void
qh_friction_heat_init (QhFrictionHeat *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_field_control_name_parts (GTK_WIDGET (self->span), _ ("Reported within"));
  gtk_drop_down_set_selected (self->span, FIRST_SPAN);
}

char *
qh_friction_heat_get_since (QhFrictionHeat *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_HEAT (self), NULL);

  int days = get_days (self);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));

  return days > 0 ? qh_date_add_days (today, -days) : NULL;
}

void
qh_friction_heat_settle (QhFrictionHeat *self)
{
  g_return_if_fail (QH_IS_FRICTION_HEAT (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-row.h"
#include "qh-closures.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "widgets/qh-box.h"
#include "widgets/qh-friction-text.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-severity-mark.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhFrictionRow {
  QhRow parent_instance;

  QhSeverityMark *mark;

  QhStore *store;
  char *facts;
  char *hand;
  char *age;
  char *cost;
  gboolean is_late;
};

G_DEFINE_FINAL_TYPE (QhFrictionRow, qh_friction_row, QH_TYPE_ROW)

enum { PROP_FACTS = 1, PROP_HAND, PROP_AGE, PROP_COST, PROP_IS_LATE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (QhFrictionRow *self)
{
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->hand, g_free);
  g_clear_pointer (&self->age, g_free);
  g_clear_pointer (&self->cost, g_free);
  self->is_late = FALSE;
}

/* "Ferris Dental Group · Billing · 24 a year" */
static char *
describe_facts (QhStore *store, QhFriction *friction)
{
  g_autofree char *clients = qh_friction_clients_label (store, friction);
  g_autofree char *times = qh_friction_times_label (friction);
  g_autofree char *place =
      qh_closure_join (NULL, clients, qh_enum_label (qh_touchpoint_values, friction->touchpoint));

  return qh_closure_join (NULL, place, times);
}

/* "€1,780 a year"; NULL while nothing is known that it could cost. */
static char *
describe_cost (QhStore *store, QhFriction *friction)
{
  g_autofree char *currency = qh_settings_get_currency (store);
  gint64 cost, clients;

  if (!qh_store_get_cost (store, QH_RECORD (friction)->id, &cost, &clients) || cost <= 0)
    return NULL;
  return qh_cost_label (cost, currency);
}

static void
show_friction (QhFrictionRow *self, QhFriction *friction)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));

  self->facts = describe_facts (self->store, friction);
  self->hand = qh_friction_hand_label (friction, today, &self->is_late);
  self->age = qh_friction_age_label (friction, today);
  self->cost = describe_cost (self->store, friction);
  qh_severity_mark_set (self->mark, friction->severity);
}

static void
qh_friction_row_show (QhRow *row, QhRecord *record)
{
  QhFrictionRow *self = QH_FRICTION_ROW (row);

  clear (self);
  if (record)
    show_friction (self, QH_FRICTION (record));
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_store_changed (QhFrictionRow *self, guint64 entities)
{
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & QH_COSTS_ENTITIES) == 0)
    return;
  qh_friction_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_friction_row_describe (QhRow *row)
{
  QhFrictionRow *self = QH_FRICTION_ROW (row);
  QhFriction *friction = QH_FRICTION (qh_row_get_record (row));
  g_autoptr (GString) label = g_string_new (friction->title);

  g_string_append (label, ", ");
  g_string_append_printf (label, _ ("severity %d"), (int)friction->severity);
  g_string_append_printf (label, "; %s", self->facts ? self->facts : "");
  if (self->cost)
    g_string_append_printf (label, "; %s", self->cost);
  if (self->hand)
    g_string_append_printf (label, "; %s", self->hand);
  if (self->is_late)
    g_string_append_printf (label, "; %s", _ ("overdue"));
  g_string_append_printf (label, "; %s", self->age);
  return g_strdup (label->str);
}

static void
qh_friction_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFrictionRow *self = QH_FRICTION_ROW (object);

  switch (id) {
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_HAND:
    g_value_set_string (value, self->hand);
    break;
  case PROP_AGE:
    g_value_set_string (value, self->age);
    break;
  case PROP_COST:
    g_value_set_string (value, self->cost);
    break;
  case PROP_IS_LATE:
    g_value_set_boolean (value, self->is_late);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_row_dispose (GObject *object)
{
  QhFrictionRow *self = QH_FRICTION_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_friction_row_parent_class)->dispose (object);
}

static void
qh_friction_row_class_init (QhFrictionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_friction_row_get_property;
  object_class->dispose = qh_friction_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_friction_row_show;
  QH_ROW_CLASS (klass)->describe = qh_friction_row_describe;

  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_HAND] = g_param_spec_string ("hand", NULL, NULL, NULL, flags);
  props[PROP_AGE] = g_param_spec_string ("age", NULL, NULL, NULL, flags);
  props[PROP_COST] = g_param_spec_string ("cost", NULL, NULL, NULL, flags);
  props[PROP_IS_LATE] = g_param_spec_boolean ("is-late", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (qh_friction_get_type ());
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_SEVERITY_MARK);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionRow, mark);
  qh_closures_bind (widget_class);
}

static void
qh_friction_row_init (QhFrictionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_friction_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhFrictionRow *self = g_object_new (QH_TYPE_FRICTION_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "housekeeping/qh-housekeeping-row.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

struct _QhHousekeepingRow {
  QhRow parent_instance;

  QhStore *store;
  char *facts;
  char *minutes;
};

G_DEFINE_FINAL_TYPE (QhHousekeepingRow, qh_housekeeping_row, QH_TYPE_ROW)

enum { PROP_FACTS = 1, PROP_MINUTES, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (QhHousekeepingRow *self)
{
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->minutes, g_free);
}

/* "Ferris Dental Group · to the portal" */
static char *
describe_facts (QhStore *store, QhHousekeeping *task)
{
  g_autoptr (QhRecord) client =
      task->client ? qh_store_get (store, &qh_client_entity, task->client, NULL) : NULL;
  g_autofree char *to =
      task->moved_to > 0
          /* Translators: who does a task from now on: "Goes to: Portal" */
          ? g_strdup_printf (_ ("Goes to: %s"),
                             qh_enum_label (qh_housekeeping_target_values, task->moved_to))
          : NULL;

  return qh_closure_join (NULL, client ? QH_CLIENT (client)->name : NULL, to);
}

static void
qh_housekeeping_row_show (QhRow *row, QhRecord *record)
{
  QhHousekeepingRow *self = QH_HOUSEKEEPING_ROW (row);
  QhHousekeeping *task = record ? QH_HOUSEKEEPING (record) : NULL;

  clear (self);
  if (task) {
    self->facts = describe_facts (self->store, task);
    self->minutes = task->minutes != QH_NONE
                        ? g_strdup_printf (_ ("%d min a month"), (int)task->minutes)
                        : NULL;
  }
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_store_changed (QhHousekeepingRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_housekeeping_entity) | QH_ENTITY_BIT (&qh_client_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & mine) == 0)
    return;
  qh_housekeeping_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_housekeeping_row_describe (QhRow *row)
{
  QhHousekeepingRow *self = QH_HOUSEKEEPING_ROW (row);
  QhHousekeeping *task = QH_HOUSEKEEPING (qh_row_get_record (row));
  g_autofree char *facts = qh_closure_join (NULL, self->facts, self->minutes);
  const char *status = qh_enum_label (qh_housekeeping_status_values, task->status);

  return g_strdup_printf ("%s; %s; %s", task->task, status ? status : "", facts ? facts : "");
}

static void
qh_housekeeping_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhHousekeepingRow *self = QH_HOUSEKEEPING_ROW (object);

  switch (id) {
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_MINUTES:
    g_value_set_string (value, self->minutes);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_housekeeping_row_dispose (GObject *object)
{
  QhHousekeepingRow *self = QH_HOUSEKEEPING_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_housekeeping_row_parent_class)->dispose (object);
}

static void
qh_housekeeping_row_class_init (QhHousekeepingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_housekeeping_row_get_property;
  object_class->dispose = qh_housekeeping_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_housekeeping_row_show;
  QH_ROW_CLASS (klass)->describe = qh_housekeeping_row_describe;

  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_MINUTES] = g_param_spec_string ("minutes", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (qh_housekeeping_get_type ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/housekeeping/housekeeping-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_housekeeping_row_init (QhHousekeepingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_housekeeping_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhHousekeepingRow *self = g_object_new (QH_TYPE_HOUSEKEEPING_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-movement-row.h"
#include "content/qh-movement-text.h"
#include "qh-closures.h"

struct _QhMovementRow {
  QhRow parent_instance;

  QhStore *store;
  char *title;
  char *details;
};

G_DEFINE_FINAL_TYPE (QhMovementRow, qh_movement_row, QH_TYPE_ROW)

enum { PROP_TITLE = 1, PROP_DETAILS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_movement_row_show (QhRow *row, QhRecord *record)
{
  QhMovementRow *self = QH_MOVEMENT_ROW (row);
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));

  g_free (self->title);
  g_free (self->details);
  self->title = record ? qh_movement_title (self->store, QH_MOVEMENT (record)) : NULL;
  self->details = record ? qh_movement_details (QH_MOVEMENT (record), now) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
}

static char *
qh_movement_row_describe (QhRow *row)
{
  QhMovementRow *self = QH_MOVEMENT_ROW (row);

  return qh_closure_join (NULL, self->title, self->details);
}

static void
qh_movement_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhMovementRow *self = QH_MOVEMENT_ROW (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_DETAILS:
    g_value_set_string (value, self->details);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_movement_row_dispose (GObject *object)
{
  QhMovementRow *self = QH_MOVEMENT_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (qh_movement_row_parent_class)->dispose (object);
}

static void
qh_movement_row_class_init (QhMovementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_movement_row_get_property;
  object_class->dispose = qh_movement_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_movement_row_show;
  QH_ROW_CLASS (klass)->describe = qh_movement_row_describe;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/movement-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_movement_row_init (QhMovementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_movement_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhMovementRow *self = g_object_new (QH_TYPE_MOVEMENT_ROW, NULL);
  self->store = g_object_ref (store);
  return QH_ROW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-row.h"

typedef struct {
  QhRecord *record;
  char *label;
} QhRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QhRow, qh_row, ADW_TYPE_BIN)

enum { PROP_RECORD = 1, PROP_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRowPrivate *priv = qh_row_get_instance_private (QH_ROW (object));

  switch (id) {
  case PROP_RECORD:
    g_value_set_object (value, priv->record);
    break;
  case PROP_LABEL:
    g_value_set_string (value, priv->label);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_RECORD:
    qh_row_set_record (QH_ROW (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_row_dispose (GObject *object)
{
  QhRowPrivate *priv = qh_row_get_instance_private (QH_ROW (object));

  g_clear_object (&priv->record);
  g_clear_pointer (&priv->label, g_free);

  G_OBJECT_CLASS (qh_row_parent_class)->dispose (object);
}

static void
qh_row_class_init (QhRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_row_get_property;
  object_class->set_property = qh_row_set_property;
  object_class->dispose = qh_row_dispose;

  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, QH_TYPE_RECORD, flags);
  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_row_init (QhRow *self)
{
}

QhRecord *
qh_row_get_record (QhRow *self)
{
  g_return_val_if_fail (QH_IS_ROW (self), NULL);

  return ((QhRowPrivate *)qh_row_get_instance_private (self))->record;
}

void
qh_row_set_record (QhRow *self, QhRecord *record)
{
  g_return_if_fail (QH_IS_ROW (self));
  g_return_if_fail (!record || QH_IS_RECORD (record));

  QhRowPrivate *priv = qh_row_get_instance_private (self);

  if (priv->record == record)
    return;
  if (priv->record)
    g_signal_handlers_disconnect_by_func (priv->record, qh_row_update_label, self);
  g_set_object (&priv->record, record);
  if (record)
    g_signal_connect_object (record, "notify", G_CALLBACK (qh_row_update_label), self,
                             G_CONNECT_SWAPPED);
  if (QH_ROW_GET_CLASS (self)->show)
    QH_ROW_GET_CLASS (self)->show (self, record);
  qh_row_update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

const char *
qh_row_get_label (QhRow *self)
{
  g_return_val_if_fail (QH_IS_ROW (self), NULL);

  return ((QhRowPrivate *)qh_row_get_instance_private (self))->label;
}

void
qh_row_update_label (QhRow *self)
{
  g_return_if_fail (QH_IS_ROW (self));

  QhRowPrivate *priv = qh_row_get_instance_private (self);
  g_autofree char *label = priv->record ? QH_ROW_GET_CLASS (self)->describe (self) : NULL;

  if (g_strcmp0 (priv->label, label) == 0)
    return;
  g_free (priv->label);
  priv->label = g_steal_pointer (&label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-part.h"

typedef struct {
  QhStore *store;
  QhFriction *friction;
} QhFrictionPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QhFrictionPart, qh_friction_part, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_FRICTION, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
update (QhFrictionPart *self)
{
  QhFrictionPartPrivate *priv = qh_friction_part_get_instance_private (self);

  if (priv->store && priv->friction)
    QH_FRICTION_PART_GET_CLASS (self)->update (self);
}

static void
set_store (QhFrictionPart *self, QhStore *store)
{
  QhFrictionPartPrivate *priv = qh_friction_part_get_instance_private (self);

  if (!g_set_object (&priv->store, store) || !store)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

static void
qh_friction_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFrictionPartPrivate *priv = qh_friction_part_get_instance_private (QH_FRICTION_PART (object));

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, priv->store);
    break;
  case PROP_FRICTION:
    g_value_set_object (value, priv->friction);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhFrictionPart *self = QH_FRICTION_PART (object);

  switch (id) {
  case PROP_STORE:
    set_store (self, g_value_get_object (value));
    break;
  case PROP_FRICTION:
    qh_friction_part_set_friction (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_part_dispose (GObject *object)
{
  QhFrictionPartPrivate *priv = qh_friction_part_get_instance_private (QH_FRICTION_PART (object));

  g_clear_object (&priv->friction);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (qh_friction_part_parent_class)->dispose (object);
}

static void
qh_friction_part_class_init (QhFrictionPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_friction_part_get_property;
  object_class->set_property = qh_friction_part_set_property;
  object_class->dispose = qh_friction_part_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_FRICTION] = g_param_spec_object ("friction", NULL, NULL, qh_friction_get_type (),
                                              flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_friction_part_init (QhFrictionPart *self)
{
}

QhStore *
qh_friction_part_get_store (QhFrictionPart *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_PART (self), NULL);

  return ((QhFrictionPartPrivate *)qh_friction_part_get_instance_private (self))->store;
}

QhFriction *
qh_friction_part_get_friction (QhFrictionPart *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_PART (self), NULL);

  return ((QhFrictionPartPrivate *)qh_friction_part_get_instance_private (self))->friction;
}

void
qh_friction_part_set_friction (QhFrictionPart *self, QhFriction *friction)
{
  g_return_if_fail (QH_IS_FRICTION_PART (self));

  QhFrictionPartPrivate *priv = qh_friction_part_get_instance_private (self);

  if (!g_set_object (&priv->friction, friction))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRICTION]);
  update (self);
}

void
qh_friction_part_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

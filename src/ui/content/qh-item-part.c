/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-part.h"

typedef struct {
  QhStore *store;
  QhContent *item;
  gboolean is_started;
} QhItemPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QhItemPart, qh_item_part, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_ITEM, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_store_changed (QhItemPart *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity) |
                    QH_ENTITY_BIT (&qh_waiting_entity) | QH_ENTITY_BIT (&qh_client_entity);

  if ((entities & mine) != 0)
    QH_ITEM_PART_GET_CLASS (self)->update (self);
}

/* Once it is known what is shown, and where it is kept. */
static void
start (QhItemPart *self)
{
  QhItemPartPrivate *priv = qh_item_part_get_instance_private (self);

  if (!priv->store || !priv->item || priv->is_started)
    return;
  priv->is_started = TRUE;
  g_signal_connect_object (priv->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  QH_ITEM_PART_GET_CLASS (self)->update (self);
}

static void
qh_item_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhItemPartPrivate *priv = qh_item_part_get_instance_private (QH_ITEM_PART (object));

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, priv->store);
    break;
  case PROP_ITEM:
    g_value_set_object (value, priv->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_item_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhItemPartPrivate *priv = qh_item_part_get_instance_private (QH_ITEM_PART (object));

  switch (id) {
  case PROP_STORE:
    g_set_object (&priv->store, g_value_get_object (value));
    break;
  case PROP_ITEM:
    g_set_object (&priv->item, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  start (QH_ITEM_PART (object));
}

static void
qh_item_part_dispose (GObject *object)
{
  QhItemPartPrivate *priv = qh_item_part_get_instance_private (QH_ITEM_PART (object));

  g_clear_object (&priv->item);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (qh_item_part_parent_class)->dispose (object);
}

static void
qh_item_part_class_init (QhItemPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_item_part_get_property;
  object_class->set_property = qh_item_part_set_property;
  object_class->dispose = qh_item_part_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, qh_content_get_type (), flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_item_part_init (QhItemPart *self)
{
}

QhStore *
qh_item_part_get_store (QhItemPart *self)
{
  g_return_val_if_fail (QH_IS_ITEM_PART (self), NULL);

  return ((QhItemPartPrivate *)qh_item_part_get_instance_private (self))->store;
}

QhContent *
qh_item_part_get_item (QhItemPart *self)
{
  g_return_val_if_fail (QH_IS_ITEM_PART (self), NULL);

  return ((QhItemPartPrivate *)qh_item_part_get_instance_private (self))->item;
}

void
qh_item_part_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-growing-model.h"

struct _QhGrowingModel {
  GObject parent_instance;

  GListModel *model;
  guint limit;
  guint length; /* what was told: the smaller of the model's length and the limit */
};

static void qh_growing_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QhGrowingModel, qh_growing_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qh_growing_model_list_init))

static GType
qh_growing_model_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (QH_GROWING_MODEL (list)->model);
}

static guint
qh_growing_model_get_n_items (GListModel *list)
{
  return QH_GROWING_MODEL (list)->length;
}

static gpointer
qh_growing_model_get_item (GListModel *list, guint position)
{
  QhGrowingModel *self = QH_GROWING_MODEL (list);

  return position < self->length ? g_list_model_get_item (self->model, position) : NULL;
}

static void
qh_growing_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = qh_growing_model_get_item_type;
  iface->get_n_items = qh_growing_model_get_n_items;
  iface->get_item = qh_growing_model_get_item;
}

/* The one door through which the length changes. What slides into view at the end because something
 * before it went counts as changed with it. */
static void
change (QhGrowingModel *self, guint position, guint removed, guint added)
{
  guint before = self->length;
  guint after = MIN (g_list_model_get_n_items (self->model), self->limit);

  if (position >= before && position >= after)
    return;
  if (removed != added || position + removed > before) {
    removed = before - position;
    added = after - position;
  }
  self->length = after;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Below the limit the change is passed on as it is; a list that is cut off at the limit changes
 * from the change to its end. */
static void
on_model_changed (QhGrowingModel *self, guint position, guint removed, guint added)
{
  guint length = g_list_model_get_n_items (self->model);

  if (length <= self->limit && length - added + removed <= self->limit) {
    self->length = length;
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  } else {
    change (self, position, removed, added);
  }
}

static void
qh_growing_model_dispose (GObject *object)
{
  QhGrowingModel *self = QH_GROWING_MODEL (object);

  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->length = 0;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (qh_growing_model_parent_class)->dispose (object);
}

static void
qh_growing_model_class_init (QhGrowingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_growing_model_dispose;
}

static void
qh_growing_model_init (QhGrowingModel *self)
{
}

QhGrowingModel *
qh_growing_model_new (GListModel *model, guint limit)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  QhGrowingModel *self = g_object_new (QH_TYPE_GROWING_MODEL, NULL);
  self->model = model;
  self->limit = limit;
  self->length = MIN (g_list_model_get_n_items (model), limit);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_model_changed), self);
  return self;
}

guint
qh_growing_model_get_limit (QhGrowingModel *self)
{
  g_return_val_if_fail (QH_IS_GROWING_MODEL (self), 0);

  return self->limit;
}

void
qh_growing_model_raise_limit (QhGrowingModel *self, guint limit)
{
  g_return_if_fail (QH_IS_GROWING_MODEL (self));

  guint before = self->length;

  if (limit <= self->limit)
    return;
  self->limit = limit;
  self->length = MIN (g_list_model_get_n_items (self->model), limit);
  if (self->length > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->length - before);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-section-model.h"

struct _QhHeading {
  GObject parent_instance;

  char *title;
};

G_DEFINE_FINAL_TYPE (QhHeading, qh_heading, G_TYPE_OBJECT)

static void
qh_heading_finalize (GObject *object)
{
  g_free (QH_HEADING (object)->title);

  G_OBJECT_CLASS (qh_heading_parent_class)->finalize (object);
}

static void
qh_heading_class_init (QhHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qh_heading_finalize;
}

static void
qh_heading_init (QhHeading *self)
{
}

const char *
qh_heading_get_title (QhHeading *self)
{
  g_return_val_if_fail (QH_IS_HEADING (self), NULL);

  return self->title;
}

struct _QhSectionModel {
  GObject parent_instance;

  QhHeading *heading; /* NULL: none */
  GListModel *model;
  guint length; /* of the model, as it was told */
};

static void qh_section_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QhSectionModel, qh_section_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qh_section_model_list_init))

/* How many items stand before the first of the model when it has @length of them. */
static guint
count_before (QhSectionModel *self, guint length)
{
  return self->heading && length > 0 ? 1 : 0;
}

static GType
qh_section_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
qh_section_model_get_n_items (GListModel *list)
{
  QhSectionModel *self = QH_SECTION_MODEL (list);

  return self->length + count_before (self, self->length);
}

static gpointer
qh_section_model_get_item (GListModel *list, guint position)
{
  QhSectionModel *self = QH_SECTION_MODEL (list);
  guint before = count_before (self, self->length);

  if (position < before)
    return g_object_ref (self->heading);
  if (position - before >= self->length)
    return NULL;
  return g_list_model_get_item (self->model, position - before);
}

static void
qh_section_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = qh_section_model_get_item_type;
  iface->get_n_items = qh_section_model_get_n_items;
  iface->get_item = qh_section_model_get_item;
}

/* The heading comes and goes with the first and last item. */
static void
on_model_changed (QhSectionModel *self, guint position, guint removed, guint added)
{
  guint before = count_before (self, self->length);
  guint length = self->length - removed + added;
  guint after = count_before (self, length);

  self->length = length;
  if (before == after)
    g_list_model_items_changed (G_LIST_MODEL (self), position + before, removed, added);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed + before, added + after);
}

static void
qh_section_model_dispose (GObject *object)
{
  QhSectionModel *self = QH_SECTION_MODEL (object);

  if (self->model)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->length = 0;
  g_clear_object (&self->model);
  g_clear_object (&self->heading);

  G_OBJECT_CLASS (qh_section_model_parent_class)->dispose (object);
}

static void
qh_section_model_class_init (QhSectionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_section_model_dispose;
}

static void
qh_section_model_init (QhSectionModel *self)
{
}

QhSectionModel *
qh_section_model_new (const char *title, GListModel *model)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  QhSectionModel *self = g_object_new (QH_TYPE_SECTION_MODEL, NULL);
  if (title) {
    self->heading = g_object_new (QH_TYPE_HEADING, NULL);
    self->heading->title = g_strdup (title);
  }
  self->model = model;
  self->length = g_list_model_get_n_items (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_model_changed), self);
  return self;
}

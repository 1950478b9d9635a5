/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-page.h"
#include "content/qh-item-burn.h"
#include "content/qh-item-copies.h"
#include "content/qh-item-file.h"
#include "content/qh-item-ledger.h"
#include "content/qh-item-waiting.h"
#include "qh-closures.h"
#include "qh-field-edit.h"
#include "qh-item-actions.h"
#include "widgets/qh-box.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"

struct _QhItemPage {
  AdwBin parent_instance;

  QhStore *store;
  QhContent *item;
};

G_DEFINE_FINAL_TYPE (QhItemPage, qh_item_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_ITEM, N_PROPS };
static GParamSpec *props[N_PROPS];

/* An item that is no more (deleted, or its making undone) leaves no page behind. */
static void
on_store_changed (QhItemPage *self)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_content_entity, QH_RECORD (self->item)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s",
                                QH_RECORD (self->item)->id);
}

static void
duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhItemPage *self = QH_ITEM_PAGE (widget);

  qh_item_duplicate (widget, self->store, self->item);
}

static void delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhItemPage *self = QH_ITEM_PAGE (widget);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, self->item);
  qh_items_delete (widget, self->store, items);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-item", NULL);
}

static void
qh_item_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhItemPage *self = QH_ITEM_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_ITEM:
    g_value_set_object (value, self->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_item_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhItemPage *self = QH_ITEM_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_ITEM:
    self->item = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_item_page_constructed (GObject *object)
{
  QhItemPage *self = QH_ITEM_PAGE (object);

  G_OBJECT_CLASS (qh_item_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_item_page_dispose (GObject *object)
{
  QhItemPage *self = QH_ITEM_PAGE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_item_page_parent_class)->dispose (object);
}

static void
qh_item_page_class_init (QhItemPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_item_page_get_property;
  object_class->set_property = qh_item_page_set_property;
  object_class->constructed = qh_item_page_constructed;
  object_class->dispose = qh_item_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, qh_content_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "item.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_ITEM_BURN);
  g_type_ensure (QH_TYPE_ITEM_COPIES);
  g_type_ensure (QH_TYPE_ITEM_FILE);
  g_type_ensure (QH_TYPE_ITEM_LEDGER);
  g_type_ensure (QH_TYPE_ITEM_WAITING);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-page.ui");
  qh_closures_bind (widget_class);
}

static void
qh_item_page_init (QhItemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_item_page_new (QhStore *store, QhContent *item)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  return g_object_new (QH_TYPE_ITEM_PAGE, "store", store, "item", item, NULL);
}

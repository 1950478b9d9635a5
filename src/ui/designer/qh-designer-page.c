/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-designer-page.h"
#include "widgets/qh-header.h"

struct _QhDesignerPage {
  AdwBin parent_instance;

  QhStore *store;
  char *meeting_id;
};

G_DEFINE_FINAL_TYPE (QhDesignerPage, qh_designer_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_designer_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_designer_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_designer_page_dispose (GObject *object)
{
  QhDesignerPage *self = QH_DESIGNER_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->meeting_id, g_free);

  G_OBJECT_CLASS (qh_designer_page_parent_class)->dispose (object);
}

static void
qh_designer_page_class_init (QhDesignerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_designer_page_get_property;
  object_class->set_property = qh_designer_page_set_property;
  object_class->dispose = qh_designer_page_dispose;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/designer-page.ui");
}

static void
qh_designer_page_init (QhDesignerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_designer_page_new (QhStore *store, const char *meeting_id)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (meeting_id, NULL);

  QhDesignerPage *self = g_object_new (QH_TYPE_DESIGNER_PAGE, "store", store, NULL);
  self->meeting_id = g_strdup (meeting_id);
  return GTK_WIDGET (self);
}

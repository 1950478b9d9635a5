/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust/qh-trust-page.h"
#include "trust/qh-trust-card.h"
#include "widgets/qh-header.h"

struct _QhTrustPage {
  AdwBin parent_instance;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhTrustPage, qh_trust_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_trust_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_TRUST_PAGE (object)->store);
}

static void
qh_trust_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_object (&QH_TRUST_PAGE (object)->store, g_value_get_object (value));
}

static void
qh_trust_page_dispose (GObject *object)
{
  g_clear_object (&QH_TRUST_PAGE (object)->store);

  G_OBJECT_CLASS (qh_trust_page_parent_class)->dispose (object);
}

static void
qh_trust_page_class_init (QhTrustPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_trust_page_get_property;
  object_class->set_property = qh_trust_page_set_property;
  object_class->dispose = qh_trust_page_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_TRUST_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/trust/trust-page.ui");
}

static void
qh_trust_page_init (QhTrustPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_trust_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_TRUST_PAGE, "store", store, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-later.h"

struct _QhLater {
  AdwBin parent_instance;

  char *resource;
};

G_DEFINE_FINAL_TYPE (QhLater, qh_later, ADW_TYPE_BIN)

enum { PROP_RESOURCE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
build (QhLater *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (self->resource);

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (gtk_builder_get_object (builder, "child")));
}

static void
qh_later_map (GtkWidget *widget)
{
  if (!adw_bin_get_child (ADW_BIN (widget)))
    build (QH_LATER (widget));

  GTK_WIDGET_CLASS (qh_later_parent_class)->map (widget);
}

static void
qh_later_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_RESOURCE:
    g_value_set_string (value, QH_LATER (object)->resource);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_later_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_RESOURCE:
    QH_LATER (object)->resource = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_later_finalize (GObject *object)
{
  g_free (QH_LATER (object)->resource);

  G_OBJECT_CLASS (qh_later_parent_class)->finalize (object);
}

static void
qh_later_class_init (QhLaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qh_later_get_property;
  object_class->set_property = qh_later_set_property;
  object_class->finalize = qh_later_finalize;
  GTK_WIDGET_CLASS (klass)->map = qh_later_map;

  props[PROP_RESOURCE] =
      g_param_spec_string ("resource", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_later_init (QhLater *self)
{
}

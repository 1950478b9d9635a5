/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-place-row.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

struct _QhPlaceRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;

  const QhPlace *place;
  guint count;
};

G_DEFINE_FINAL_TYPE (QhPlaceRow, qh_place_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_COUNT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_place_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_COUNT:
    g_value_set_uint (value, QH_PLACE_ROW (object)->count);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_place_row_class_init (QhPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = qh_place_row_get_property;

  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, QhPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, QhPlaceRow, badge);
  qh_closures_bind (widget_class);
}

static void
qh_place_row_init (QhPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_place_row_new (const QhPlace *place)
{
  g_return_val_if_fail (place, NULL);

  QhPlaceRow *self = g_object_new (QH_TYPE_PLACE_ROW, NULL);
  self->place = place;
  gtk_label_set_label (self->title, _ (place->title));
  gtk_image_set_from_icon_name (self->icon, place->icon);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", place->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.page");
  return GTK_WIDGET (self);
}

const QhPlace *
qh_place_row_get_place (QhPlaceRow *self)
{
  g_return_val_if_fail (QH_IS_PLACE_ROW (self), NULL);

  return self->place;
}

void
qh_place_row_update (QhPlaceRow *self, QhStore *store)
{
  g_return_if_fail (QH_IS_PLACE_ROW (self));
  g_return_if_fail (QH_IS_STORE (store));

  guint count = self->place->count ? self->place->count (store) : 0;
  g_autofree char *text = NULL;

  if (count == self->count)
    return;
  self->count = count;
  text = count > 0 ? self->place->describe (count) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

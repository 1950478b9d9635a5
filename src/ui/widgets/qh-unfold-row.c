/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-unfold-row.h"
#include "qh-closures.h"
#include <adwaita.h>

typedef struct {
  AdwBin *content;
  GtkRevealer *revealer;
  gboolean is_unfolded;
} QhUnfoldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QhUnfoldRow, qh_unfold_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_CONTENT = 1, PROP_IS_UNFOLDED, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
qh_unfold_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhUnfoldRowPrivate *priv = qh_unfold_row_get_instance_private (QH_UNFOLD_ROW (object));

  switch (id) {
  case PROP_CONTENT:
    g_value_set_object (value, adw_bin_get_child (priv->content));
    break;
  case PROP_IS_UNFOLDED:
    g_value_set_boolean (value, priv->is_unfolded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_unfold_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhUnfoldRowPrivate *priv = qh_unfold_row_get_instance_private (QH_UNFOLD_ROW (object));

  switch (id) {
  case PROP_CONTENT:
    adw_bin_set_child (priv->content, g_value_get_object (value));
    break;
  case PROP_IS_UNFOLDED:
    qh_unfold_row_set_unfolded (QH_UNFOLD_ROW (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_unfold_row_class_init (QhUnfoldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_unfold_row_get_property;
  object_class->set_property = qh_unfold_row_set_property;

  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_IS_UNFOLDED] = g_param_spec_boolean ("is-unfolded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/unfold-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, QhUnfoldRow, content);
  gtk_widget_class_bind_template_child_private (widget_class, QhUnfoldRow, revealer);
  qh_closures_bind (widget_class);
}

static void
qh_unfold_row_init (QhUnfoldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qh_unfold_row_set_unfolded (QhUnfoldRow *self, gboolean is_unfolded)
{
  g_return_if_fail (QH_IS_UNFOLD_ROW (self));

  QhUnfoldRowPrivate *priv = qh_unfold_row_get_instance_private (self);

  if (priv->is_unfolded == is_unfolded)
    return;
  priv->is_unfolded = is_unfolded;
  if (is_unfolded && !gtk_revealer_get_child (priv->revealer))
    gtk_revealer_set_child (priv->revealer, QH_UNFOLD_ROW_GET_CLASS (self)->build_details (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_unfolded,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_UNFOLDED]);
}

gboolean
qh_unfold_row_is_unfolded (QhUnfoldRow *self)
{
  g_return_val_if_fail (QH_IS_UNFOLD_ROW (self), FALSE);

  return ((QhUnfoldRowPrivate *)qh_unfold_row_get_instance_private (self))->is_unfolded;
}

static void
on_row_activated (GtkListBox *list, QhUnfoldRow *row)
{
  qh_unfold_row_set_unfolded (row, !qh_unfold_row_is_unfolded (row));
}

void
qh_unfold_row_serve (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
}

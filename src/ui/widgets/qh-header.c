/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-header.h"
#include "qh-closures.h"
#include <string.h>

/* As narrow as a window gets. */
#define LEAST_WIDTH 360

struct _QhHeader {
  AdwBin parent_instance;

  AdwHeaderBar *bar;

  QhStore *store;
  char *title;
  char *subtitle;
  gboolean subpage;
  gboolean narrow;
  GBinding *narrow_binding;
};

static void qh_header_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QhHeader, qh_header, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, qh_header_buildable_init))

enum { PROP_STORE = 1, PROP_TITLE, PROP_SUBTITLE, PROP_SUBPAGE, PROP_NARROW, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void
set_string (QhHeader *self, char **place, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_boolean (QhHeader *self, gboolean *place, const GValue *value, GParamSpec *pspec)
{
  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
qh_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhHeader *self = QH_HEADER (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_SUBPAGE:
    g_value_set_boolean (value, self->subpage);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_header_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhHeader *self = QH_HEADER (object);

  switch (id) {
  case PROP_STORE:
    if (g_set_object (&self->store, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_TITLE:
    set_string (self, &self->title, value, pspec);
    break;
  case PROP_SUBTITLE:
    set_string (self, &self->subtitle, value, pspec);
    break;
  case PROP_SUBPAGE:
    set_boolean (self, &self->subpage, value, pspec);
    break;
  case PROP_NARROW:
    set_boolean (self, &self->narrow, value, pspec);
    qh_header_show_window_buttons (self->bar, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* Any root will do that knows whether it is narrow: a page can stand in a test without a window. */
static void
qh_header_root (GtkWidget *widget)
{
  QhHeader *self = QH_HEADER (widget);
  GObject *root;

  GTK_WIDGET_CLASS (qh_header_parent_class)->root (widget);

  root = G_OBJECT (gtk_widget_get_root (widget));
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "narrow"))
    self->narrow_binding =
        g_object_bind_property (root, "narrow", self, "narrow", G_BINDING_SYNC_CREATE);
}

static void
qh_header_unroot (GtkWidget *widget)
{
  QhHeader *self = QH_HEADER (widget);

  g_clear_pointer (&self->narrow_binding, g_binding_unbind);

  GTK_WIDGET_CLASS (qh_header_parent_class)->unroot (widget);
}

/* A header learns that its window has become narrow only after it was given its size: until then it
 * must not be what keeps the window wide. */
static void
qh_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhHeader *self = QH_HEADER (widget);

  gtk_widget_measure (GTK_WIDGET (self->bar), orientation, -1, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
qh_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhHeader *self = QH_HEADER (widget);
  int least;

  gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->bar),
                            &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
}

static void
qh_header_dispose (GObject *object)
{
  QhHeader *self = QH_HEADER (object);

  g_clear_pointer (&self->narrow_binding, g_binding_unbind);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_header_parent_class)->dispose (object);
}

static void
qh_header_finalize (GObject *object)
{
  QhHeader *self = QH_HEADER (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (qh_header_parent_class)->finalize (object);
}

static void
qh_header_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  QhHeader *self = QH_HEADER (buildable);

  if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (self->bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (self->bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "title") == 0)
    adw_header_bar_set_title_widget (self->bar, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
qh_header_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = qh_header_add_child;
}

static void
qh_header_class_init (QhHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_header_get_property;
  object_class->set_property = qh_header_set_property;
  object_class->dispose = qh_header_dispose;
  object_class->finalize = qh_header_finalize;
  widget_class->root = qh_header_root;
  widget_class->unroot = qh_header_unroot;
  widget_class->measure = qh_header_measure;
  widget_class->size_allocate = qh_header_size_allocate;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_SUBPAGE] = g_param_spec_boolean ("subpage", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/header.ui");
  gtk_widget_class_bind_template_child (widget_class, QhHeader, bar);
  qh_closures_bind (widget_class);
}

static void
qh_header_init (QhHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

char *
qh_header_keep_close (const char *layout)
{
  g_return_val_if_fail (layout, NULL);

  g_auto (GStrv) sides = g_strsplit (layout, ":", 2);
  gboolean is_left = sides[0] && strstr (sides[0], "close");
  gboolean is_right = sides[0] && sides[1] && strstr (sides[1], "close");

  return g_strdup (is_left ? "close:" : is_right ? ":close" : ":");
}

void
qh_header_show_window_buttons (AdwHeaderBar *bar, gboolean narrow)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (bar));

  g_autofree char *layout = NULL;
  g_autofree char *fewer = NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (bar)), "gtk-decoration-layout", &layout, NULL);
  fewer = narrow ? qh_header_keep_close (layout) : NULL;
  adw_header_bar_set_decoration_layout (bar, fewer);
}

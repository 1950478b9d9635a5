/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-column-layout.h"

struct _QhColumnLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (QhColumnLayout, qh_column_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* The children that are shown, and what each asks for. */
static GArray *
measure_children (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkRequestedSize size = { .data = child };
    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, orientation, for_size, &size.minimum_size, &size.natural_size, NULL,
                        NULL);
    g_array_append_val (sizes, size);
  }
  return sizes;
}

static int
gaps (QhColumnLayout *self, GArray *sizes)
{
  return sizes->len > 0 ? (int)(sizes->len - 1) * self->spacing : 0;
}

static GtkSizeRequestMode
qh_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qh_column_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                          int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  gboolean is_height = orientation == GTK_ORIENTATION_VERTICAL;
  g_autoptr (GArray) sizes = measure_children (widget, orientation, is_height ? for_size : -1);

  *minimum = *natural = is_height ? gaps (QH_COLUMN_LAYOUT (manager), sizes) : 0;
  for (guint i = 0; i < sizes->len; i++) {
    const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
    *minimum = is_height ? *minimum + size->minimum_size : MAX (*minimum, size->minimum_size);
    *natural = is_height ? *natural + size->natural_size : MAX (*natural, size->natural_size);
  }
}

static void
qh_column_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                           int baseline)
{
  QhColumnLayout *self = QH_COLUMN_LAYOUT (manager);
  g_autoptr (GArray) sizes = measure_children (widget, GTK_ORIENTATION_VERTICAL, width);
  int rest = height - gaps (self, sizes), y;

  for (guint i = 0; i < sizes->len; i++)
    rest -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), sizes->len,
                                            (GtkRequestedSize *)(gpointer)sizes->data);
  y = rest / 2;
  for (guint i = 0; i < sizes->len; i++) {
    const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
    GtkAllocation box = { 0, y, width, size->minimum_size };
    gtk_widget_size_allocate (size->data, &box, -1);
    y += size->minimum_size + self->spacing;
  }
}

static void
qh_column_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, QH_COLUMN_LAYOUT (object)->spacing);
}

static void
qh_column_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QH_COLUMN_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
qh_column_layout_class_init (QhColumnLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = qh_column_layout_get_property;
  object_class->set_property = qh_column_layout_set_property;
  layout_class->get_request_mode = qh_column_layout_get_request_mode;
  layout_class->measure = qh_column_layout_measure;
  layout_class->allocate = qh_column_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_column_layout_init (QhColumnLayout *self)
{
}

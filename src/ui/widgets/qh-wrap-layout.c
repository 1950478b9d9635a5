/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays chips out in lines. */
#include "widgets/qh-wrap-layout.h"

struct _QhWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (QhWrapLayout, qh_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, PROP_LINE_SPACING, N_PROPS };
static GParamSpec *props[N_PROPS];

/* The children that take room, with their widths at most @width. */
static GPtrArray *
list_children (GtkWidget *widget, int width, GArray *widths)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    natural = MIN (natural, width);
    g_array_append_val (widths, natural);
    g_ptr_array_add (children, child);
  }
  return children;
}

static int
line_height (GPtrArray *children, GArray *widths, const guint *lines, guint line)
{
  int height = 0;

  for (guint i = 0; i < children->len; i++) {
    int natural;

    if (lines[i] != line)
      continue;
    gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_VERTICAL,
                        g_array_index (widths, int, i), NULL, &natural, NULL, NULL);
    height = MAX (height, natural);
  }
  return height;
}

static void
place_line (QhWrapLayout *self, GtkWidget *widget, GPtrArray *children, GArray *widths,
            const guint *lines, guint line, int width, int y, int height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < children->len; i++) {
    int child_width = g_array_index (widths, int, i);

    if (lines[i] != line)
      continue;
    gtk_widget_size_allocate (
        children->pdata[i],
        &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, height }, -1);
    x += child_width + self->spacing;
  }
}

/* Measures the lines for @width, and places the children where @place. Returns the height. */
static int
arrange (QhWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) children = list_children (widget, width, widths);
  g_autofree guint *lines = g_new0 (guint, children->len + 1);
  guint n_lines = qh_wrap_break ((const int *)(gpointer)widths->data, children->len, width,
                                 self->spacing, lines);
  int y = 0;

  for (guint line = 0; line < n_lines; line++) {
    int height = line_height (children, widths, lines, line);

    if (place)
      place_line (self, widget, children, widths, lines, line, width, y, height);
    y += height + self->line_spacing;
  }
  return MAX (0, y - self->line_spacing);
}

static void
measure_width (QhWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int sum = 0;

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                        NULL);
    *minimum = MAX (*minimum, child_minimum);
    sum += child_natural + self->spacing;
  }
  *natural = MAX (*minimum, sum - self->spacing);
}

static GtkSizeRequestMode
qh_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qh_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  QhWrapLayout *self = QH_WRAP_LAYOUT (manager);
  int least, most;

  measure_width (self, widget, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
    return;
  }
  *minimum = *natural = arrange (self, widget, for_size < 0 ? most : MAX (for_size, least), FALSE);
}

static void
qh_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  arrange (QH_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static int *
member (QhWrapLayout *self, guint id)
{
  return id == PROP_SPACING ? &self->spacing : &self->line_spacing;
}

static void
qh_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, *member (QH_WRAP_LAYOUT (object), id));
}

static void
qh_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  int *place = member (QH_WRAP_LAYOUT (object), id);

  if (*place == g_value_get_int (value))
    return;
  *place = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
qh_wrap_layout_class_init (QhWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_wrap_layout_get_property;
  object_class->set_property = qh_wrap_layout_set_property;
  layout_class->get_request_mode = qh_wrap_layout_get_request_mode;
  layout_class->measure = qh_wrap_layout_measure;
  layout_class->allocate = qh_wrap_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_wrap_layout_init (QhWrapLayout *self)
{
}

guint
qh_wrap_break (const int *widths, guint n, int width, int spacing, guint *lines)
{
  guint line = 0;
  int x = 0;

  for (guint i = 0; i < n; i++) {
    if (x > 0 && x + widths[i] > width) {
      line++;
      x = 0;
    }
    lines[i] = line;
    x += widths[i] + spacing;
  }
  return n == 0 ? 0 : line + 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays chips out in lines. */
#include "widgets/qh-wrap-layout.h"

struct _QhWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
  int squeeze;
  int fill;
};

G_DEFINE_FINAL_TYPE (QhWrapLayout, qh_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_SPACING = 1, PROP_LINE_SPACING, PROP_SQUEEZE, PROP_FILL, N_PROPS };
static GParamSpec *props[N_PROPS];

/* The children that take room; @boxes gets what they ask for in lines of @width. (transfer
 * container) */
static GPtrArray *
list_children (GtkWidget *widget, int width, GArray *boxes)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    QhWrapBox box = { 0 };

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &box.minimum, &box.natural, NULL,
                        NULL);
    if (gtk_widget_has_css_class (child, QH_WRAP_WHOLE))
      box.minimum = MAX (box.minimum, MIN (box.natural, width));
    g_array_append_val (boxes, box);
    g_ptr_array_add (children, child);
  }
  return children;
}

static int
line_height (GPtrArray *children, const QhWrapBox *boxes, guint line)
{
  int height = 0;

  for (guint i = 0; i < children->len; i++) {
    int natural;

    if (boxes[i].line != line)
      continue;
    gtk_widget_measure (children->pdata[i], GTK_ORIENTATION_VERTICAL, boxes[i].width, NULL,
                        &natural, NULL, NULL);
    height = MAX (height, natural);
  }
  return height;
}

/* @area: the line in the widget. */
static void
place_line (QhWrapLayout *self, GtkWidget *widget, GPtrArray *children, const QhWrapBox *boxes,
            guint line, const GtkAllocation *area)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < children->len; i++) {
    GtkAllocation place = { x, area->y, boxes[i].width, area->height };

    if (boxes[i].line != line)
      continue;
    if (rtl)
      place.x = area->width - x - boxes[i].width;
    gtk_widget_size_allocate (children->pdata[i], &place, -1);
    x += boxes[i].width + self->spacing;
  }
}

/* Measures the lines for @width, and places the children where @place. Returns the height. */
static int
arrange (QhWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (QhWrapBox));
  g_autoptr (GPtrArray) children = list_children (widget, width, array);
  QhWrapBox *boxes = (QhWrapBox *)(gpointer)array->data;
  guint n_lines = qh_wrap_break (boxes, children->len, width, self->spacing, self->squeeze);
  GtkAllocation area = { 0, 0, width, 0 };

  if (self->fill)
    qh_wrap_fill (boxes, children->len, width, self->spacing);
  for (guint line = 0; line < n_lines; line++) {
    area.height = line_height (children, boxes, line);
    if (place)
      place_line (self, widget, children, boxes, line, &area);
    area.y += area.height + self->line_spacing;
  }
  return MAX (0, area.y - self->line_spacing);
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
  switch (id) {
  case PROP_SPACING:
    return &self->spacing;
  case PROP_LINE_SPACING:
    return &self->line_spacing;
  case PROP_SQUEEZE:
    return &self->squeeze;
  case PROP_FILL:
    return &self->fill;
  default:
    return NULL;
  }
}

static void
qh_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  int *place = member (QH_WRAP_LAYOUT (object), id);

  if (id == PROP_FILL)
    g_value_set_boolean (value, *place);
  else
    g_value_set_int (value, *place);
}

static void
qh_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  int *place = member (QH_WRAP_LAYOUT (object), id);
  int number = id == PROP_FILL ? g_value_get_boolean (value) : g_value_get_int (value);

  if (*place == number)
    return;
  *place = number;
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
  props[PROP_SQUEEZE] = g_param_spec_int ("squeeze", NULL, NULL, 1, 100, 100, flags);
  props[PROP_FILL] = g_param_spec_boolean ("fill", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_wrap_layout_init (QhWrapLayout *self)
{
  self->squeeze = 100;
}

/* Shares what a line has left among the boxes that want more. */
static void
share_line (QhWrapBox *boxes, guint n, int width, int spacing)
{
  int left = width - spacing * (int)(n - 1), wanted = 0;

  for (guint i = 0; i < n; i++) {
    left -= boxes[i].width;
    wanted += MAX (0, boxes[i].natural - boxes[i].width);
  }
  left = CLAMP (left, 0, wanted);
  for (guint i = 0; i < n && wanted > 0; i++)
    boxes[i].width += MAX (0, boxes[i].natural - boxes[i].width) * left / wanted;
}

guint
qh_wrap_break (QhWrapBox *boxes, guint n, int width, int spacing, int squeeze)
{
  guint line = 0, first = 0;
  int x = 0;

  for (guint i = 0; i < n; i++) {
    boxes[i].width = MAX (boxes[i].minimum, MIN (boxes[i].natural * squeeze / 100, width));
    if (x > 0 && x + boxes[i].width > width) {
      share_line (boxes + first, i - first, width, spacing);
      first = i;
      line++;
      x = 0;
    }
    boxes[i].line = line;
    x += boxes[i].width + spacing;
  }
  if (n > 0)
    share_line (boxes + first, n - first, width, spacing);
  return n == 0 ? 0 : line + 1;
}

static void
fill_line (QhWrapBox *boxes, guint n, int width, int spacing)
{
  int left = width - spacing * (int)(n - 1);

  for (guint i = 0; i < n; i++)
    left -= boxes[i].width;
  for (guint i = 0; i < n && left > 0; i++) {
    int share = left / (int)(n - i);
    boxes[i].width += share;
    left -= share;
  }
}

void
qh_wrap_fill (QhWrapBox *boxes, guint n, int width, int spacing)
{
  guint first = 0;

  for (guint i = 1; i <= n; i++) {
    if (i < n && boxes[i].line == boxes[first].line)
      continue;
    fill_line (boxes + first, i - first, width, spacing);
    first = i;
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beside each other, or one above the other. */
#include "widgets/qh-pair-layout.h"

struct _QhPairLayout {
  GtkLayoutManager parent_instance;

  int room;
  int side;
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (QhPairLayout, qh_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_ROOM = 1, PROP_SIDE, PROP_SPACING, PROP_LINE_SPACING, N_PROPS };
static GParamSpec *props[N_PROPS];

typedef struct {
  GtkWidget *child; /* NULL: not there, or not shown */
  int minimum, natural;
} Half;

static void
measure_half (GtkWidget *child, Half *half)
{
  *half = (Half){ NULL, 0, 0 };
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  half->child = child;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &half->minimum, &half->natural, NULL,
                      NULL);
}

static guint
expanding (const Half halves[2])
{
  return halves[0].child != NULL &&
                 gtk_widget_compute_expand (halves[0].child, GTK_ORIENTATION_HORIZONTAL)
             ? 0
             : 1;
}

/* The other half wants "side", whatever could be spread out in it. */
static void
measure_halves (QhPairLayout *self, GtkWidget *widget, Half halves[2])
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  Half *fixed;

  measure_half (first, &halves[0]);
  measure_half (first != NULL ? gtk_widget_get_next_sibling (first) : NULL, &halves[1]);
  fixed = &halves[1 - expanding (halves)];
  if (self->side > 0)
    fixed->natural = MAX (fixed->minimum, self->side);
}

/* Splits @width into @widths; FALSE when one has to stand above the other. */
static gboolean
split (QhPairLayout *self, const Half halves[2], int width, int widths[2])
{
  guint wide = expanding (halves);
  guint fixed = 1 - wide;
  int room = MAX (self->room, halves[wide].minimum);

  widths[0] = widths[1] = width;
  if (halves[0].child == NULL || halves[1].child == NULL ||
      width < halves[fixed].natural + self->spacing + room)
    return FALSE;
  widths[fixed] = halves[fixed].natural;
  widths[wide] = width - self->spacing - widths[fixed];
  return TRUE;
}

static int
half_height (const Half *half, int width)
{
  int natural;

  if (half->child == NULL)
    return 0;
  gtk_widget_measure (half->child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
line_gap (QhPairLayout *self, const Half halves[2])
{
  return halves[0].child != NULL && halves[1].child != NULL ? self->line_spacing : 0;
}

/* The natural width is one at which they stand beside each other: a box above asks there how low it
 * can be, and may not be told more than what it gets when it is wider. */
static void
measure_width (QhPairLayout *self, const Half halves[2], int *minimum, int *natural)
{
  const Half *wide = &halves[expanding (halves)], *fixed = &halves[1 - expanding (halves)];

  *minimum = MAX (halves[0].minimum, halves[1].minimum);
  *natural = MAX (halves[0].natural, halves[1].natural);
  if (wide->child != NULL && fixed->child != NULL)
    *natural = fixed->natural + self->spacing + MAX (wide->natural, self->room);
}

static int
measure_height (QhPairLayout *self, const Half halves[2], int width)
{
  int widths[2];
  gboolean beside = split (self, halves, width, widths);
  int first = half_height (&halves[0], widths[0]);
  int second = half_height (&halves[1], widths[1]);

  return beside ? MAX (first, second) : first + line_gap (self, halves) + second;
}

static GtkSizeRequestMode
qh_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qh_pair_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  QhPairLayout *self = QH_PAIR_LAYOUT (manager);
  int least, most;
  Half halves[2];

  measure_halves (self, widget, halves);
  measure_width (self, halves, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = most;
    return;
  }
  *minimum = *natural = measure_height (self, halves, for_size < 0 ? most : MAX (for_size, least));
}

static void
qh_pair_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  QhPairLayout *self = QH_PAIR_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation boxes[2];
  int widths[2];
  Half halves[2];

  measure_halves (self, widget, halves);
  if (split (self, halves, width, widths)) {
    int second = widths[0] + self->spacing;

    boxes[0] = (GtkAllocation){ rtl ? width - widths[0] : 0, 0, widths[0], height };
    boxes[1] = (GtkAllocation){ rtl ? 0 : second, 0, widths[1], height };
  } else {
    int first = half_height (&halves[0], width);
    int y = first + line_gap (self, halves);

    boxes[0] = (GtkAllocation){ 0, 0, width, first };
    boxes[1] = (GtkAllocation){ 0, y, width, MAX (0, height - y) };
  }
  for (guint i = 0; i < 2; i++)
    if (halves[i].child != NULL)
      gtk_widget_size_allocate (halves[i].child, &boxes[i], -1);
}

static int *
member (QhPairLayout *self, guint id)
{
  switch (id) {
  case PROP_ROOM:
    return &self->room;
  case PROP_SIDE:
    return &self->side;
  case PROP_SPACING:
    return &self->spacing;
  case PROP_LINE_SPACING:
    return &self->line_spacing;
  default:
    return NULL;
  }
}

static void
qh_pair_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, *member (QH_PAIR_LAYOUT (object), id));
}

static void
qh_pair_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  int *place = member (QH_PAIR_LAYOUT (object), id);

  if (*place == g_value_get_int (value))
    return;
  *place = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
qh_pair_layout_class_init (QhPairLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_pair_layout_get_property;
  object_class->set_property = qh_pair_layout_set_property;
  layout_class->get_request_mode = qh_pair_layout_get_request_mode;
  layout_class->measure = qh_pair_layout_measure;
  layout_class->allocate = qh_pair_layout_allocate;

  props[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_pair_layout_init (QhPairLayout *self)
{
}

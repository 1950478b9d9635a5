/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-layout.h"

/* In pixels; shares are of the page. */
#define SMALL_HEIGHT 280
#define LEAST_WIDTH 300
#define LEAST_HEIGHT 110
#define WIDEST 1240
#define MARGIN 24
#define SMALL_MARGIN 9
#define DIAL_SHARE 0.34
#define SMALL_DIAL_SHARE 0.42
#define HIGH_DIAL_SHARE 0.40
#define LARGEST_DIAL 640
#define GAP_SHARE 0.065

struct _QhRunLayout {
  GtkLayoutManager parent_instance;

  QhRunRoom room;
  guint telling;
};

G_DEFINE_FINAL_TYPE (QhRunLayout, qh_run_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_ROOM = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

QhRunRoom
qh_run_room (int width, int height)
{
  if (height < SMALL_HEIGHT)
    return QH_RUN_ROOM_SMALL;
  return width > height * 1.1 && width >= 640 ? QH_RUN_ROOM_WIDE : QH_RUN_ROOM_HIGH;
}

static void
place_beside (int width, int height, QhRunRoom room, GdkRectangle *dial, GdkRectangle *words)
{
  gboolean small = room == QH_RUN_ROOM_SMALL;
  int margin = small ? SMALL_MARGIN : MARGIN;
  int used = MIN (width, MAX (WIDEST, height * 1.6));
  int left = (width - used) / 2 + (small ? margin : (int)(used * GAP_SHARE));
  int size = MIN (height - 2 * margin, (int)(used * (small ? SMALL_DIAL_SHARE : DIAL_SHARE)));
  int gap = small ? 12 : (int)(used * GAP_SHARE);

  size = CLAMP (size, 0, LARGEST_DIAL);
  *dial = (GdkRectangle){ left, (height - size) / 2, size, size };
  words->x = left + size + gap;
  words->width = MAX ((width + used) / 2 - (small ? margin : (int)(used * 0.05)) - words->x, 0);
  words->y = small ? 0 : margin;
  words->height = MAX (height - 2 * words->y, 0);
}

static void
place_above (int width, int height, GdkRectangle *dial, GdkRectangle *words)
{
  int size = CLAMP (MIN (width - 2 * MARGIN, (int)(height * HIGH_DIAL_SHARE)), 0, LARGEST_DIAL);

  *dial = (GdkRectangle){ (width - size) / 2, MARGIN / 2, size, size };
  words->x = MARGIN / 2;
  words->width = width - MARGIN;
  words->y = dial->y + size + MARGIN / 2;
  words->height = MAX (height - words->y, 0);
}

void
qh_run_places (int width, int height, gboolean with_dial, GdkRectangle *dial, GdkRectangle *words)
{
  QhRunRoom room = qh_run_room (width, height);

  *dial = (GdkRectangle){ 0 };
  if (!with_dial)
    *words = (GdkRectangle){ SMALL_MARGIN, 0, MAX (width - 2 * SMALL_MARGIN, 0), height };
  else if (room == QH_RUN_ROOM_HIGH)
    place_above (width, height, dial, words);
  else
    place_beside (width, height, room, dial, words);
}

static GtkSizeRequestMode
qh_run_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qh_run_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                       int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum;
}

/* A child is never given less than it needs: what does not fit lies outside, and is cut. */
static void
give (GtkWidget *child, GdkRectangle place)
{
  int width, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  place.width = MAX (place.width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &height, NULL, NULL, NULL);
  place.height = MAX (place.height, height);
  gtk_widget_size_allocate (child, &place, -1);
}

static gboolean
on_telling (gpointer user_data)
{
  QhRunLayout *self = user_data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM]);
  return G_SOURCE_REMOVE;
}

/* What follows from a size changes sizes again, and has to wait for that to be over. */
static void
set_room (QhRunLayout *self, QhRunRoom room)
{
  if (self->room == room)
    return;
  self->room = room;
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_telling, self, NULL);
}

static void
qh_run_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                        int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRectangle dial, words;

  if (second == NULL)
    return;
  set_room (QH_RUN_LAYOUT (manager), qh_run_room (width, height));
  qh_run_places (width, height, gtk_widget_should_layout (first), &dial, &words);
  if (rtl) {
    dial.x = width - dial.x - dial.width;
    words.x = width - words.x - words.width;
  }
  if (gtk_widget_should_layout (first))
    give (first, dial);
  if (gtk_widget_should_layout (second))
    give (second, words);
}

static void
qh_run_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, QH_RUN_LAYOUT (object)->room);
}

static void
qh_run_layout_dispose (GObject *object)
{
  g_clear_handle_id (&QH_RUN_LAYOUT (object)->telling, g_source_remove);

  G_OBJECT_CLASS (qh_run_layout_parent_class)->dispose (object);
}

static void
qh_run_layout_class_init (QhRunLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = qh_run_layout_get_property;
  object_class->dispose = qh_run_layout_dispose;
  layout_class->get_request_mode = qh_run_layout_get_request_mode;
  layout_class->measure = qh_run_layout_measure;
  layout_class->allocate = qh_run_layout_allocate;

  props[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, QH_RUN_ROOM_WIDE, QH_RUN_ROOM_SMALL,
                                       QH_RUN_ROOM_WIDE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_run_layout_init (QhRunLayout *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-record-list.h"
#include "widgets/qh-context-menu.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-growing-model.h"
#include "widgets/qh-section-model.h"

/* Rows made before the first frame: one more than fit into a window of the height it first has.
 * Then some more each frame, until as many as a list view keeps. */
#define ROWS_AT_FIRST 14
#define ROWS_A_FRAME 20
#define ROWS_KEPT 240

struct _QhRecordList {
  AdwBin parent_instance;

  GtkListView *view;
  GMenuModel *menu_model;
  QhContextMenu *menu;

  QhRowFactory factory;
  gpointer factory_data;
  GListStore *sections;
  QhGrowingModel *growing;
  GtkSelectionModel *selection;
  GPtrArray *bound; /* GtkListItem, those that show something */
  guint tick;
  gboolean has_frame;
};

G_DEFINE_FINAL_TYPE (QhRecordList, qh_record_list, ADW_TYPE_BIN)

enum { PROP_MENU_MODEL = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_OPEN, SIGNAL_DELETE, SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_record_at (QhRecordList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item && QH_IS_RECORD (item);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean value)
{
  if (value)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The corners of the box are round at its first and last row. */
static void
shape_row (QhRecordList *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);

  if (!QH_IS_ROW (child) || position == GTK_INVALID_LIST_POSITION)
    return;
  set_css_class (child, "first", position == 0 || !is_record_at (self, position - 1));
  set_css_class (child, "last", !is_record_at (self, position + 1));
}

static void
on_items_changed (QhRecordList *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    shape_row (self, g_ptr_array_index (self->bound, i));
}

/* A screen reader sees the row of the list, which is the parent of ours. */
static void
label_parent (GtkWidget *child, const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  if (parent && label)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
on_row_label (GtkWidget *row)
{
  label_parent (row, qh_row_get_label (QH_ROW (row)));
}

/* The bound item that shows @record, or that holds @widget; NULL when there is none. */
static GtkListItem *
find_item (QhRecordList *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->bound->len; i++) {
    GtkListItem *item = g_ptr_array_index (self->bound, i);
    GtkWidget *child = gtk_list_item_get_child (item);
    if (child && (child == widget || gtk_widget_is_ancestor (widget, child) ||
                  gtk_widget_get_parent (child) == widget))
      return item;
  }
  return NULL;
}

static void
on_row_released (GtkGestureClick *gesture, int n_press, double x, double y, QhRecordList *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  QhRow *row = QH_ROW (gtk_event_controller_get_widget (controller));

  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 &&
      gtk_widget_contains (GTK_WIDGET (row), x, y))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, qh_row_get_record (row));
}

/* What the menu is about is what was clicked, unless that is part of a selection. */
static void
on_row_secondary (GtkGestureClick *gesture, int n_press, double x, double y, QhRecordList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkListItem *item = find_item (self, row);

  if (item && !gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (self->selection, gtk_list_item_get_position (item), TRUE);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

static void
add_click (QhRecordList *self, GtkWidget *row, guint button, const char *signal, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_object (click, signal, callback, self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
build_row (QhRecordList *self)
{
  GtkWidget *row = GTK_WIDGET (self->factory (self->factory_data));

  gtk_widget_add_css_class (row, "qh-row");
  g_signal_connect (row, "notify::label", G_CALLBACK (on_row_label), NULL);
  add_click (self, row, GDK_BUTTON_PRIMARY, "released", G_CALLBACK (on_row_released));
  add_click (self, row, GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (on_row_secondary));
  return row;
}

static GtkWidget *
build_heading (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", (const char *[]){ "heading", "qh-heading", NULL }, NULL);
}

static void
bind_record (QhRecordList *self, GtkListItem *item, QhRecord *record)
{
  if (!QH_IS_ROW (gtk_list_item_get_child (item)))
    gtk_list_item_set_child (item, build_row (self));

  GtkWidget *row = gtk_list_item_get_child (item);
  qh_row_set_record (QH_ROW (row), record);
  on_row_label (row);
  shape_row (self, item);
}

static void
bind_heading (GtkListItem *item, QhHeading *heading)
{
  if (!GTK_IS_LABEL (gtk_list_item_get_child (item)))
    gtk_list_item_set_child (item, build_heading ());

  GtkWidget *label = gtk_list_item_get_child (item);
  gtk_label_set_label (GTK_LABEL (label), qh_heading_get_title (heading));
  label_parent (label, qh_heading_get_title (heading));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QhRecordList *self)
{
  gpointer object = gtk_list_item_get_item (item);
  gboolean is_record = QH_IS_RECORD (object);

  gtk_list_item_set_activatable (item, is_record);
  gtk_list_item_set_selectable (item, is_record);
  g_ptr_array_add (self->bound, item);
  if (is_record)
    bind_record (self, item, object);
  else
    bind_heading (item, object);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, QhRecordList *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->bound, item);
  if (QH_IS_ROW (child))
    qh_row_set_record (QH_ROW (child), NULL);
}

static void
on_view_activate (GtkListView *view, guint position, QhRecordList *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item && QH_IS_RECORD (item))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, item);
}

static void
on_selection_changed (QhRecordList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
on_delete (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_DELETE], 0);
  return GDK_EVENT_STOP;
}

/* The first tick comes before the first frame is painted. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  QhRecordList *self = QH_RECORD_LIST (widget);
  guint limit = qh_growing_model_get_limit (self->growing);

  if (self->has_frame)
    qh_growing_model_raise_limit (self->growing,
                                  limit < ROWS_KEPT ? limit + ROWS_A_FRAME : G_MAXUINT);
  self->has_frame = TRUE;
  if (limit < ROWS_KEPT)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
build_model (QhRecordList *self)
{
  GListModel *flat =
      G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->sections))));

  self->growing = qh_growing_model_new (flat, ROWS_AT_FIRST);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->growing))));
}

static void
build_factory (QhRecordList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (self->view, factory);
}

static gboolean
qh_record_list_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_RECORD_LIST (widget)->view));
}

static void
qh_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhRecordList *self = QH_RECORD_LIST (object);

  switch (id) {
  case PROP_MENU_MODEL:
    g_value_set_object (value, self->menu_model);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_record_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhRecordList *self = QH_RECORD_LIST (object);

  switch (id) {
  case PROP_MENU_MODEL:
    g_set_object (&self->menu_model, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_record_list_constructed (GObject *object)
{
  QhRecordList *self = QH_RECORD_LIST (object);

  G_OBJECT_CLASS (qh_record_list_parent_class)->constructed (object);

  if (self->menu_model)
    self->menu = qh_context_menu_new (GTK_WIDGET (self), self->menu_model);
}

static void
qh_record_list_dispose (GObject *object)
{
  QhRecordList *self = QH_RECORD_LIST (object);

  if (self->menu)
    qh_context_menu_detach (self->menu);
  g_clear_object (&self->menu);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->growing);
  g_clear_object (&self->sections);
  g_clear_object (&self->menu_model);

  G_OBJECT_CLASS (qh_record_list_parent_class)->dispose (object);
}

static void
qh_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (QH_RECORD_LIST (object)->bound);

  G_OBJECT_CLASS (qh_record_list_parent_class)->finalize (object);
}

static void
qh_record_list_class_init (QhRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_record_list_get_property;
  object_class->set_property = qh_record_list_set_property;
  object_class->constructed = qh_record_list_constructed;
  object_class->dispose = qh_record_list_dispose;
  object_class->finalize = qh_record_list_finalize;
  widget_class->grab_focus = qh_record_list_grab_focus;

  props[PROP_MENU_MODEL] =
      g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_OPEN] = g_signal_new ("open", QH_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, QH_TYPE_RECORD);
  signals[SIGNAL_DELETE] = g_signal_new ("delete", QH_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QH_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QhRecordList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activate);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
}

static void
qh_record_list_init (QhRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_ptr_array_new ();
  self->sections = g_list_store_new (G_TYPE_LIST_MODEL);
  build_model (self);
}

void
qh_record_list_set_factory (QhRecordList *self, QhRowFactory factory, gpointer user_data)
{
  g_return_if_fail (QH_IS_RECORD_LIST (self));
  g_return_if_fail (factory && !self->factory);

  self->factory = factory;
  self->factory_data = user_data;
  build_factory (self);
  gtk_list_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
qh_record_list_add_section (QhRecordList *self, const char *title, GListModel *model)
{
  g_return_if_fail (QH_IS_RECORD_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (model));

  g_autoptr (QhSectionModel) section = qh_section_model_new (title, model);
  g_list_store_append (self->sections, section);
}

GListModel *
qh_record_list_get_model (QhRecordList *self)
{
  g_return_val_if_fail (QH_IS_RECORD_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}

guint
qh_record_list_get_n_selected (QhRecordList *self)
{
  g_return_val_if_fail (QH_IS_RECORD_LIST (self), 0);

  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  return gtk_bitset_get_size (bits);
}

static void
add_selected (QhRecordList *self, GPtrArray *chosen)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
    if (item && QH_IS_RECORD (item))
      g_ptr_array_add (chosen, g_steal_pointer (&item));
  }
}

static void
add_focused (QhRecordList *self, GPtrArray *chosen)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkListItem *item = focus ? find_item (self, focus) : NULL;

  if (item && QH_IS_RECORD (gtk_list_item_get_item (item)))
    g_ptr_array_add (chosen, g_object_ref (gtk_list_item_get_item (item)));
}

GPtrArray *
qh_record_list_get_chosen (QhRecordList *self)
{
  g_return_val_if_fail (QH_IS_RECORD_LIST (self), NULL);

  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  add_selected (self, chosen);
  if (chosen->len == 0)
    add_focused (self, chosen);
  return chosen;
}

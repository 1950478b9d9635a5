/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-context-menu.h"

struct _QhContextMenu {
  GObject parent_instance;

  GtkWidget *widget; /* owns this object; NULL once detached */
  GMenuModel *menu;
  GtkPopover *popover; /* NULL: not opened yet */
  graphene_rect_t seen; /* what could be seen of the widget a frame ago */
};

G_DEFINE_FINAL_TYPE (QhContextMenu, qh_context_menu, G_TYPE_OBJECT)

static void
open_at (QhContextMenu *self, double x, double y)
{
  if (self->widget == NULL)
    return;
  if (self->popover == NULL) {
    self->popover = GTK_POPOVER (gtk_popover_menu_new_from_model (self->menu));
    gtk_popover_set_has_arrow (self->popover, FALSE);
    gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
    gtk_widget_set_parent (GTK_WIDGET (self->popover), self->widget);
  }
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (self->popover);
}

static void
on_click_pressed (GtkGestureClick *click, int n_press, double x, double y, QhContextMenu *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, x, y);
}

static void
on_long_press_pressed (GtkGestureLongPress *press, double x, double y, QhContextMenu *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, x, y);
}

/* What can be seen of the widget, in its own coordinates. */
static graphene_rect_t
get_seen (GtkWidget *widget)
{
  GtkWidget *pane = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t seen;

  if (!pane || !gtk_widget_compute_bounds (pane, widget, &seen))
    seen = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return seen;
}

/* Below the middle of the widget, as far down as it can be seen: a menu that points to a place
 * beyond every screen has none to open on. It waits for what scrolls to where the focus has gone.
 */
static gboolean
open_when_still (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QhContextMenu *self = data;
  graphene_rect_t seen = get_seen (widget);
  double y = gtk_widget_get_height (widget);

  if (!graphene_rect_equal (&seen, &self->seen)) {
    self->seen = seen;
    return G_SOURCE_CONTINUE;
  }
  open_at (
      self,
      CLAMP (gtk_widget_get_width (widget) / 2.0, seen.origin.x, seen.origin.x + seen.size.width),
      CLAMP (y, seen.origin.y, seen.origin.y + seen.size.height));
  return G_SOURCE_REMOVE;
}

/* Ends what scrolls to where the focus has gone: at once there. */
static void
settle (GtkWidget *widget)
{
  GtkWidget *pane = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t seen = get_seen (widget);
  double top = -seen.origin.y;
  GtkAdjustment *down;

  if (!pane)
    return;
  if (top + gtk_widget_get_height (widget) > 0 && top < seen.size.height)
    top = 0;
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + top);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  QhContextMenu *self = data;

  settle (widget);
  /* No frame is like this one: what was scrolled has to be laid out once. */
  self->seen = GRAPHENE_RECT_INIT (0, 0, -1, -1);
  gtk_widget_add_tick_callback (widget, open_when_still, g_object_ref (self), g_object_unref);
  return TRUE;
}

static void
add_gestures (QhContextMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_click_pressed), self, 0);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press_pressed), self, 0);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (press));
}

static void
add_keys (QhContextMenu *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutAction *action =
      gtk_callback_action_new (on_menu_key, g_object_ref (self), g_object_unref);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), action));
  gtk_widget_add_controller (self->widget, keys);
}

static void
qh_context_menu_finalize (GObject *object)
{
  g_clear_object (&QH_CONTEXT_MENU (object)->menu);

  G_OBJECT_CLASS (qh_context_menu_parent_class)->finalize (object);
}

static void
qh_context_menu_class_init (QhContextMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qh_context_menu_finalize;
}

static void
qh_context_menu_init (QhContextMenu *self)
{
}

QhContextMenu *
qh_context_menu_new (GtkWidget *widget, GMenuModel *menu)
{
  QhContextMenu *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (G_IS_MENU_MODEL (menu), NULL);

  self = g_object_new (QH_TYPE_CONTEXT_MENU, NULL);
  self->widget = widget;
  self->menu = g_object_ref (menu);
  add_gestures (self);
  add_keys (self);
  return self;
}

void
qh_context_menu_present (QhContextMenu *self)
{
  g_return_if_fail (QH_IS_CONTEXT_MENU (self));
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

void
qh_context_menu_detach (QhContextMenu *self)
{
  g_return_if_fail (QH_IS_CONTEXT_MENU (self));
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  self->widget = NULL;
}

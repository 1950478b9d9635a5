/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-context-menu.h"

static void
open_at (GtkPopover *menu, double x, double y)
{
  gtk_popover_set_pointing_to (menu, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (menu);
}

static void
on_click_pressed (GtkGestureClick *click, int n_press, double x, double y, GtkPopover *menu)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (menu, x, y);
}

static void
on_long_press_pressed (GtkGestureLongPress *press, double x, double y, GtkPopover *menu)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (menu, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer menu)
{
  open_at (menu, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));
  return TRUE;
}

static void
add_gestures (GtkWidget *widget, GtkPopover *menu)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press_pressed), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

static void
add_keys (GtkWidget *widget, GtkPopover *menu)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key, menu, NULL)));
  gtk_widget_add_controller (widget, keys);
}

GtkPopover *
qh_context_menu_attach (GtkWidget *widget, GMenuModel *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, widget);
  add_gestures (widget, GTK_POPOVER (popover));
  add_keys (widget, GTK_POPOVER (popover));
  return GTK_POPOVER (popover);
}

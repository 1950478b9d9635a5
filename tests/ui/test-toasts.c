/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts that are withdrawn at every moment of their coming and going, with animations on. */
#include "qh-toasts.h"

typedef struct {
  GtkWidget *window;
  AdwToastOverlay *overlay;
  int left; /* toasts that were added and not dismissed */
} Scene;

static void
count_down (int *left)
{
  (*left)--;
}

static AdwToast *
add (Scene *scene, const char *title)
{
  AdwToast *toast = g_object_ref (adw_toast_new (title));

  adw_toast_set_timeout (toast, 0);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_down), &scene->left);
  scene->left++;
  adw_toast_overlay_add_toast (scene->overlay, toast);
  return toast;
}

static gboolean
on_time (gpointer passed)
{
  *(gboolean *)passed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
turn (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_time, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
shows_toast (Scene *scene)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (scene->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "toast"))
      return TRUE;
  return FALSE;
}

/* Adds a toast and withdraws it @ms later, with the one before still fading. */
static void
replace_after (Scene *scene, guint ms)
{
  g_autoptr (AdwToast) first = add (scene, "First");
  g_autoptr (AdwToast) second = NULL;
  g_autoptr (AdwToast) third = NULL;

  turn (600);
  qh_toasts_withdraw (scene->overlay, first);
  while (scene->left > 0)
    g_main_context_iteration (NULL, TRUE);
  second = add (scene, "Second");
  turn (ms);
  qh_toasts_withdraw (scene->overlay, second);
  third = add (scene, "Third");
  qh_toasts_withdraw (scene->overlay, third);
  while (scene->left > 0 || shows_toast (scene))
    g_main_context_iteration (NULL, TRUE);
  turn (300);
}

static void
scene_init (Scene *scene)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  scene->window = gtk_window_new ();
  scene->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_size_request (GTK_WIDGET (scene->overlay), 600, 400);
  gtk_window_set_child (GTK_WINDOW (scene->window), GTK_WIDGET (scene->overlay));
  gtk_window_present (GTK_WINDOW (scene->window));
  turn (100);
}

static void
test_withdraw (void)
{
  Scene scene = { 0 };

  scene_init (&scene);
  for (guint ms = 0; ms <= 250; ms += 50)
    replace_after (&scene, ms);
  gtk_window_destroy (GTK_WINDOW (scene.window));
}

/* What waits to be dismissed goes with its window. */
static void
test_window_goes (void)
{
  Scene scene = { 0 };
  g_autoptr (AdwToast) toast = NULL;

  scene_init (&scene);
  toast = add (&scene, "First");
  qh_toasts_withdraw (scene.overlay, toast);
  gtk_window_destroy (GTK_WINDOW (scene.window));
  g_assert_cmpint (scene.left, ==, 0);
  turn (200);
}

static GtkWidget *
find_icon_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_icon_button (child);
  return found;
}

/* Of the first toast and of the one that takes its place. */
static void
test_names (void)
{
  Scene scene = { 0 };

  scene_init (&scene);
  qh_toasts_name_buttons (scene.overlay);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AdwToast) toast = add (&scene, "One");
    GtkWidget *button = find_icon_button (GTK_WIDGET (scene.overlay));
    g_assert_nonnull (button);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Dismiss");
    qh_toasts_withdraw (scene.overlay, toast);
    while (scene.left > 0 || shows_toast (&scene))
      g_main_context_iteration (NULL, TRUE);
  }
  gtk_window_destroy (GTK_WINDOW (scene.window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toasts/withdraw", test_withdraw);
  g_test_add_func ("/toasts/names", test_names);
  g_test_add_func ("/toasts/window-goes", test_window_goes);
  return g_test_run ();
}

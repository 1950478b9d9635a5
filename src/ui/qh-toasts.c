/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libadwaita 1.2 frees a toast that is dismissed once it has faded out, though the animation that
 * brings it in, which takes longer where it replaces another, may still run on it. */
#include "qh-toasts.h"
#include <glib/gi18n-lib.h>

#define AGAIN_MS 50

typedef struct {
  AdwToastOverlay *overlay; /* both weak: a window takes its toasts along */
  AdwToast *toast;
  gconstpointer shown; /* the toast that was on the screen when it was last looked at, and where */
  float y;
} Withdrawal;

static void
withdrawal_free (gpointer data)
{
  Withdrawal *withdrawal = data;

  g_clear_weak_pointer (&withdrawal->overlay);
  g_clear_weak_pointer (&withdrawal->toast);
  g_free (withdrawal);
}

/* The toast on the screen, coming or there; what fades out is no target any more. */
static GtkWidget *
find_shown (GtkWidget *overlay)
{
  GtkWidget *child = gtk_widget_get_first_child (overlay);

  while (child != NULL && (!g_str_equal (gtk_widget_get_css_name (child), "toast") ||
                           !gtk_widget_get_can_target (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Whether the toast that is shown is where it was. */
static gboolean
stands_still (Withdrawal *withdrawal)
{
  GtkWidget *overlay = GTK_WIDGET (withdrawal->overlay);
  GtkWidget *shown = find_shown (overlay);
  graphene_rect_t bounds;
  gboolean still;

  if (shown == NULL || !gtk_widget_get_mapped (overlay))
    return TRUE;
  if (!gtk_widget_compute_bounds (shown, overlay, &bounds) || bounds.size.height < 1)
    return FALSE;
  still = withdrawal->shown == shown && ABS (withdrawal->y - bounds.origin.y) < 0.5;
  withdrawal->shown = shown;
  withdrawal->y = bounds.origin.y;
  return still;
}

static gboolean
withdraw (gpointer data)
{
  Withdrawal *withdrawal = data;

  if (withdrawal->overlay == NULL || withdrawal->toast == NULL)
    return G_SOURCE_REMOVE;
  if (!stands_still (withdrawal))
    return G_SOURCE_CONTINUE;
  adw_toast_dismiss (withdrawal->toast);
  return G_SOURCE_REMOVE;
}

void
qh_toasts_withdraw (AdwToastOverlay *overlay, AdwToast *toast)
{
  Withdrawal *withdrawal;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));
  withdrawal = g_new0 (Withdrawal, 1);
  g_set_weak_pointer (&withdrawal->overlay, overlay);
  g_set_weak_pointer (&withdrawal->toast, toast);
  stands_still (withdrawal);
  g_timeout_add_full (G_PRIORITY_DEFAULT, AGAIN_MS, withdraw, withdrawal, withdrawal_free);
}

/* --- Names */

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Dismiss"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
on_children_changed (GListModel *children, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++) {
    g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);
    if (g_str_equal (gtk_widget_get_css_name (child), "toast"))
      name_buttons (child);
  }
}

void
qh_toasts_name_buttons (AdwToastOverlay *overlay)
{
  GListModel *children;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect (children, "items-changed", G_CALLBACK (on_children_changed), NULL);
  g_signal_connect_swapped (overlay, "destroy", G_CALLBACK (g_object_unref), children);
}

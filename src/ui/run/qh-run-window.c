/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-window.h"
#include "qh-report.h"
#include "qh-toasts.h"
#include "run/qh-run-page.h"
#include <glib/gi18n-lib.h>

/* The size it has when it is neither small nor over the whole screen. */
#define WIDTH 1240
#define HEIGHT 800

/* How often the window manager is asked for the small size, and after how many milliseconds each.
 */
#define ASKS 40
#define ASK_MS 50

struct _QhRunWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;

  QhStore *store;
  QhRunner *runner;
  char *meeting;
  GtkWidget *page;
  AdwToast *offer; /* weak */
  guint inhibited;
  gboolean has_ended;
  gboolean becomes_small;
  guint asks_left; /* for the small size, of the window manager */
};

G_DEFINE_FINAL_TYPE (QhRunWindow, qh_run_window, ADW_TYPE_APPLICATION_WINDOW)

enum { OVER, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Telling */

/* What a button offers is about the newest deed: an older offer goes. */
static void
withdraw_offer (QhRunWindow *self)
{
  g_autoptr (AdwToast) toast = self->offer ? g_object_ref (self->offer) : NULL;

  g_clear_weak_pointer (&self->offer);
  if (toast)
    qh_toasts_withdraw (self->toasts, toast);
}

static void
add_toast (QhRunWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (button) {
    withdraw_offer (self);
    adw_toast_set_button_label (toast, button);
    adw_toast_set_action_name (toast, action);
    g_set_weak_pointer (&self->offer, toast);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;
  gboolean with_undo;

  g_variant_get (parameter, "(&sb)", &text, &with_undo);
  add_toast (QH_RUN_WINDOW (widget), text, with_undo ? _ ("_Undo") : NULL, "win.undo");
}

static void
show_offer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text, *button, *offered;

  g_variant_get (parameter, "(&s&s&s)", &text, &button, &offered);
  add_toast (QH_RUN_WINDOW (widget), text, button, offered);
}

/* What the page does not say in its banner. */
static void
show_error (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *message;
  int code;

  g_variant_get (parameter, "(i&s)", &code, &message);
  add_toast (QH_RUN_WINDOW (widget), message, NULL, NULL);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!qh_store_undo (QH_RUN_WINDOW (widget)->store, &label, &error)) {
    qh_report_error (widget, error);
    return;
  }
  text = g_strdup_printf (_ ("“%s” taken back"), label);
  qh_report (widget, text, FALSE);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!qh_store_redo (QH_RUN_WINDOW (widget)->store, NULL, &error))
    qh_report_error (widget, error);
}

/* Nothing here waits to be saved. */
static void
flush (GtkWidget *widget, const char *action, GVariant *parameter)
{
}

/* Of toasts and dialogs, which stand outside the page. */
static void
pass_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhRunWindow *self = QH_RUN_WINDOW (widget);

  if (self->page)
    gtk_widget_activate_action_variant (
        self->page, g_str_equal (action, "win.deliver") ? "run.deliver" : "run.unfold", parameter);
}

/* --- Size */

void
qh_run_window_set_small (QhRunWindow *self, gboolean is_small)
{
  g_return_if_fail (QH_IS_RUN_WINDOW (self));

  GtkWindow *window = GTK_WINDOW (self);

  if (!is_small) {
    gtk_window_fullscreen (window);
    return;
  }
  gtk_window_unmaximize (window);
  self->becomes_small = gtk_window_is_fullscreen (window);
  if (self->becomes_small)
    gtk_window_unfullscreen (window);
  else
    gtk_window_set_default_size (window, QH_RUN_SMALL_WIDTH, QH_RUN_SMALL_HEIGHT);
}

static gboolean
is_small_enough (GtkWidget *window)
{
  return gtk_widget_get_width (window) <= QH_RUN_SMALL_WIDTH &&
         gtk_widget_get_height (window) <= QH_RUN_SMALL_HEIGHT;
}

static gboolean
on_becoming_small (gpointer window)
{
  QhRunWindow *self = window;

  if (gtk_window_is_fullscreen (window) || is_small_enough (window) || self->asks_left-- == 0)
    return G_SOURCE_REMOVE;
  gtk_window_set_default_size (window, QH_RUN_SMALL_WIDTH, QH_RUN_SMALL_HEIGHT);
  return G_SOURCE_CONTINUE;
}

/* What leaves the full screen is given the size back that it had before, some time later; only then
 * it can have another, so that is asked for until it has it. */
static void
on_fullscreened (QhRunWindow *self)
{
  if (!self->becomes_small || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  self->becomes_small = FALSE;
  self->asks_left = ASKS;
  g_timeout_add_full (G_PRIORITY_DEFAULT, ASK_MS, on_becoming_small, g_object_ref (self),
                      g_object_unref);
}

/* A second time makes it large again. */
static void
make_small (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean is_small = !gtk_window_is_fullscreen (GTK_WINDOW (widget)) &&
                      gtk_widget_get_height (widget) <= QH_RUN_SMALL_HEIGHT;

  qh_run_window_set_small (QH_RUN_WINDOW (widget), !is_small);
}

static void
toggle_full_screen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (!gtk_window_is_fullscreen (window)) {
    gtk_window_fullscreen (window);
    return;
  }
  gtk_window_unfullscreen (window);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
}

/* --- The display stays awake while the clock runs */

static void
let_sleep (QhRunWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->inhibited != 0 && application)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
}

static void
keep_awake (QhRunWindow *self)
{
  gboolean runs = !qh_runner_get_run (self->runner)->paused;

  if (!runs)
    let_sleep (self);
  else if (self->inhibited == 0)
    self->inhibited =
        gtk_application_inhibit (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self),
                                 GTK_APPLICATION_INHIBIT_IDLE, _ ("A meeting is under way"));
}

/* --- The end */

static gboolean
on_closing (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* What leads here is still being handled by the page. */
static void
close_soon (QhRunWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_closing, g_object_ref (self), g_object_unref);
}

static void
on_ended (QhRunWindow *self)
{
  self->has_ended = TRUE;
  close_soon (self);
}

static gboolean
qh_run_window_close_request (GtkWindow *window)
{
  QhRunWindow *self = QH_RUN_WINDOW (window);

  let_sleep (self);
  g_signal_emit (self, signals[OVER], 0, self->meeting, self->has_ended);
  return GTK_WINDOW_CLASS (qh_run_window_parent_class)->close_request (window);
}

static void
qh_run_window_dispose (GObject *object)
{
  QhRunWindow *self = QH_RUN_WINDOW (object);

  let_sleep (self);
  g_clear_weak_pointer (&self->offer);
  self->page = NULL;
  g_clear_object (&self->runner);

  G_OBJECT_CLASS (qh_run_window_parent_class)->dispose (object);

  g_clear_object (&self->store);
}

static void
qh_run_window_finalize (GObject *object)
{
  g_free (QH_RUN_WINDOW (object)->meeting);

  G_OBJECT_CLASS (qh_run_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.toast", "(sb)", show_toast);
  gtk_widget_class_install_action (klass, "win.offer", "(sss)", show_offer);
  gtk_widget_class_install_action (klass, "win.error", "(is)", show_error);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo);
  gtk_widget_class_install_action (klass, "win.flush", NULL, flush);
  gtk_widget_class_install_action (klass, "win.deliver", "s", pass_on);
  gtk_widget_class_install_action (klass, "win.unfold", NULL, pass_on);
  gtk_widget_class_install_action (klass, "win.small", NULL, make_small);
  gtk_widget_class_install_action (klass, "win.full-screen", NULL, toggle_full_screen);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F11, 0, "win.full-screen", NULL);
}

static void
qh_run_window_class_init (QhRunWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qh_run_window_dispose;
  object_class->finalize = qh_run_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = qh_run_window_close_request;

  signals[OVER] = g_signal_new ("over", QH_TYPE_RUN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/run/run-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhRunWindow, toasts);
}

static void
qh_run_window_init (QhRunWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_title (QhRunWindow *self)
{
  const char *id = qh_runner_get_meeting (self->runner)->client;
  g_autoptr (QhRecord) client = qh_store_get (self->store, &qh_client_entity, id, NULL);
  /* Translators: the title of the window of a meeting under way, with the client's name */
  g_autofree char *title =
      g_strdup_printf (_ ("%s – under way"), client ? QH_CLIENT (client)->name : "");

  gtk_window_set_title (GTK_WINDOW (self), title);
}

QhRunWindow *
qh_run_window_new (GtkApplication *application, QhStore *store, QhRunner *runner)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_RUNNER (runner), NULL);

  QhRunWindow *self = g_object_new (QH_TYPE_RUN_WINDOW, "application", application, NULL);
  self->store = g_object_ref (store);
  self->runner = g_object_ref (runner);
  self->meeting = g_strdup (qh_runner_get_run (runner)->meeting);
  self->page = qh_run_page_new (store, runner);
  adw_toast_overlay_set_child (self->toasts, self->page);
  g_signal_connect_object (store, "changed", G_CALLBACK (withdraw_offer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "gone", G_CALLBACK (close_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "changed", G_CALLBACK (keep_awake), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
  set_title (self);
  qh_runner_start (runner);
  keep_awake (self);
  gtk_widget_grab_focus (self->page);
  return self;
}

QhRunner *
qh_run_window_get_runner (QhRunWindow *self)
{
  g_return_val_if_fail (QH_IS_RUN_WINDOW (self), NULL);

  return self->runner;
}

const char *
qh_run_window_get_meeting (QhRunWindow *self)
{
  g_return_val_if_fail (QH_IS_RUN_WINDOW (self), NULL);

  return self->meeting;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-runs.h"
#include "qh-report.h"
#include "run/qh-run-window.h"
#include "store/qh-runs.h"
#include "widgets/qh-banner.h"
#include <glib/gi18n-lib.h>

struct _QhWindowRuns {
  GObject parent_instance;

  QhWindow *window; /* borrowed */
  QhStore *store;
  QhBanner *banner; /* of the window; NULL until there was something to offer */
  guint idle;
  gboolean is_recovered; /* what could not be saved earlier has been looked for */
};

G_DEFINE_FINAL_TYPE (QhWindowRuns, qh_window_runs, G_TYPE_OBJECT)

/* --- The windows that run one */

static QhRunWindow *
find_run_window (QhWindow *window, const char *meeting)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GList *windows = application ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l; l = l->next)
    if (QH_IS_RUN_WINDOW (l->data) && g_str_equal (qh_run_window_get_meeting (l->data), meeting))
      return l->data;
  return NULL;
}

/* Whether a window runs another than @meeting. */
static gboolean
runs_other (QhWindow *window, const char *meeting)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GList *windows = application ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l; l = l->next)
    if (QH_IS_RUN_WINDOW (l->data) && !g_str_equal (qh_run_window_get_meeting (l->data), meeting))
      return TRUE;
  return FALSE;
}

/* The debrief is next; where there is no such page, the meeting is. It stays behind another that
 * has begun meanwhile. */
static void
on_over (GtkWidget *window, const char *meeting, gboolean ended)
{
  if (!ended)
    return;
  if (!gtk_widget_activate_action (window, "win.debrief", "s", meeting))
    gtk_widget_activate_action (window, "win.open-meeting", "s", meeting);
  if (!runs_other (QH_WINDOW (window), meeting))
    gtk_window_present (GTK_WINDOW (window));
}

static void
show (QhWindow *self, const char *meeting)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  QhRunWindow *window;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRunner) runner = qh_runner_new (qh_window_get_store (self), meeting, &error);

  if (!runner) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  window = qh_run_window_new (application, qh_window_get_store (self), runner);
  g_signal_connect_object (window, "over", G_CALLBACK (on_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "destroy", G_CALLBACK (gtk_window_destroy), window,
                           G_CONNECT_SWAPPED);
  qh_run_window_set_small (window, FALSE);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- One is under way, and another is to be started */

typedef struct {
  QhWindow *window;
  char *first;
  char *second;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->window);
  g_free (choice->first);
  g_free (choice->second);
  g_free (choice);
}

/* One that has been forgotten ended with the last thing done. */
static gboolean
end (QhWindow *self, const char *meeting)
{
  QhRunWindow *window = find_run_window (self, meeting);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRunner) runner = window
                                    ? g_object_ref (qh_run_window_get_runner (window))
                                    : qh_runner_new (qh_window_get_store (self), meeting, &error);

  if (runner && qh_runner_end (runner, qh_runner_is_forgotten (runner)))
    return TRUE;
  if (error)
    qh_report_error (GTK_WIDGET (self), error);
  else
    qh_report (GTK_WIDGET (self), _ ("The meeting could not be ended"), FALSE);
  return FALSE;
}

static void
on_response (Choice *choice, const char *response)
{
  if (g_str_equal (response, "go-on"))
    gtk_widget_activate_action (GTK_WIDGET (choice->window), "win.run", "s", choice->first);
  else if (g_str_equal (response, "start") ||
           (g_str_equal (response, "end") && end (choice->window, choice->first)))
    show (choice->window, choice->second);
}

/* What is under way beside @meeting, the newest first; NULL where it goes on itself, too. (transfer
 * full) */
static char *
find_other (QhStore *store, const char *meeting)
{
  g_autoptr (GPtrArray) ids = qh_runs_list (store, NULL);

  if (!ids || ids->len == 0 || g_ptr_array_find_with_equal_func (ids, meeting, g_str_equal, NULL))
    return NULL;
  return g_strdup (ids->pdata[0]);
}

static char *
describe_run (QhWindow *self, const char *id)
{
  QhStore *store = qh_window_get_store (self);
  g_autoptr (QhRecord) meeting = qh_store_get (store, &qh_meeting_entity, id, NULL);
  g_autoptr (QhRecord) client =
      meeting ? qh_store_get (store, &qh_client_entity, QH_MEETING (meeting)->client, NULL) : NULL;
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (store));
  g_autofree char *began = NULL;

  if (!client)
    return NULL;
  began = qh_instant_clock_label (QH_MEETING (meeting)->began, zone);
  /* Translators: the client, and since when the meeting with him runs */
  return g_strdup_printf (_ ("%s: the meeting runs since %s"), QH_CLIENT (client)->name, began);
}

static void
ask (QhWindow *self, const char *first, const char *second)
{
  g_autofree char *body = describe_run (self, first);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Another Meeting Is Under Way"), body);
  AdwMessageDialog *asking = ADW_MESSAGE_DIALOG (dialog);
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->first = g_strdup (first);
  choice->second = g_strdup (second);
  adw_message_dialog_add_responses (asking, "cancel", _ ("_Cancel"), "start", _ ("Start _Anyway"),
                                    "end", _ ("_End It and Start"), "go-on", _ ("_Go On With It"),
                                    NULL);
  adw_message_dialog_set_response_appearance (asking, "go-on", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking, "go-on");
  adw_message_dialog_set_close_response (asking, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), choice, choice_free,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *meeting = g_variant_get_string (parameter, NULL);
  QhRunWindow *window = find_run_window (self, meeting);
  g_autofree char *other = NULL;

  qh_report_flush (widget);
  if (window) {
    gtk_window_present (GTK_WINDOW (window));
    return;
  }
  other = find_other (qh_window_get_store (self), meeting);
  if (other)
    ask (self, other, meeting);
  else
    show (self, meeting);
}

static void
resume (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) meetings = qh_runs_list (qh_window_get_store (QH_WINDOW (widget)), NULL);

  if (meetings && meetings->len > 0)
    gtk_widget_activate_action (widget, "win.run", "s", meetings->pdata[0]);
  else
    qh_report (widget, _ ("Open a meeting, and F5 runs it"), FALSE);
}

/* --- What is under way and not in view */

static QhBanner *
ensure_banner (QhWindowRuns *self)
{
  if (!self->banner) {
    self->banner = g_object_new (QH_TYPE_BANNER, NULL);
    qh_window_add_bar (self->window, GTK_WIDGET (self->banner));
  }
  return self->banner;
}

static void
offer (QhWindowRuns *self, const char *id)
{
  g_autoptr (QhRecord) meeting = qh_store_get (self->store, &qh_meeting_entity, id, NULL);
  g_autoptr (QhRecord) client =
      meeting ? qh_store_get (self->store, &qh_client_entity, QH_MEETING (meeting)->client, NULL)
              : NULL;
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (self->store));
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autofree char *began = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (!client)
    return;
  began = qh_instant_clock_label (QH_MEETING (meeting)->began, zone);
  day = qh_instant_to_date (QH_MEETING (meeting)->began, zone);
  g_autofree char *today = qh_instant_to_date (now, zone);
  g_autofree char *day_label = qh_date_label (day, now, zone);
  text =
      g_str_equal (day, today)
          /* Translators: the client, and since when the meeting with him runs */
          ? g_strdup_printf (_ ("%s: the meeting runs since %s"), QH_CLIENT (client)->name, began)
          : g_strdup_printf (_ ("%s: the meeting of %s, %s has not been ended"),
                             QH_CLIENT (client)->name, day_label, began);
  qh_banner_show (ensure_banner (self), text, _ ("_Go On"), "win.resume-run");
}

/* The first of those under way that no window shows. */
static void
look (QhWindowRuns *self)
{
  g_autoptr (GPtrArray) meetings = qh_runs_list (self->store, NULL);

  for (guint i = 0; meetings && i < meetings->len; i++)
    if (!find_run_window (self->window, meetings->pdata[i])) {
      offer (self, meetings->pdata[i]);
      return;
    }
  if (self->banner)
    qh_banner_hide (self->banner);
}

static gboolean
on_idle (gpointer user_data)
{
  QhWindowRuns *self = user_data;

  self->idle = 0;
  if (!self->is_recovered) {
    self->is_recovered = TRUE;
    qh_runner_recover (self->store);
  }
  look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (QhWindowRuns *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_store_changed (QhWindowRuns *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_meeting_entity)) != 0)
    schedule (self);
}

static void
on_window_removed (QhWindowRuns *self)
{
  schedule (self);
}

static void
qh_window_runs_dispose (GObject *object)
{
  QhWindowRuns *self = QH_WINDOW_RUNS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_window_runs_parent_class)->dispose (object);
}

static void
qh_window_runs_class_init (QhWindowRunsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_window_runs_dispose;
}

static void
qh_window_runs_init (QhWindowRuns *self)
{
}

QhWindowRuns *
qh_window_runs_new (QhWindow *window, QhStore *store)
{
  g_return_val_if_fail (QH_IS_WINDOW (window), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhWindowRuns *self = g_object_new (QH_TYPE_WINDOW_RUNS, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  self->window = window;
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  if (application)
    g_signal_connect_object (application, "window-removed", G_CALLBACK (on_window_removed), self,
                             G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

void
qh_window_runs_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.run", "s", run);
  gtk_widget_class_install_action (klass, "win.resume-run", NULL, resume);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-times.h"
#include "base/qh-text.h"
#include "qh-day-time.h"
#include "qh-report.h"
#include "widgets/qh-focus.h"
#include <glib/gi18n-lib.h>

struct _QhDebriefTimes {
  AdwBin parent_instance;

  GtkEditable *began;
  GtkEditable *ended;
  GtkLabel *problem_label;

  QhStore *store;
  QhMeeting *meeting;
  const char *problem;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhDebriefTimes, qh_debrief_times, ADW_TYPE_BIN)

static GTimeZone *
get_zone (QhDebriefTimes *self)
{
  g_autoptr (GTimeZone) own = qh_clock_zone (qh_store_get_clock (self->store));

  return qh_zone_new (self->meeting->zone, own);
}

/* The day it was on. */
static char *
get_day (QhDebriefTimes *self, GTimeZone *zone)
{
  gint64 at = self->meeting->began != QH_NONE ? self->meeting->began : self->meeting->start;

  return qh_instant_to_date (at != QH_NONE ? at : qh_clock_now (qh_store_get_clock (self->store)),
                             zone);
}

static void
show_time (GtkEditable *entry, gint64 at, GTimeZone *zone)
{
  g_autofree char *text = at != QH_NONE ? qh_time_of_day_format (at, zone) : g_strdup ("");

  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
show_problem (QhDebriefTimes *self, const char *problem)
{
  self->problem = problem;
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* Not while something stands there that could not be saved. */
static void
show_times (QhDebriefTimes *self)
{
  g_autoptr (GTimeZone) zone = get_zone (self);

  if (self->problem)
    return;
  self->is_setting = TRUE;
  show_time (self->began, self->meeting->began, zone);
  show_time (self->ended, self->meeting->ended, zone);
  self->is_setting = FALSE;
}

/* The instant that @entry means, to the second that is known already; QH_NONE for an empty one.
 * FALSE for what is no time. */
static gboolean
read_time (QhDebriefTimes *self, GtkEditable *entry, gint64 known, gint64 *at)
{
  const char *text = gtk_editable_get_text (entry);
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autofree char *day = get_day (self, zone);
  g_autofree char *shown = known != QH_NONE ? qh_time_of_day_format (known, zone) : NULL;
  int hour, minute;

  *at = QH_NONE;
  if (qh_text_is_empty (text))
    return TRUE;
  if (g_strcmp0 (shown, text) == 0) {
    *at = known;
    return TRUE;
  }
  if (!qh_time_of_day_read (text, &hour, &minute))
    return FALSE;
  *at = qh_day_time_instant (day, hour, minute, zone);
  return *at != QH_NONE;
}

static const char *
find_problem (QhDebriefTimes *self, gint64 *began, gint64 *ended)
{
  if (!read_time (self, self->began, self->meeting->began, began) ||
      !read_time (self, self->ended, self->meeting->ended, ended))
    return _ ("Write the time like 10:00 or 2:30 pm.");
  if (*began != QH_NONE && *ended != QH_NONE && *ended < *began)
    return _ ("The meeting cannot end before it began.");
  return NULL;
}

static void
save (QhDebriefTimes *self, gint64 began, gint64 ended)
{
  g_autoptr (GError) error = NULL;

  if (began == self->meeting->began && ended == self->meeting->ended)
    return;
  qh_record_set_int (QH_RECORD (self->meeting), "began", began);
  qh_record_set_int (QH_RECORD (self->meeting), "ended", ended);
  if (qh_store_save (self->store, QH_RECORD (self->meeting), &error))
    return;
  qh_store_revert (self->store, QH_RECORD (self->meeting));
  qh_report_error (GTK_WIDGET (self), error);
}

/* While somebody types, half a time says nothing yet: only what can be is saved. */
static void
apply (QhDebriefTimes *self)
{
  gint64 began, ended;
  const char *problem = find_problem (self, &began, &ended);

  show_problem (self, problem);
  if (!problem)
    save (self, began, ended);
  show_times (self);
}

static void
on_apply (QhDebriefTimes *self)
{
  if (!self->is_setting && self->store)
    apply (self);
}

/* Leaving a field takes what stands in it. */
static void
on_focus_left (GtkEventControllerFocus *controller, QhDebriefTimes *self)
{
  on_apply (self);
}

static void
on_flush (QhDebriefTimes *self)
{
  on_apply (self);
}

static void
qh_debrief_times_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (qh_debrief_times_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (g_signal_lookup ("flush", G_OBJECT_TYPE (root)) != 0)
    g_signal_connect_object (root, "flush", G_CALLBACK (on_flush), widget, G_CONNECT_SWAPPED);
}

static gboolean
qh_debrief_times_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_DEBRIEF_TIMES (widget)->ended));
}

const char *
qh_debrief_times_get_problem (QhDebriefTimes *self)
{
  g_return_val_if_fail (QH_IS_DEBRIEF_TIMES (self), NULL);

  return self->problem;
}

void
qh_debrief_times_show (QhDebriefTimes *self, QhStore *store, QhMeeting *meeting)
{
  g_return_if_fail (QH_IS_DEBRIEF_TIMES (self));
  g_return_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting));
  g_return_if_fail (!self->store);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  g_signal_connect_object (meeting, "notify::began", G_CALLBACK (show_times), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (meeting, "notify::ended", G_CALLBACK (show_times), self,
                           G_CONNECT_SWAPPED);
  show_times (self);
}

static void
qh_debrief_times_dispose (GObject *object)
{
  QhDebriefTimes *self = QH_DEBRIEF_TIMES (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_debrief_times_parent_class)->dispose (object);
}

static void
qh_debrief_times_class_init (QhDebriefTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_debrief_times_dispose;
  widget_class->root = qh_debrief_times_root;
  widget_class->grab_focus = qh_debrief_times_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/debrief/debrief-times.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDebriefTimes, began);
  gtk_widget_class_bind_template_child (widget_class, QhDebriefTimes, ended);
  gtk_widget_class_bind_template_child (widget_class, QhDebriefTimes, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
}

static void
add_leave (QhDebriefTimes *self, GtkEditable *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

static void
qh_debrief_times_init (QhDebriefTimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_leave (self, self->began);
  add_leave (self, self->ended);
}

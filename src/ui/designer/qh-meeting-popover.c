/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-meeting-popover.h"
#include "base/qh-text.h"
#include "qh-day-time.h"
#include "qh-field-edit.h"
#include <glib/gi18n-lib.h>

/* When a meeting starts whose day was chosen before its time. */
#define USUAL_HOUR 10
#define LONGEST (24 * 60 * QH_MINUTE)

struct _QhMeetingPopover {
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkEditable *time;
  GtkWidget *no_date;
  GtkDropDown *mode;
  GtkEditable *place;
  GtkEditable *length;
  GtkEditable *title;
  GtkEditable *value_proposition;
  GtkSwitch *gate_submitted;
  GtkSwitch *cleared;
  GtkDropDown *status;

  QhPlanEditor *editor;
  gboolean loading; /* controls are set by us */
};

G_DEFINE_FINAL_TYPE (QhMeetingPopover, qh_meeting_popover, GTK_TYPE_POPOVER)

static QhMeeting *
meeting_of (QhMeetingPopover *self)
{
  return qh_plan_editor_get_meeting (self->editor);
}

static GTimeZone *
zone_of (QhMeetingPopover *self)
{
  return qh_zone_new (meeting_of (self)->zone, qh_plan_editor_get_context (self->editor)->zone);
}

static void
mark (GtkEditable *entry, gboolean wrong, const char *hint)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), wrong ? hint : NULL);
}

static void
put_text (GtkEditable *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
  mark (entry, FALSE, NULL);
}

/* --- Showing the meeting */

static void
show_start (QhMeetingPopover *self)
{
  g_autoptr (GTimeZone) zone = zone_of (self);
  gint64 start = meeting_of (self)->start;
  g_autofree char *time = start != QH_NONE ? qh_time_of_day_format (start, zone) : g_strdup ("");

  gtk_widget_set_sensitive (self->no_date, start != QH_NONE);
  put_text (self->time, time);
  if (start != QH_NONE) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (start / G_USEC_PER_SEC);
    g_autoptr (GDateTime) day = g_date_time_to_timezone (utc, zone);

    gtk_calendar_select_day (self->calendar, day);
  }
}

static void
show_length (QhMeetingPopover *self)
{
  gint64 budget = meeting_of (self)->budget;
  g_autofree char *text = budget > 0 ? qh_length_format (budget) : g_strdup ("");

  put_text (self->length, text);
}

static void
on_meeting_notify (QhMeetingPopover *self)
{
  self->loading = TRUE;
  show_start (self);
  show_length (self);
  gtk_switch_set_active (self->gate_submitted, meeting_of (self)->gate_submitted != NULL);
  gtk_switch_set_active (self->cleared, meeting_of (self)->cleared != NULL);
  self->loading = FALSE;
}

/* --- What the person does */

static void
set_start (QhMeetingPopover *self, const char *date, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = zone_of (self);
  gint64 start = qh_day_time_instant (date, hour, minute, zone);

  if (start == QH_NONE || !qh_record_set_int (QH_RECORD (meeting_of (self)), "start", start))
    return;
  qh_plan_editor_save (self->editor, _ ("Change start"), NULL);
}

static char *
calendar_date (QhMeetingPopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (day, "%Y-%m-%d");
}

static void
take_start (QhMeetingPopover *self)
{
  g_autofree char *date = calendar_date (self);
  const char *text = gtk_editable_get_text (self->time);
  int hour = USUAL_HOUR, minute = 0;

  if (!qh_text_is_empty (text) && !qh_time_of_day_read (text, &hour, &minute)) {
    mark (self->time, TRUE, _ ("A time of day, such as 10:00"));
    return;
  }
  set_start (self, date, hour, minute);
}

static void
on_day_selected (QhMeetingPopover *self)
{
  if (!self->loading && self->editor != NULL)
    take_start (self);
}

static void
on_time_done (QhMeetingPopover *self)
{
  if (!self->loading && !qh_text_is_empty (gtk_editable_get_text (self->time)))
    take_start (self);
}

static void
on_no_date_clicked (QhMeetingPopover *self)
{
  if (qh_record_set_int (QH_RECORD (meeting_of (self)), "start", QH_NONE))
    qh_plan_editor_save (self->editor, _ ("Change start"), NULL);
}

static void
on_length_done (QhMeetingPopover *self)
{
  const char *text = gtk_editable_get_text (self->length);
  gint64 seconds = QH_NONE;

  if (self->loading)
    return;
  if (!qh_text_is_empty (text) &&
      (!qh_length_parse (text, &seconds) || seconds < 1 || seconds > LONGEST)) {
    mark (self->length, TRUE, _ ("A length up to 24 hours: 15, 12:30 or 600s"));
    return;
  }
  if (qh_record_set_int (QH_RECORD (meeting_of (self)), "budget", seconds))
    qh_plan_editor_save (self->editor, _ ("Change planned length"), NULL);
  show_length (self);
}

/* Notes today as the day of @field, or that there is none. */
static void
take_day (QhMeetingPopover *self, const char *field, gboolean is_so, const char *label)
{
  const QhClock *clock;
  g_autofree char *today = NULL;

  if (self->loading || self->editor == NULL)
    return;
  clock = qh_store_get_clock (qh_plan_editor_get_store (self->editor));
  today = qh_clock_today (clock);
  if (qh_record_set_string (QH_RECORD (meeting_of (self)), field, is_so ? today : NULL))
    qh_plan_editor_save (self->editor, label, NULL);
}

static void
on_submitted_changed (QhMeetingPopover *self)
{
  gboolean is_so = gtk_switch_get_active (self->gate_submitted);

  take_day (self, "gate_submitted", is_so,
            is_so ? _ ("Submitted to the gatekeeper") : _ ("Not submitted"));
}

static void
on_cleared_changed (QhMeetingPopover *self)
{
  gboolean is_so = gtk_switch_get_active (self->cleared);

  take_day (self, "cleared", is_so, is_so ? _ ("Cleared with the gatekeeper") : _ ("Not cleared"));
}

static void
qh_meeting_popover_dispose (GObject *object)
{
  g_clear_object (&QH_MEETING_POPOVER (object)->editor);

  G_OBJECT_CLASS (qh_meeting_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/designer/meeting-popover.ui");
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, calendar);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, time);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, no_date);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, mode);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, place);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, length);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, title);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, value_proposition);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, gate_submitted);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, cleared);
  gtk_widget_class_bind_template_child (klass, QhMeetingPopover, status);
  gtk_widget_class_bind_template_callback (klass, on_submitted_changed);
  gtk_widget_class_bind_template_callback (klass, on_cleared_changed);
  gtk_widget_class_bind_template_callback (klass, on_day_selected);
  gtk_widget_class_bind_template_callback (klass, on_length_done);
  gtk_widget_class_bind_template_callback (klass, on_no_date_clicked);
  gtk_widget_class_bind_template_callback (klass, on_time_done);
}

static void
qh_meeting_popover_class_init (QhMeetingPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_meeting_popover_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qh_meeting_popover_init (QhMeetingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_meeting_popover_new (QhPlanEditor *editor)
{
  QhMeetingPopover *self;
  QhStore *store;
  QhRecord *record;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);

  self = g_object_new (QH_TYPE_MEETING_POPOVER, NULL);
  self->editor = g_object_ref (editor);
  store = qh_plan_editor_get_store (editor);
  record = QH_RECORD (meeting_of (self));
  qh_field_edit_new (GTK_WIDGET (self->mode), "mode", store, record);
  qh_field_edit_new (GTK_WIDGET (self->place), "place", store, record);
  qh_field_edit_new (GTK_WIDGET (self->title), "title", store, record);
  qh_field_edit_new (GTK_WIDGET (self->value_proposition), "value_proposition", store, record);
  qh_field_edit_new (GTK_WIDGET (self->status), "status", store, record);
  g_signal_connect_object (record, "notify", G_CALLBACK (on_meeting_notify), self,
                           G_CONNECT_SWAPPED);
  on_meeting_notify (self);
  return GTK_WIDGET (self);
}

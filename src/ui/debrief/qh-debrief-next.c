/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-next.h"
#include "qh-field-control.h"
#include "qh-report.h"
#include "store/qh-debriefs.h"
#include "store/qh-settings.h"
#include "widgets/qh-date-button.h"
#include <string.h>

/* It is offered in so many days: the same weekday. */
#define DAYS 14

struct _QhDebriefNext {
  AdwBin parent_instance;

  AdwExpanderRow *row;
  QhDateButton *day;
  GtkEditable *ask;

  QhStore *store;
  QhMeeting *meeting;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhDebriefNext, qh_debrief_next, ADW_TYPE_BIN)

static char *
get_place (QhDebriefNext *self)
{
  return g_strconcat ("debrief-next ", QH_RECORD (self->meeting)->id, NULL);
}

static gboolean
is_wanted (QhDebriefNext *self)
{
  return adw_expander_row_get_enable_expansion (self->row);
}

/* The day, and behind it the ask; nothing while no meeting is wanted. */
static void
keep (QhDebriefNext *self)
{
  const char *date = qh_date_button_get_date (self->day);
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_setting || !self->store)
    return;
  place = get_place (self);
  text = is_wanted (self)
             ? g_strdup_printf ("%s %s", date ? date : "", gtk_editable_get_text (self->ask))
             : g_strdup ("");
  if (!qh_settings_set_draft (self->store, place, text, &error))
    qh_report_error (GTK_WIDGET (self), error);
}

static char *
get_offered_day (QhDebriefNext *self)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autofree char *today = qh_clock_today (clock);

  return qh_date_add_days (today, DAYS);
}

static void
fill (QhDebriefNext *self)
{
  g_autofree char *place = get_place (self);
  g_autofree char *draft = qh_settings_get_draft (self->store, place);
  g_autofree char *offered = get_offered_day (self);
  const char *ask = strchr (draft, ' ');
  g_autofree char *date = ask ? g_strndup (draft, (gsize)(ask - draft)) : NULL;
  const char *carried = self->meeting->ask ? self->meeting->ask : "";

  self->is_setting = TRUE;
  qh_date_button_set_date (self->day, date ? date : offered);
  gtk_editable_set_text (self->ask, ask ? ask + 1 : carried);
  adw_expander_row_set_enable_expansion (self->row, ask != NULL);
  adw_expander_row_set_expanded (self->row, ask != NULL);
  self->is_setting = FALSE;
}

void
qh_debrief_next_show (QhDebriefNext *self, QhStore *store, QhMeeting *meeting)
{
  g_return_if_fail (QH_IS_DEBRIEF_NEXT (self));
  g_return_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting));
  g_return_if_fail (!self->store);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  fill (self);
}

QhMeeting *
qh_debrief_next_make (QhDebriefNext *self)
{
  g_return_val_if_fail (QH_IS_DEBRIEF_NEXT (self), NULL);

  const char *date = qh_date_button_get_date (self->day);
  QhMeeting *next;

  if (!is_wanted (self) || !date)
    return NULL;
  next = qh_debrief_next (self->store, self->meeting, date);
  qh_record_set_string (QH_RECORD (next), "ask", gtk_editable_get_text (self->ask));
  return next;
}

void
qh_debrief_next_forget (QhDebriefNext *self)
{
  g_return_if_fail (QH_IS_DEBRIEF_NEXT (self));

  g_autofree char *place = get_place (self);

  qh_settings_set_draft (self->store, place, "", NULL);
}

static void
qh_debrief_next_dispose (GObject *object)
{
  QhDebriefNext *self = QH_DEBRIEF_NEXT (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_debrief_next_parent_class)->dispose (object);
}

static void
qh_debrief_next_class_init (QhDebriefNextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_debrief_next_dispose;

  g_type_ensure (QH_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/debrief/debrief-next.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDebriefNext, row);
  gtk_widget_class_bind_template_child (widget_class, QhDebriefNext, day);
  gtk_widget_class_bind_template_child (widget_class, QhDebriefNext, ask);
  gtk_widget_class_bind_template_callback (widget_class, keep);
}

static void
qh_debrief_next_init (QhDebriefNext *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_field_control_name_parts (GTK_WIDGET (self->row),
                               adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row)));
}

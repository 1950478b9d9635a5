/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-day-time-field.h"
#include "base/qh-time.h"
#include "qh-day-time.h"
#include "widgets/qh-box.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhDayTimeField {
  AdwBin parent_instance;

  QhDateButton *day;
  GtkEditable *time;

  gint64 instant;
  gboolean is_showing; /* the controls are set by us */
};

G_DEFINE_FINAL_TYPE (QhDayTimeField, qh_day_time_field, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
mark (QhDayTimeField *self, gboolean is_wrong)
{
  GtkWidget *entry = GTK_WIDGET (self->time);

  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, is_wrong ? _ ("A time of day, such as 10:00") : NULL);
}

static void
show_instant (QhDayTimeField *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gboolean is_set = self->instant != QH_NONE;
  g_autofree char *day = is_set ? qh_instant_to_date (self->instant, zone) : NULL;
  g_autofree char *time = is_set ? qh_time_of_day_format (self->instant, zone) : g_strdup ("");

  self->is_showing = TRUE;
  qh_date_button_set_date (self->day, day);
  gtk_editable_set_text (self->time, time);
  mark (self, FALSE);
  self->is_showing = FALSE;
}

/* What stands in the controls; QH_NONE when that is no day or no time. */
static gint64
read_controls (QhDayTimeField *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *day = qh_date_button_get_date (self->day);
  int hour, minute;

  if (!day || !qh_time_of_day_read (gtk_editable_get_text (self->time), &hour, &minute))
    return QH_NONE;
  return qh_day_time_instant (day, hour, minute, zone);
}

/* The controls tell no seconds: those of the instant stay until another minute is set. */
static void
on_edited (QhDayTimeField *self)
{
  gint64 read;

  if (self->is_showing)
    return;
  read = read_controls (self);
  mark (self, read == QH_NONE);
  if (read == QH_NONE || (self->instant != QH_NONE && self->instant >= read &&
                          self->instant - read < QH_MINUTE * G_USEC_PER_SEC))
    return;
  self->instant = read;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A time is written out once it is typed: "9" is "09:00". */
static void
on_time_done (QhDayTimeField *self)
{
  if (read_controls (self) != QH_NONE)
    show_instant (self);
}

static void
qh_day_time_field_class_init (QhDayTimeFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", QH_TYPE_DAY_TIME_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/day-time-field.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDayTimeField, day);
  gtk_widget_class_bind_template_child (widget_class, QhDayTimeField, time);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_time_done);
}

static void
qh_day_time_field_init (QhDayTimeField *self)
{
  self->instant = QH_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

gint64
qh_day_time_field_get_instant (QhDayTimeField *self)
{
  g_return_val_if_fail (QH_IS_DAY_TIME_FIELD (self), QH_NONE);

  return self->instant;
}

void
qh_day_time_field_set_instant (QhDayTimeField *self, gint64 instant)
{
  g_return_if_fail (QH_IS_DAY_TIME_FIELD (self));

  if (self->instant == instant)
    return;
  self->instant = instant;
  show_instant (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-date-button.h"
#include "base/qh-time.h"
#include <glib/gi18n-lib.h>

struct _QhDateButton {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *day;
  GtkCalendar *calendar;
  GtkEntry *entry;

  char *date;
  gboolean optional;
  gboolean is_showing; /* the calendar is set by us */
};

G_DEFINE_FINAL_TYPE (QhDateButton, qh_date_button, ADW_TYPE_BIN)

enum { PROP_DATE = 1, PROP_OPTIONAL, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
show_date (QhDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *label = NULL;
  int year, month, number;

  if (self->date && sscanf (self->date, "%d-%d-%d", &year, &month, &number) == 3)
    day = g_date_time_new_local (year, month, number, 12, 0, 0);
  label = day ? qh_date_label (self->date, g_get_real_time (), NULL) : g_strdup (_ ("No day"));
  gtk_label_set_label (self->day, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  self->is_showing = TRUE;
  if (day)
    gtk_calendar_select_day (self->calendar, day);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->date ? self->date : "");
  self->is_showing = FALSE;
}

static void
on_day_selected (QhDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->is_showing)
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  qh_date_button_set_date (self, date);
}

static void
on_none_clicked (QhDateButton *self)
{
  qh_date_button_set_date (self, NULL);
  gtk_menu_button_popdown (self->button);
}

static void
on_entry_activate (QhDateButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (!qh_date_is_valid (text)) {
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    return;
  }
  qh_date_button_set_date (self, text);
  gtk_menu_button_popdown (self->button);
}

static void
on_entry_changed (QhDateButton *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
qh_date_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_DATE:
    g_value_set_string (value, QH_DATE_BUTTON (object)->date);
    break;
  case PROP_OPTIONAL:
    g_value_set_boolean (value, QH_DATE_BUTTON (object)->optional);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_date_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_DATE:
    qh_date_button_set_date (QH_DATE_BUTTON (object), g_value_get_string (value));
    break;
  case PROP_OPTIONAL:
    QH_DATE_BUTTON (object)->optional = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_date_button_finalize (GObject *object)
{
  g_free (QH_DATE_BUTTON (object)->date);

  G_OBJECT_CLASS (qh_date_button_parent_class)->finalize (object);
}

static void
qh_date_button_class_init (QhDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_date_button_get_property;
  object_class->set_property = qh_date_button_set_property;
  object_class->finalize = qh_date_button_finalize;

  props[PROP_DATE] =
      g_param_spec_string ("date", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_OPTIONAL] =
      g_param_spec_boolean ("optional", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, QhDateButton, day);
  gtk_widget_class_bind_template_child (widget_class, QhDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, QhDateButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
}

static void
qh_date_button_init (QhDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_date (self);
}

const char *
qh_date_button_get_date (QhDateButton *self)
{
  g_return_val_if_fail (QH_IS_DATE_BUTTON (self), NULL);

  return self->date;
}

void
qh_date_button_set_date (QhDateButton *self, const char *date)
{
  g_return_if_fail (QH_IS_DATE_BUTTON (self));

  if (date && !qh_date_is_valid (date))
    date = NULL;
  if (g_strcmp0 (self->date, date) == 0)
    return;
  g_free (self->date);
  self->date = g_strdup (date);
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-field-control.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include "record/qh-record.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-day-time-field.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GObject *
get_self (GtkWidget *control)
{
  return G_OBJECT (control);
}

/* --- Entries. The cursor stays where it is, as far as the new text reaches. */

static char *
read_editable (GtkWidget *control, const QhField *field)
{
  return qh_text_trim (gtk_editable_get_text (GTK_EDITABLE (control)));
}

static void
write_editable (GtkWidget *control, const QhField *field, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (control);
  int position = gtk_editable_get_position (editable);

  gtk_editable_set_text (editable, text ? text : "");
  gtk_editable_set_position (editable, position);
}

/* --- Text views */

static GObject *
get_buffer (GtkWidget *control)
{
  return G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)));
}

static char *
read_text_view (GtkWidget *control, const QhField *field)
{
  g_autofree char *text = NULL;

  g_object_get (get_buffer (control), "text", &text, NULL);
  return qh_text_trim (text);
}

static void
write_text_view (GtkWidget *control, const QhField *field, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (control));
  GtkTextIter iter;
  int position;

  g_object_get (buffer, "cursor-position", &position, NULL);
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, position);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* --- Switches */

static char *
read_switch (GtkWidget *control, const QhField *field)
{
  return g_strdup (gtk_switch_get_active (GTK_SWITCH (control)) ? "true" : "false");
}

static void
write_switch (GtkWidget *control, const QhField *field, const char *text)
{
  gtk_switch_set_active (GTK_SWITCH (control), g_strcmp0 (text, "true") == 0);
}

/* --- Spin buttons */

static char *
read_spin_button (GtkWidget *control, const QhField *field)
{
  return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (control)));
}

static void
write_spin_button (GtkWidget *control, const QhField *field, const char *text)
{
  gint64 value = text ? g_ascii_strtoll (text, NULL, 10) : field->initial;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), value);
}

/* The wheel scrolls the page: it shall neither change a number nor take the focus on its way. */
static void
prepare_spin_button (GtkWidget *control, const QhField *field)
{
  qh_field_control_still_wheel (control);
}

/* --- Days */

static char *
read_date (GtkWidget *control, const QhField *field)
{
  return g_strdup (qh_date_button_get_date (QH_DATE_BUTTON (control)));
}

static void
write_date (GtkWidget *control, const QhField *field, const char *text)
{
  qh_date_button_set_date (QH_DATE_BUTTON (control), text);
}

/* --- Days with a time */

static char *
read_day_time (GtkWidget *control, const QhField *field)
{
  gint64 instant = qh_day_time_field_get_instant (QH_DAY_TIME_FIELD (control));

  return instant != QH_NONE ? qh_instant_format (instant, NULL) : NULL;
}

static void
write_day_time (GtkWidget *control, const QhField *field, const char *text)
{
  gint64 instant;

  if (!text || !qh_instant_parse (text, NULL, &instant))
    instant = QH_NONE;
  qh_day_time_field_set_instant (QH_DAY_TIME_FIELD (control), instant);
}

/* --- Choices of an enum, with "none" first where that is allowed */

static gboolean
has_none (const QhField *field)
{
  return (field->flags & QH_FIELD_REQUIRED) == 0 && field->initial == 0;
}

static GListModel *
build_choices (const QhField *field)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (has_none (field))
    gtk_string_list_append (list, _ ("None"));
  for (const QhEnumValue *value = field->values; value->name; value++)
    gtk_string_list_append (list, _ (value->label));
  return G_LIST_MODEL (list);
}

static void
prepare_choices (GtkWidget *control, const QhField *field)
{
  g_autoptr (GListModel) choices = build_choices (field);

  g_object_set (control, "model", choices, NULL);
  qh_field_control_name_parts (control, _ (field->label));
}

static char *
read_choice (GtkWidget *control, const QhField *field)
{
  guint selected;

  g_object_get (control, "selected", &selected, NULL);
  if (selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup (qh_enum_name (field->values, selected + (has_none (field) ? 0 : 1)));
}

static void
write_choice (GtkWidget *control, const QhField *field, const char *text)
{
  int value = qh_field_enum_value (field, text);

  g_object_set (control, "selected", (guint)MAX (0, value - (has_none (field) ? 0 : 1)), NULL);
}

static const QhFieldControl text_view = { get_buffer,      "changed", read_text_view,
                                          write_text_view, NULL,      FALSE };
static const QhFieldControl spin_button = {
  get_self, "value-changed", read_spin_button, write_spin_button, prepare_spin_button, FALSE
};
static const QhFieldControl switch_button = { get_self,    "notify::active",
                                              read_switch, write_switch,
                                              NULL,        TRUE };
static const QhFieldControl date_button = { get_self,   "notify::date", read_date,
                                            write_date, NULL,           TRUE };
static const QhFieldControl day_time = { get_self,       "changed", read_day_time,
                                         write_day_time, NULL,      FALSE };
static const QhFieldControl choice = { get_self,     "notify::selected", read_choice,
                                       write_choice, prepare_choices,    TRUE };
static const QhFieldControl entry = { get_self,       "changed", read_editable,
                                      write_editable, NULL,      FALSE };

const QhFieldControl *
qh_field_control_for (GtkWidget *control)
{
  g_return_val_if_fail (GTK_IS_WIDGET (control), NULL);

  if (GTK_IS_TEXT_VIEW (control))
    return &text_view;
  if (GTK_IS_SPIN_BUTTON (control))
    return &spin_button;
  if (GTK_IS_SWITCH (control))
    return &switch_button;
  if (QH_IS_DATE_BUTTON (control))
    return &date_button;
  if (QH_IS_DAY_TIME_FIELD (control))
    return &day_time;
  if (GTK_IS_DROP_DOWN (control) || ADW_IS_COMBO_ROW (control))
    return &choice;
  if (GTK_IS_EDITABLE (control))
    return &entry;
  return NULL;
}

void
qh_field_control_still_wheel (GtkWidget *control)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (control);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  }
}

void
qh_field_control_name_parts (GtkWidget *control, const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  if (GTK_IS_LIST_VIEW (control) || GTK_IS_TOGGLE_BUTTON (control) || GTK_IS_SWITCH (control) ||
      GTK_IS_LIST_BOX (control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (control); child;
       child = gtk_widget_get_next_sibling (child))
    qh_field_control_name_parts (child, label);
}

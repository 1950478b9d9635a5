/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-field.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How each kind of control holds the value of a field, as text (the form of qh_record_set_text). */
typedef struct {
  /* What tells that a person changed it: a signal of this object. */
  GObject *(*source) (GtkWidget *control);
  const char *signal;
  /* NULL for none. */
  char *(*read) (GtkWidget *control, const QhField *field);
  void (*write) (GtkWidget *control, const QhField *field, const char *text);
  /* Before the first write, for what depends on the field; or NULL. */
  void (*prepare) (GtkWidget *control, const QhField *field);
  /* A choice, to be saved at once, not a text that is being typed. */
  gboolean is_choice;
} QhFieldControl;

/* NULL for a control of another kind. */
const QhFieldControl *qh_field_control_for (GtkWidget *control);

/* Calls what takes the focus inside a drop-down, a combo row or an expander row, its button or
 * switch and the list that opens, by @label rather than by its class. */
void qh_field_control_name_parts (GtkWidget *control, const char *label);

/* Lets the wheel pass by a spin button, to what scrolls. */
void qh_field_control_still_wheel (GtkWidget *control);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-person-row.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-plan-edits.h"
#include "designer/qh-segment-drop.h"
#include <glib/gi18n-lib.h>

struct _QhPersonRow {
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *caption;
  GtkCheckButton *comes;

  QhPlanEditor *editor;
  QhContact *contact;
  gboolean loading; /* the check is set by us */
};

G_DEFINE_FINAL_TYPE (QhPersonRow, qh_person_row, GTK_TYPE_LIST_BOX_ROW)

static QhAttendee *
attendee_of (QhPersonRow *self)
{
  return qh_plan_editor_find_attendee (self->editor, QH_RECORD (self->contact)->id);
}

static void
refresh (QhPersonRow *self)
{
  g_autofree char *caption = qh_contact_caption (self->contact);
  g_autofree char *comes = g_strdup_printf (_ ("%s comes to the meeting"), self->contact->name);

  gtk_label_set_label (self->name, self->contact->name);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  comes, -1);
  self->loading = TRUE;
  gtk_check_button_set_active (self->comes, attendee_of (self) != NULL);
  self->loading = FALSE;
}

static void
on_comes_toggled (QhPersonRow *self)
{
  QhAttendee *attendee;

  if (self->loading)
    return;
  attendee = attendee_of (self);
  if (attendee == NULL)
    qh_plan_editor_invite (self->editor, self->contact);
  else
    qh_plan_editor_uninvite (self->editor, attendee);
}

static void
qh_person_row_dispose (GObject *object)
{
  QhPersonRow *self = QH_PERSON_ROW (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->contact);

  G_OBJECT_CLASS (qh_person_row_parent_class)->dispose (object);
}

static void
qh_person_row_class_init (QhPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_person_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, QhPersonRow, caption);
  gtk_widget_class_bind_template_child (widget_class, QhPersonRow, comes);
  gtk_widget_class_bind_template_callback (widget_class, on_comes_toggled);
}

static void
qh_person_row_init (QhPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_person_row_new (QhPlanEditor *editor, QhContact *contact)
{
  QhPersonRow *self;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (contact != NULL, NULL);

  self = g_object_new (QH_TYPE_PERSON_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->contact = g_object_ref (contact);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  qh_record_drag_attach (GTK_WIDGET (self), QH_RECORD (contact));
  refresh (self);
  return GTK_WIDGET (self);
}

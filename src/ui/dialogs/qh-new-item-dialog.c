/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-new-item-dialog.h"
#include "base/qh-text.h"
#include "qh-field-edit.h"

struct _QhNewItemDialog {
  AdwWindow parent_instance;

  GtkEditable *title;
  GtkEditable *edition;
  GtkLabel *problem;

  QhStore *store;
  QhContent *item;
};

G_DEFINE_FINAL_TYPE (QhNewItemDialog, qh_new_item_dialog, ADW_TYPE_WINDOW)

enum { PROP_ITEM = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_changed (QhNewItemDialog *self)
{
  gboolean has_title = !qh_text_is_empty (gtk_editable_get_text (self->title));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", has_title);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static gboolean
save (QhNewItemDialog *self, GError **error)
{
  QhRecord *item = QH_RECORD (self->item);
  g_autofree char *edition = qh_text_trim (gtk_editable_get_text (self->edition));

  qh_record_set_string (item, "title", gtk_editable_get_text (self->title));
  return qh_record_set_text (item, qh_entity_field (&qh_content_entity, "edition"), edition,
                             error) &&
         qh_store_save (self->store, item, error);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhNewItemDialog *self = QH_NEW_ITEM_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!save (self, &error)) {
    gtk_label_set_label (self->problem, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.open-item", "s", QH_RECORD (self->item)->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_new_item_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_NEW_ITEM_DIALOG (object)->item);
}

static void
qh_new_item_dialog_dispose (GObject *object)
{
  QhNewItemDialog *self = QH_NEW_ITEM_DIALOG (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_new_item_dialog_parent_class)->dispose (object);
}

static void
qh_new_item_dialog_class_init (QhNewItemDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_new_item_dialog_get_property;
  object_class->dispose = qh_new_item_dialog_dispose;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, qh_content_get_type (),
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_FIELD_EDIT);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/dialogs/new-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhNewItemDialog, title);
  gtk_widget_class_bind_template_child (widget_class, QhNewItemDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, QhNewItemDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_new_item_dialog_init (QhNewItemDialog *self)
{
  self->item = qh_content_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
}

GtkWindow *
qh_new_item_dialog_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhNewItemDialog *self = g_object_new (QH_TYPE_NEW_ITEM_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-link-chip.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-plan-edits.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* The width of the details, in characters. */
#define DETAILS_CHARS 40

struct _QhLinkChip {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *copy; /* the last to be cut off: it says how scarce the item is */

  QhPlanEditor *editor;
  QhSegment *segment;
  const char *field;
};

G_DEFINE_FINAL_TYPE (QhLinkChip, qh_link_chip, ADW_TYPE_BIN)

static void
show_record (QhLinkChip *self, const QhContext *context, QhRecord *record)
{
  g_autofree char *label = qh_link_label (self->field, record);
  g_autofree char *copy = qh_link_copy_label (context, self->field, record);
  g_autofree char *whole = qh_link_plan_label (context, self->field, record);
  g_autofree char *joined = copy != NULL ? g_strconcat ("· ", copy, NULL) : NULL;

  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->copy, joined != NULL ? joined : "");
  gtk_widget_set_visible (GTK_WIDGET (self->copy), joined != NULL);
  if (joined != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), QH_WRAP_WHOLE);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), QH_WRAP_WHOLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  whole, -1);
}

static void
refresh (QhLinkChip *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  QhRecord *record = qh_link_record (context, self->segment, self->field);

  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record != NULL)
    show_record (self, context, record);
}

static void
take_off (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhLinkChip *self = QH_LINK_CHIP (widget);

  gtk_menu_button_popdown (self->button);
  qh_plan_editor_link (self->editor, self->segment, self->field, NULL);
}

static GtkWidget *
make_details (QhLinkChip *self)
{
  const QhContext *context = qh_plan_editor_get_context (self->editor);
  QhRecord *record = qh_link_record (context, self->segment, self->field);
  g_autofree char *details =
      record != NULL ? qh_link_details (context, self->field, record) : g_strdup ("");
  g_autofree char *copy = record != NULL ? qh_link_copy_label (context, self->field, record) : NULL;
  g_autofree char *text = copy != NULL ? g_strjoin ("\n", details, copy, NULL) : NULL;
  GtkWidget *label = gtk_label_new (text != NULL ? text : details);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DETAILS_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* All of it, and a way to take it off; made when it is opened: a plan has many chips. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *take = gtk_button_new_with_mnemonic (_ ("_Take Off"));
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (box, "qh-popover");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (take), "chip.take-off");
  gtk_widget_set_halign (take, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), make_details (data));
  gtk_box_append (GTK_BOX (box), take);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
qh_link_chip_dispose (GObject *object)
{
  QhLinkChip *self = QH_LINK_CHIP (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (qh_link_chip_parent_class)->dispose (object);
}

static void
qh_link_chip_class_init (QhLinkChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_link_chip_dispose;
  gtk_widget_class_install_action (widget_class, "chip.take-off", NULL, take_off);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/link-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, QhLinkChip, button);
  gtk_widget_class_bind_template_child (widget_class, QhLinkChip, icon);
  gtk_widget_class_bind_template_child (widget_class, QhLinkChip, label);
  gtk_widget_class_bind_template_child (widget_class, QhLinkChip, copy);
}

static void
qh_link_chip_init (QhLinkChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
}

GtkWidget *
qh_link_chip_new (QhPlanEditor *editor, QhSegment *segment, const char *field)
{
  QhLinkChip *self;
  g_autofree char *signal = g_strconcat ("notify::", field, NULL);

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (segment != NULL, NULL);

  self = g_object_new (QH_TYPE_LINK_CHIP, NULL);
  self->editor = g_object_ref (editor);
  self->segment = g_object_ref (segment);
  self->field = g_intern_string (field);
  gtk_image_set_from_icon_name (self->icon, qh_link_icon (field));
  g_signal_connect_object (segment, signal, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "reviewed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

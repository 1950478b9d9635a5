/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row follows its segment by itself, and stays the same row wherever the segment goes. */
#include "designer/qh-segment-row.h"
#include "designer/qh-comment-chip.h"
#include "designer/qh-designer-text.h"
#include "designer/qh-link-chip.h"
#include "designer/qh-plan-edits.h"
#include "designer/qh-segment-actions.h"
#include "designer/qh-segment-details.h"
#include "designer/qh-segment-drop.h"
#include "paper/qh-symbol.h"
#include "qh-field-edit.h"
#include "widgets/qh-box.h"
#include "widgets/qh-context-menu.h"
#include "widgets/qh-length-entry.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-plan-words.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _QhSegmentRow {
  GtkListBoxRow parent_instance;

  GtkWidget *bar;
  GtkWidget *handle;
  QhTextField *title;
  QhBox *chips;
  GtkMenuButton *kind;
  GMenuModel *kind_menu;
  GtkImage *kind_icon;
  GtkLabel *kind_label;
  GtkWidget *output;
  GtkLabel *output_label;
  QhLengthEntry *length;
  GtkToggleButton *expander;
  GtkRevealer *revealer;

  QhSegmentDetails *details; /* built when it is first opened */
  QhContextMenu *menu;
  QhPlanEditor *editor;
  QhSegment *segment;
};

G_DEFINE_FINAL_TYPE (QhSegmentRow, qh_segment_row, GTK_TYPE_LIST_BOX_ROW)

/* --- Showing the segment */

static void
show_kind (QhSegmentRow *self)
{
  const char *name = qh_enum_name (qh_segment_kind_values, self->segment->kind);
  const char *label = qh_enum_label (qh_segment_kind_values, self->segment->kind);
  g_autofree char *kind_class = g_strdup_printf ("qh-kind-%s", name != NULL ? name : "open");
  g_autofree char *spoken = g_strdup_printf (_ ("Kind: %s"), label != NULL ? label : "");

  gtk_widget_set_css_classes (self->bar, (const char *[]){ "qh-bar", kind_class, NULL });
  gtk_image_set_from_icon_name (self->kind_icon, qh_symbol_icon_name (self->segment->kind));
  gtk_label_set_label (self->kind_label, label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
show_output (QhSegmentRow *self)
{
  g_autofree char *text =
      self->segment->output != NULL ? g_strdup_printf (_ ("→ %s"), self->segment->output) : NULL;

  gtk_widget_set_visible (self->output, text != NULL);
  gtk_label_set_label (self->output_label, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->output), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
describe (QhSegmentRow *self)
{
  QhBlock block = { self->segment->kind, self->segment->seconds, self->segment->title };
  guint n_segments = qh_plan_n_segments (qh_plan_editor_get_plan (self->editor));
  g_autofree char *text = qh_block_description (&block, (guint)self->segment->position, n_segments);
  const char *title = self->segment->title != NULL ? self->segment->title : "";
  g_autofree char *length = g_strdup_printf (_ ("Length of “%s”"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set (self->length, "label", length, NULL);
}

static void
on_segment_notify (QhSegmentRow *self)
{
  show_kind (self);
  show_output (self);
  describe (self);
}

/* --- What the person does */

static void
on_length_set (QhSegmentRow *self, gint64 seconds)
{
  qh_plan_editor_stretch (self->editor, self->segment, seconds, TRUE);
}

static void
on_length_step (QhSegmentRow *self, int steps)
{
  qh_plan_editor_step (self->editor, self->segment, steps);
}

static void
on_expander_toggled (QhSegmentRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->expander);

  if (open && self->details == NULL) {
    self->details = QH_SEGMENT_DETAILS (qh_segment_details_new (self->editor, self->segment));
    gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->details));
  }
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
on_output_clicked (QhSegmentRow *self)
{
  gtk_toggle_button_set_active (self->expander, TRUE);
  qh_segment_details_edit_output (self->details);
}

/* Menus are made when they are opened: a plan has many. */
static void
make_kind_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, QH_SEGMENT_ROW (data)->kind_menu);
}

static void
on_title_entered (QhSegmentRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_focus_enter (QhSegmentRow *self)
{
  qh_plan_editor_set_current (self->editor, self->segment);
}

/* Keys that mean the row mean it only while the row itself has the focus, not a field in it. */
static gboolean
on_row_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), NULL);
}

static gboolean
on_row_enter (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_widget_is_focus (widget))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (QH_SEGMENT_ROW (widget)->title));
  return TRUE;
}

/* --- The object */

static void
qh_segment_row_dispose (GObject *object)
{
  QhSegmentRow *self = QH_SEGMENT_ROW (object);

  if (self->menu != NULL)
    qh_context_menu_detach (self->menu);
  g_clear_object (&self->menu);
  g_clear_object (&self->editor);
  g_clear_object (&self->segment);

  G_OBJECT_CLASS (qh_segment_row_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Delete, "segment.remove" }, { GDK_KEY_KP_Delete, "segment.remove" },
    { GDK_KEY_plus, "segment.longer" },   { GDK_KEY_KP_Add, "segment.longer" },
    { GDK_KEY_minus, "segment.shorter" }, { GDK_KEY_KP_Subtract, "segment.shorter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, 0, on_row_key, "s", keys[i].action);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_row_enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_row_enter, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "segment.earlier", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "segment.later", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "segment.duplicate",
                                       NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/designer/segment-row.ui");
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, bar);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, handle);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, title);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, chips);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, kind);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, kind_icon);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, kind_menu);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, kind_label);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, output);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, output_label);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, length);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, expander);
  gtk_widget_class_bind_template_child (klass, QhSegmentRow, revealer);
  gtk_widget_class_bind_template_callback (klass, on_expander_toggled);
  gtk_widget_class_bind_template_callback (klass, on_focus_enter);
  gtk_widget_class_bind_template_callback (klass, on_length_set);
  gtk_widget_class_bind_template_callback (klass, on_length_step);
  gtk_widget_class_bind_template_callback (klass, on_output_clicked);
  gtk_widget_class_bind_template_callback (klass, on_title_entered);
}

static void
qh_segment_row_class_init (QhSegmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_segment_row_dispose;
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_LENGTH_ENTRY);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  add_keys (widget_class);
}

static void
qh_segment_row_init (QhSegmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->kind, make_kind_menu, self, NULL);
}

/* The links stand between the kind and the output. */
static void
add_link_chips (QhSegmentRow *self)
{
  for (guint i = 0; qh_link_fields[i] != NULL; i++)
    gtk_widget_insert_before (qh_link_chip_new (self->editor, self->segment, qh_link_fields[i]),
                              GTK_WIDGET (self->chips), self->output);
}

/* What the reviewer said comes last. */
static void
add_comment_chip (QhSegmentRow *self)
{
  qh_box_append (self->chips,
                 qh_comment_chip_new (qh_plan_editor_get_reviews (self->editor), self->segment));
}

static void
connect_segment (QhSegmentRow *self)
{
  QhStore *store = qh_plan_editor_get_store (self->editor);

  qh_field_edit_new (qh_text_field_get_view (self->title), "title", store,
                     QH_RECORD (self->segment));
  g_object_bind_property (self->segment, "seconds", self->length, "seconds", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->segment, "notify", G_CALLBACK (on_segment_notify), self,
                           G_CONNECT_SWAPPED);
  on_segment_notify (self);
}

GtkWidget *
qh_segment_row_new (QhPlanEditor *editor, QhSegment *segment, GMenuModel *menu)
{
  g_autoptr (QhSegmentActions) actions = NULL;
  QhSegmentRow *self;

  g_return_val_if_fail (QH_IS_PLAN_EDITOR (editor), NULL);
  g_return_val_if_fail (segment != NULL, NULL);

  self = g_object_new (QH_TYPE_SEGMENT_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->segment = g_object_ref (segment);
  actions = qh_segment_actions_new (editor, segment);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "segment", G_ACTION_GROUP (actions));
  self->menu = qh_context_menu_new (GTK_WIDGET (self), menu);
  add_link_chips (self);
  add_comment_chip (self);
  connect_segment (self);
  qh_record_drag_attach (self->handle, QH_RECORD (segment));
  qh_segment_drop_attach (GTK_WIDGET (self), editor, segment);
  return GTK_WIDGET (self);
}

QhSegment *
qh_segment_row_get_segment (QhSegmentRow *self)
{
  g_return_val_if_fail (QH_IS_SEGMENT_ROW (self), NULL);
  return self->segment;
}

void
qh_segment_row_edit (QhSegmentRow *self)
{
  g_return_if_fail (QH_IS_SEGMENT_ROW (self));
  qh_text_field_edit (self->title);
}

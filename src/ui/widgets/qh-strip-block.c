/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block follows its segment by itself; where it lies is the strip's affair. */
#include "widgets/qh-strip-block.h"
#include "paper/qh-strip.h"
#include "widgets/qh-context-menu.h"
#include "widgets/qh-paint.h"
#include "widgets/qh-plan-words.h"

struct _QhStripBlock {
  GtkWidget parent_instance;

  QhSegment *segment;
  QhContextMenu *menu;
  guint position, n_blocks;
  char *description;
};

G_DEFINE_FINAL_TYPE (QhStripBlock, qh_strip_block, GTK_TYPE_WIDGET)

static QhBlock
block_of (QhStripBlock *self)
{
  return (QhBlock){ self->segment->kind, self->segment->seconds, self->segment->title };
}

static void
describe (QhStripBlock *self)
{
  QhBlock block = block_of (self);

  g_free (self->description);
  self->description = qh_block_description (&block, self->position, self->n_blocks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->description);
}

static void
on_segment_notify (QhStripBlock *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_click_pressed (GtkGestureClick *click, int n_press, double x, double y, QhStripBlock *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "segment.show", NULL);
}

/* Stretches towards the end of the line: to the right, or to the left where one reads so. */
static gboolean
on_arrow (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean right = g_variant_get_boolean (arguments);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return gtk_widget_activate_action (widget, right != rtl ? "segment.longer" : "segment.shorter",
                                     NULL);
}

static void
qh_strip_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QhStripBlock *self = QH_STRIP_BLOCK (widget);
  cairo_t *cr = qh_widget_append_cairo (widget, snapshot);
  g_autofree char *font = qh_widget_font (widget);
  QhBlock block = block_of (self);

  qh_strip_paint_block (&block, cr, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                        qh_widget_palette (widget), font);
  cairo_destroy (cr);
}

static void
qh_strip_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhStripBlock *self = QH_STRIP_BLOCK (widget);

  if (self->menu != NULL)
    qh_context_menu_present (self->menu);
}

static void
qh_strip_block_dispose (GObject *object)
{
  QhStripBlock *self = QH_STRIP_BLOCK (object);

  if (self->menu != NULL)
    qh_context_menu_detach (self->menu);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (qh_strip_block_parent_class)->dispose (object);
}

static void
qh_strip_block_finalize (GObject *object)
{
  QhStripBlock *self = QH_STRIP_BLOCK (object);

  g_clear_object (&self->segment);
  g_free (self->description);

  G_OBJECT_CLASS (qh_strip_block_parent_class)->finalize (object);
}

/* Of several keys a menu shows the last. */
static void
add_keys (GtkWidgetClass *klass)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "segment.earlier" },
    { GDK_KEY_Down, GDK_ALT_MASK, "segment.later" },
    { GDK_KEY_KP_Delete, 0, "segment.remove" },
    { GDK_KEY_Delete, 0, "segment.remove" },
    { GDK_KEY_KP_Enter, 0, "segment.show" },
    { GDK_KEY_space, 0, "segment.show" },
    { GDK_KEY_Return, 0, "segment.show" },
    { GDK_KEY_KP_Add, 0, "segment.longer" },
    { GDK_KEY_plus, 0, "segment.longer" },
    { GDK_KEY_KP_Subtract, 0, "segment.shorter" },
    { GDK_KEY_minus, 0, "segment.shorter" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "segment.duplicate" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, on_arrow, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, on_arrow, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Left, 0, on_arrow, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Right, 0, on_arrow, "b", TRUE);
}

static void
qh_strip_block_class_init (QhStripBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qh_strip_block_dispose;
  object_class->finalize = qh_strip_block_finalize;
  widget_class->snapshot = qh_strip_block_snapshot;
  widget_class->size_allocate = qh_strip_block_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "stripblock");
  add_keys (widget_class);
}

static void
qh_strip_block_init (QhStripBlock *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  qh_widget_follow_style (GTK_WIDGET (self));
}

GtkWidget *
qh_strip_block_new (QhSegment *segment, GMenuModel *menu)
{
  g_return_val_if_fail (QH_IS_SEGMENT (segment), NULL);

  QhStripBlock *self = g_object_new (QH_TYPE_STRIP_BLOCK, NULL);
  self->segment = g_object_ref (segment);
  if (menu != NULL)
    self->menu = qh_context_menu_new (GTK_WIDGET (self), menu);
  g_signal_connect_object (segment, "notify", G_CALLBACK (on_segment_notify), self,
                           G_CONNECT_SWAPPED);
  describe (self);
  return GTK_WIDGET (self);
}

QhSegment *
qh_strip_block_get_segment (QhStripBlock *self)
{
  g_return_val_if_fail (QH_IS_STRIP_BLOCK (self), NULL);
  return self->segment;
}

void
qh_strip_block_set_place (QhStripBlock *self, guint position, guint n_blocks)
{
  g_return_if_fail (QH_IS_STRIP_BLOCK (self));
  if (self->position == position && self->n_blocks == n_blocks)
    return;
  self->position = position;
  self->n_blocks = n_blocks;
  describe (self);
}

const char *
qh_strip_block_get_description (QhStripBlock *self)
{
  g_return_val_if_fail (QH_IS_STRIP_BLOCK (self), NULL);
  return self->description;
}

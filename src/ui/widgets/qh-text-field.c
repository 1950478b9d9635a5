/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text view that asks for the height its text needs at once, where GtkTextView asks for the
 * height it had, and only after a frame; and a placeholder, which GtkTextView lacks. */
#include "widgets/qh-text-field.h"

#define MIN_WIDTH 60
#define NATURAL_WIDTH 240

struct _QhTextField {
  GtkWidget parent_instance;

  GtkTextView *view;
  GtkLabel *placeholder;

  gboolean multiline;
  char *label;

  int width; /* as it was given last */
  GdkFrameClock *clock; /* while that is new, with the handler that settles it */
  gulong settling;
};

G_DEFINE_FINAL_TYPE (QhTextField, qh_text_field, GTK_TYPE_WIDGET)

enum { PROP_PLACEHOLDER = 1, PROP_LABEL, PROP_MULTILINE, PROP_VIEW, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_buffer_changed (QhTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          gtk_text_buffer_get_char_count (buffer) == 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (QhTextField *self, guint key, guint code, GdkModifierType state)
{
  if (self->multiline || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  g_signal_emit (self, signals[ENTERED], 0);
  return TRUE;
}

static void
measure_text (QhTextField *self, int for_width, int *width, int *height)
{
  g_autofree char *text = qh_text_field_get_text (self);
  const char *shown = *text != '\0' ? text : gtk_label_get_label (self->placeholder);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), shown);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (for_width >= 0)
    pango_layout_set_width (layout, MAX (for_width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, width, height);
}

static GtkSizeRequestMode
qh_text_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qh_text_field_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  QhTextField *self = QH_TEXT_FIELD (widget);
  int width, height;

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    measure_text (self, for_size, &width, &height);
    *minimum = *natural = height;
    return;
  }
  measure_text (self, -1, &width, &height);
  *minimum = MIN_WIDTH;
  *natural = CLAMP (width + 1, MIN_WIDTH, NATURAL_WIDTH);
}

static void
place (GtkWidget *child, int width, int height)
{
  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
stop_settling (QhTextField *self)
{
  if (self->clock)
    g_clear_signal_handler (&self->settling, self->clock);
  g_clear_object (&self->clock);
}

static void
on_laid_out (QhTextField *self)
{
  g_autoptr (GdkFrameClock) clock = g_object_ref (self->clock);

  stop_settling (self);
  for (GtkWidget *above = GTK_WIDGET (self); above; above = gtk_widget_get_parent (above))
    gtk_widget_queue_allocate (above);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* At a new width GtkTextView asks for another size while it is given one. What of that reaches a
 * widget above that has its place already is forgotten there or kept for ever, and then GTK does
 * not paint it: so the way up is laid out once more, within the same frame. */
static void
settle (QhTextField *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  if (self->clock)
    return;
  g_set_object (&self->clock, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  if (self->clock)
    self->settling = g_signal_connect_data (self->clock, "layout", G_CALLBACK (on_laid_out), self,
                                            NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
qh_text_field_unrealize (GtkWidget *widget)
{
  stop_settling (QH_TEXT_FIELD (widget));

  GTK_WIDGET_CLASS (qh_text_field_parent_class)->unrealize (widget);
}

static void
qh_text_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhTextField *self = QH_TEXT_FIELD (widget);

  settle (self, width);
  place (GTK_WIDGET (self->view), width, height);
  place (GTK_WIDGET (self->placeholder), width, height);
}

/* Going back from its text, GTK offers the focus to the field next: it would never get out. */
static gboolean
qh_text_field_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (QH_TEXT_FIELD (widget)->view);

  return !gtk_widget_is_focus (view) && gtk_widget_grab_focus (view);
}

static void
qh_text_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTextField *self = QH_TEXT_FIELD (object);

  switch (id) {
  case PROP_PLACEHOLDER:
    g_value_set_string (value, gtk_label_get_label (self->placeholder));
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_MULTILINE:
    g_value_set_boolean (value, self->multiline);
    break;
  case PROP_VIEW:
    g_value_set_object (value, self->view);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_label (QhTextField *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
}

static void
set_placeholder (QhTextField *self, const char *text)
{
  gtk_label_set_label (self->placeholder, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
qh_text_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhTextField *self = QH_TEXT_FIELD (object);

  switch (id) {
  case PROP_PLACEHOLDER:
    set_placeholder (self, g_value_get_string (value));
    break;
  case PROP_LABEL:
    set_label (self, g_value_get_string (value));
    break;
  case PROP_MULTILINE:
    self->multiline = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_text_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qh_text_field_parent_class)->dispose (object);
}

static void
qh_text_field_finalize (GObject *object)
{
  g_free (QH_TEXT_FIELD (object)->label);

  G_OBJECT_CLASS (qh_text_field_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_MULTILINE] = g_param_spec_boolean ("multiline", NULL, NULL, FALSE, flags);
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_TEXT_VIEW,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, props);
}

static void
qh_text_field_class_init (QhTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_text_field_get_property;
  object_class->set_property = qh_text_field_set_property;
  object_class->dispose = qh_text_field_dispose;
  object_class->finalize = qh_text_field_finalize;
  widget_class->get_request_mode = qh_text_field_get_request_mode;
  widget_class->measure = qh_text_field_measure;
  widget_class->size_allocate = qh_text_field_size_allocate;
  widget_class->unrealize = qh_text_field_unrealize;
  widget_class->grab_focus = qh_text_field_grab_focus;
  install_properties (object_class);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "textfield");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTextField, view);
  gtk_widget_class_bind_template_child (widget_class, QhTextField, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
qh_text_field_init (QhTextField *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qh_text_field_new (void)
{
  return g_object_new (QH_TYPE_TEXT_FIELD, NULL);
}

GtkWidget *
qh_text_field_get_view (QhTextField *self)
{
  g_return_val_if_fail (QH_IS_TEXT_FIELD (self), NULL);
  return GTK_WIDGET (self->view);
}

char *
qh_text_field_get_text (QhTextField *self)
{
  char *text;

  g_return_val_if_fail (QH_IS_TEXT_FIELD (self), NULL);
  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

void
qh_text_field_edit (QhTextField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (QH_IS_TEXT_FIELD (self));
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

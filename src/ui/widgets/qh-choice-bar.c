/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-choice-bar.h"
#include "widgets/qh-box.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-wrap-layout.h"

struct _QhChoiceBar {
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *buttons; /* GtkToggleButton, borrowed */
  char *label;
  guint value;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhChoiceBar, qh_choice_bar, ADW_TYPE_BIN)

enum { PROP_VALUE = 1, PROP_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
get_button (QhChoiceBar *self, guint number)
{
  return number >= 1 && number <= self->buttons->len ? self->buttons->pdata[number - 1] : NULL;
}

/* The Tab key comes to what is taken, else to the first. */
static void
show_value (QhChoiceBar *self)
{
  guint stop = MAX (self->value, 1);

  self->is_setting = TRUE;
  for (guint i = 1; i <= self->buttons->len; i++) {
    GtkWidget *button = get_button (self, i);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->value);
    gtk_widget_set_focusable (button, i == stop);
  }
  self->is_setting = FALSE;
}

void
qh_choice_bar_set_value (QhChoiceBar *self, guint value)
{
  g_return_if_fail (QH_IS_CHOICE_BAR (self));

  if (value > self->buttons->len)
    value = 0;
  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

guint
qh_choice_bar_get_value (QhChoiceBar *self)
{
  g_return_val_if_fail (QH_IS_CHOICE_BAR (self), 0);

  return self->value;
}

static void
choose (QhChoiceBar *self, guint value)
{
  if (value == self->value)
    return;
  qh_choice_bar_set_value (self, value);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* By a key: the focus goes along. */
static void
choose_and_go (QhChoiceBar *self, guint value)
{
  choose (self, value);
  gtk_widget_grab_focus (get_button (self, value));
}

static void
on_toggled (GtkToggleButton *button, QhChoiceBar *self)
{
  guint index;

  if (self->is_setting || !g_ptr_array_find (self->buttons, button, &index))
    return;
  choose (self, gtk_toggle_button_get_active (button) ? index + 1 : 0);
}

/* --- Keys */

static int
get_step (GtkWidget *widget, guint key)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_Left)
    return is_mirrored ? 1 : -1;
  if (key == GDK_KEY_Right)
    return is_mirrored ? -1 : 1;
  return 0;
}

static guint
get_digit (guint key)
{
  gunichar character = gdk_keyval_to_unicode (key);

  return character >= '1' && character <= '9' ? character - '0' : 0;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        QhChoiceBar *self)
{
  int step = get_step (GTK_WIDGET (self), key);
  guint digit = get_digit (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (step != 0) {
    int value = self->value == 0 ? 1 : (int)self->value + step;
    if (get_button (self, (guint)value))
      choose_and_go (self, (guint)value);
    return GDK_EVENT_STOP;
  }
  if (get_button (self, digit)) {
    choose_and_go (self, digit);
    return GDK_EVENT_STOP;
  }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static gboolean
qh_choice_bar_grab_focus (GtkWidget *widget)
{
  GtkWidget *button = get_button (QH_CHOICE_BAR (widget), MAX (QH_CHOICE_BAR (widget)->value, 1));

  return button && qh_focus_hand_on (widget, button);
}

static void
set_label (QhChoiceBar *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : "", -1);
}

static void
qh_choice_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhChoiceBar *self = QH_CHOICE_BAR (object);

  switch (id) {
  case PROP_VALUE:
    g_value_set_uint (value, self->value);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_choice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhChoiceBar *self = QH_CHOICE_BAR (object);

  switch (id) {
  case PROP_VALUE:
    qh_choice_bar_set_value (self, g_value_get_uint (value));
    break;
  case PROP_LABEL:
    set_label (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_choice_bar_finalize (GObject *object)
{
  QhChoiceBar *self = QH_CHOICE_BAR (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->label);

  G_OBJECT_CLASS (qh_choice_bar_parent_class)->finalize (object);
}

static void
qh_choice_bar_class_init (QhChoiceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_choice_bar_get_property;
  object_class->set_property = qh_choice_bar_set_property;
  object_class->finalize = qh_choice_bar_finalize;
  widget_class->grab_focus = qh_choice_bar_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  props[PROP_VALUE] = g_param_spec_uint ("value", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QH_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
qh_choice_bar_init (QhChoiceBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->box = g_object_new (
      QH_TYPE_BOX, "layout-manager",
      g_object_new (QH_TYPE_WRAP_LAYOUT, "spacing", 6, "line-spacing", 6, NULL), NULL);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
qh_choice_bar_add (QhChoiceBar *self, const char *label)
{
  g_return_if_fail (QH_IS_CHOICE_BAR (self));
  g_return_if_fail (label);

  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "qh-choice");
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  qh_box_append (QH_BOX (self->box), button);
  show_value (self);
}

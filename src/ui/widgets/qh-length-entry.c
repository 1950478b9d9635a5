/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A length is shown as people read it, and while it is typed as people type it. */
#include "widgets/qh-length-entry.h"
#include "base/qh-time.h"
#include "widgets/qh-strip-geometry.h"
#include <glib/gi18n-lib.h>

/* A length is taken when nothing was typed for this long, in milliseconds: half of one never. */
#define TAKE_AFTER 400

struct _QhLengthEntry {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *entry;

  gint64 seconds;
  gboolean editing;
  gboolean taking; /* what is set now is what stands in the entry */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (QhLengthEntry, qh_length_entry, GTK_TYPE_WIDGET)

enum { PROP_SECONDS = 1, PROP_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SET, STEP, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
mark_error (QhLengthEntry *self, gboolean wrong)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, wrong ? _ ("A length from 0 to 4 hours: 4, 4:30 or 270s")
                                            : _ ("4, 4:30 or 270s"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_length (QhLengthEntry *self)
{
  g_autofree char *text =
      self->editing ? qh_length_format (self->seconds) : qh_length_label (self->seconds);

  if (!g_str_equal (gtk_editable_get_text (self->entry), text))
    gtk_editable_set_text (self->entry, text);
  mark_error (self, FALSE);
}

/* Hands out what was typed. FALSE when that is no length. */
static gboolean
take (QhLengthEntry *self)
{
  gint64 seconds;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!qh_length_entry_read (gtk_editable_get_text (self->entry), &seconds))
    return FALSE;
  self->taking = TRUE;
  if (seconds != self->seconds)
    g_signal_emit (self, signals[SET], 0, seconds);
  self->taking = FALSE;
  return TRUE;
}

static gboolean
on_timeout (gpointer user_data)
{
  QhLengthEntry *self = user_data;

  self->timeout = 0;
  take (self);
  return G_SOURCE_REMOVE;
}

static void
on_entry_activate (QhLengthEntry *self)
{
  if (!take (self)) {
    mark_error (self, TRUE);
    return;
  }
  show_length (self);
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
on_entry_changed (QhLengthEntry *self)
{
  gint64 seconds;

  if (!self->editing)
    return;
  mark_error (self, !qh_length_entry_read (gtk_editable_get_text (self->entry), &seconds));
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (TAKE_AFTER, on_timeout, self);
}

static void
on_focus_enter (QhLengthEntry *self)
{
  self->editing = TRUE;
  show_length (self);
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
on_focus_leave (QhLengthEntry *self)
{
  take (self);
  self->editing = FALSE;
  show_length (self);
}

static void
step (QhLengthEntry *self, int steps)
{
  take (self);
  g_signal_emit (self, signals[STEP], 0, steps);
}

static void
on_shorter_clicked (QhLengthEntry *self)
{
  step (self, -1);
}

static void
on_longer_clicked (QhLengthEntry *self)
{
  step (self, 1);
}

static gboolean
on_key_pressed (QhLengthEntry *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape) {
    show_length (self);
    return TRUE;
  }
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  step (self, key == GDK_KEY_Up ? 1 : -1);
  return TRUE;
}

static void
qh_length_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhLengthEntry *self = QH_LENGTH_ENTRY (object);

  if (id == PROP_SECONDS)
    g_value_set_int64 (value, self->seconds);
  else
    g_value_set_string (value, NULL);
}

static void
qh_length_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhLengthEntry *self = QH_LENGTH_ENTRY (object);

  if (id == PROP_SECONDS)
    qh_length_entry_set_seconds (self, g_value_get_int64 (value));
  else if (g_value_get_string (value) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
}

/* Its window or its page goes. */
static void
qh_length_entry_unmap (GtkWidget *widget)
{
  QhLengthEntry *self = QH_LENGTH_ENTRY (widget);

  if (self->timeout != 0)
    take (self);

  GTK_WIDGET_CLASS (qh_length_entry_parent_class)->unmap (widget);
}

static void
qh_length_entry_dispose (GObject *object)
{
  g_clear_handle_id (&QH_LENGTH_ENTRY (object)->timeout, g_source_remove);
  g_clear_pointer (&QH_LENGTH_ENTRY (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qh_length_entry_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/widgets/length-entry.ui");
  gtk_widget_class_bind_template_child (klass, QhLengthEntry, box);
  gtk_widget_class_bind_template_child (klass, QhLengthEntry, entry);
  gtk_widget_class_bind_template_callback (klass, on_entry_activate);
  gtk_widget_class_bind_template_callback (klass, on_entry_changed);
  gtk_widget_class_bind_template_callback (klass, on_focus_enter);
  gtk_widget_class_bind_template_callback (klass, on_focus_leave);
  gtk_widget_class_bind_template_callback (klass, on_key_pressed);
  gtk_widget_class_bind_template_callback (klass, on_longer_clicked);
  gtk_widget_class_bind_template_callback (klass, on_shorter_clicked);
}

static void
qh_length_entry_class_init (QhLengthEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_length_entry_get_property;
  object_class->set_property = qh_length_entry_set_property;
  object_class->dispose = qh_length_entry_dispose;
  widget_class->unmap = qh_length_entry_unmap;

  props[PROP_SECONDS] =
      g_param_spec_int64 ("seconds", NULL, NULL, 0, QH_LENGTH_MAX, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SET] = g_signal_new ("set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lengthentry");
  bind_template (widget_class);
}

static void
qh_length_entry_init (QhLengthEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_length (self);
}

GtkWidget *
qh_length_entry_new (void)
{
  return g_object_new (QH_TYPE_LENGTH_ENTRY, NULL);
}

void
qh_length_entry_set_seconds (QhLengthEntry *self, gint64 seconds)
{
  g_return_if_fail (QH_IS_LENGTH_ENTRY (self));
  if (self->seconds == seconds)
    return;
  self->seconds = seconds;
  if (!self->taking)
    show_length (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECONDS]);
}

gboolean
qh_length_entry_read (const char *text, gint64 *seconds)
{
  return qh_length_parse (text, seconds) && *seconds >= 0 && *seconds <= QH_LENGTH_MAX;
}

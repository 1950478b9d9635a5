/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three values are kept apart: what stands in the control, what the record holds, and what is in
 * the store. While the control is dirty the record does not write to it. */
#include "qh-field-edit.h"
#include "base/qh-text.h"
#include "qh-field-control.h"
#include "qh-money.h"
#include "qh-report.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

/* Typing is saved this long after its first unsaved key, in milliseconds. */
#define SAVE_AFTER 400
/* A save that failed is tried again, in milliseconds. */
#define RETRY_AFTER 2000

struct _QhFieldEdit {
  GObject parent_instance;

  GtkWidget *control; /* owns this object; NULL once it is gone */
  const QhFieldControl *kind;
  GtkWidget *root; /* whose "flush" is connected to, or NULL */
  char *field_name;
  const QhField *field; /* of the record */
  QhStore *store;
  QhRecord *record;

  guint session; /* from focus to focus */
  guint timeout;
  gboolean is_dirty;
  gboolean is_failing; /* it was reported that it cannot be saved */
  gboolean is_writing; /* the control is changed by us */
  gboolean is_saving; /* the record is changed by us */
};

G_DEFINE_FINAL_TYPE (QhFieldEdit, qh_field_edit, G_TYPE_OBJECT)

enum { PROP_CONTROL = 1, PROP_FIELD, PROP_STORE, PROP_RECORD, N_PROPS };
static GParamSpec *props[N_PROPS];

static gboolean
is_money (QhFieldEdit *self)
{
  return (self->field->flags & QH_FIELD_MONEY) != 0;
}

static char *
get_currency (QhFieldEdit *self)
{
  return self->store ? qh_store_get_setting (self->store, "currency") : NULL;
}

/* What the record holds, as the control has it. */
static char *
get_record_text (QhFieldEdit *self)
{
  g_autofree char *text = qh_record_get_text (self->record, self->field);

  if (text && is_money (self)) {
    g_autofree char *currency = get_currency (self);
    return qh_money_to_entry (g_ascii_strtoll (text, NULL, 10), currency);
  }
  return g_steal_pointer (&text);
}

/* What stands in the control, as the record takes it. */
static gboolean
get_control_text (QhFieldEdit *self, char **text, GError **error)
{
  g_autofree char *typed = self->kind->read (self->control, self->field);
  g_autofree char *currency = NULL;
  gint64 amount;

  if (!typed || !is_money (self)) {
    *text = g_steal_pointer (&typed);
    return TRUE;
  }
  currency = get_currency (self);
  if (!qh_money_parse (typed, currency, &amount)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("%s: “%s” is not an amount; write it like 14200 or 14200.50"),
                 _ (self->field->label), typed);
    return FALSE;
  }
  *text = g_strdup_printf ("%" G_GINT64_FORMAT, amount);
  return TRUE;
}

/* Shows the record's value, unless it stands there already (maybe with a space behind it that is
 * just being typed). */
static void
show_record (QhFieldEdit *self)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (!self->control || !self->record || self->is_dirty)
    return;
  text = get_record_text (self);
  shown = self->kind->read (self->control, self->field);
  if (g_strcmp0 (text, shown) == 0)
    return;
  self->is_writing = TRUE;
  self->kind->write (self->control, self->field, text);
  self->is_writing = FALSE;
}

static void
show_problem (QhFieldEdit *self, const GError *error)
{
  if (!self->control)
    return;
  if (error)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");
  gtk_widget_set_tooltip_text (self->control, error ? error->message : NULL);
}

/* One change in the store, joined to the last one of this session. */
static gboolean
save_record (QhFieldEdit *self, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  if (!self->store)
    return TRUE;
  label = g_strdup_printf (_ ("Edit %s"), _ (self->field->label));
  key = g_strdup_printf ("%p %u", (gpointer)self, self->session);
  if (!qh_store_continue (self->store, label, key, error))
    return FALSE;
  if (!qh_store_save (self->store, self->record, error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  return qh_store_commit (self->store, error);
}

/* The record takes what was typed, and keeps it only when the store does. */
static gboolean
put_text (QhFieldEdit *self, const char *text, GError **error)
{
  g_autofree char *before = qh_record_get_text (self->record, self->field);
  gboolean saved;

  if (g_strcmp0 (before, text) == 0)
    return TRUE;
  self->is_saving = TRUE;
  saved = qh_record_set_text (self->record, self->field, text, error) && save_record (self, error);
  if (!saved)
    qh_record_set_text (self->record, self->field, before, NULL);
  self->is_saving = FALSE;
  return saved;
}

static gboolean
on_timeout (gpointer user_data)
{
  QhFieldEdit *self = user_data;

  self->timeout = 0;
  qh_field_edit_flush (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (QhFieldEdit *self, guint after)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (after, on_timeout, self);
}

/* What is wrong with the text is marked at once and said when the person leaves it; what is wrong
 * with the store is said once, and tried again until it works. */
static void
handle_failure (QhFieldEdit *self, const GError *error)
{
  gboolean is_text = g_error_matches (error, QH_ERROR, QH_ERROR_INVALID);

  show_problem (self, error);
  if (!is_text && !self->is_failing && self->control)
    qh_report_error (self->control, error);
  self->is_failing = !is_text;
  if (self->is_failing && self->control)
    schedule (self, RETRY_AFTER);
}

gboolean
qh_field_edit_flush (QhFieldEdit *self)
{
  g_return_val_if_fail (QH_IS_FIELD_EDIT (self), FALSE);

  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->is_dirty || !self->record || !self->control)
    return TRUE;
  if (!get_control_text (self, &text, &error) || !put_text (self, text, &error)) {
    handle_failure (self, error);
    return FALSE;
  }
  self->is_dirty = FALSE;
  self->is_failing = FALSE;
  show_problem (self, NULL);
  return TRUE;
}

static void
on_control_changed (QhFieldEdit *self)
{
  if (self->is_writing || !self->record)
    return;
  self->is_dirty = TRUE;
  if (self->kind->is_choice)
    qh_field_edit_flush (self);
  else
    schedule (self, SAVE_AFTER);
}

static void
on_record_notify (QhFieldEdit *self)
{
  if (!self->is_saving)
    show_record (self);
}

static void
on_focus_leave (QhFieldEdit *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!qh_field_edit_flush (self) && !self->is_failing && !get_control_text (self, &text, &error))
    qh_report_error (self->control, error);
  self->session++;
  show_record (self);
}

/* Whoever asks for it hears of each failure, known or not. */
static void
on_control_flush (QhFieldEdit *self)
{
  self->is_failing = FALSE;
  qh_field_edit_flush (self);
}

/* Whichever root has a "flush" is obeyed, so that a control can stand in a dialog or a test. A
 * control that is taken off its root may go: it can still be read. */
static void
on_control_root (QhFieldEdit *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->control));

  if (!root)
    qh_field_edit_flush (self);
  if (self->root)
    g_signal_handlers_disconnect_by_func (self->root, on_control_flush, self);
  g_clear_weak_pointer (&self->root);
  if (root && g_signal_lookup ("flush", G_OBJECT_TYPE (root)) != 0) {
    g_set_weak_pointer (&self->root, root);
    g_signal_connect_object (root, "flush", G_CALLBACK (on_control_flush), self, G_CONNECT_SWAPPED);
  }
}

static void
on_control_destroy (QhFieldEdit *self)
{
  if (self->control == NULL)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->control = NULL;
  g_object_unref (self);
}

/* The control keeps this object until it is destroyed, but not longer: when it is finalized, its
 * handlers are gone that this object would take off. */
static void
set_control (QhFieldEdit *self, GtkWidget *control)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (QH_IS_TEXT_FIELD (control))
    control = qh_text_field_get_view (QH_TEXT_FIELD (control));
  self->kind = qh_field_control_for (control);
  g_return_if_fail (self->kind);
  self->control = control;
  g_signal_connect_object (self->kind->source (control), self->kind->signal,
                           G_CALLBACK (on_control_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (control, focus);
  g_signal_connect_object (control, "unmap", G_CALLBACK (on_control_flush), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (control, "notify::root", G_CALLBACK (on_control_root), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (control, "destroy", G_CALLBACK (on_control_destroy), g_object_ref (self),
                           G_CONNECT_SWAPPED);
  on_control_root (self);
}

/* Once both the control and the entity are known. */
static void
connect_record (QhFieldEdit *self)
{
  g_autofree char *signal = NULL;
  gboolean is_prepared = self->field != NULL;

  self->field = qh_entity_field (qh_record_get_entity (self->record), self->field_name);
  g_return_if_fail (self->field);
  signal = g_strdup_printf ("notify::%s", self->field->name);
  g_strdelimit (signal, "_", '-');
  g_signal_connect_object (self->record, signal, G_CALLBACK (on_record_notify), self,
                           G_CONNECT_SWAPPED);
  if (self->kind->prepare && !is_prepared) {
    self->is_writing = TRUE;
    self->kind->prepare (self->control, self->field);
    self->is_writing = FALSE;
  }
}

static void
qh_field_edit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFieldEdit *self = QH_FIELD_EDIT (object);

  switch (id) {
  case PROP_CONTROL:
    g_value_set_object (value, self->control);
    break;
  case PROP_FIELD:
    g_value_set_string (value, self->field_name);
    break;
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_RECORD:
    g_value_set_object (value, self->record);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_field_edit_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhFieldEdit *self = QH_FIELD_EDIT (object);

  switch (id) {
  case PROP_CONTROL:
    set_control (self, g_value_get_object (value));
    break;
  case PROP_FIELD:
    self->field_name = g_value_dup_string (value);
    break;
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    break;
  case PROP_RECORD:
    qh_field_edit_set_record (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_field_edit_finalize (GObject *object)
{
  QhFieldEdit *self = QH_FIELD_EDIT (object);

  g_clear_weak_pointer (&self->root);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_free (self->field_name);

  G_OBJECT_CLASS (qh_field_edit_parent_class)->finalize (object);
}

static void
qh_field_edit_class_init (QhFieldEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_field_edit_get_property;
  object_class->set_property = qh_field_edit_set_property;
  object_class->finalize = qh_field_edit_finalize;

  props[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, once);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, once);
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, QH_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
qh_field_edit_init (QhFieldEdit *self)
{
}

QhFieldEdit *
qh_field_edit_new (GtkWidget *control, const char *field, QhStore *store, QhRecord *record)
{
  g_return_val_if_fail (GTK_IS_WIDGET (control), NULL);
  g_return_val_if_fail (field, NULL);

  g_autoptr (QhFieldEdit) self = g_object_new (QH_TYPE_FIELD_EDIT, "control", control, "field",
                                               field, "store", store, "record", record, NULL);
  return self;
}

void
qh_field_edit_set_record (QhFieldEdit *self, QhRecord *record)
{
  g_return_if_fail (QH_IS_FIELD_EDIT (self));

  if (self->record == record)
    return;
  qh_field_edit_flush (self);
  if (self->record)
    g_signal_handlers_disconnect_by_func (self->record, on_record_notify, self);
  g_set_object (&self->record, record);
  self->is_dirty = FALSE;
  self->session++;
  if (record) {
    connect_record (self);
    show_record (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

QhRecord *
qh_field_edit_get_record (QhFieldEdit *self)
{
  g_return_val_if_fail (QH_IS_FIELD_EDIT (self), NULL);

  return self->record;
}

gboolean
qh_field_edit_is_dirty (QhFieldEdit *self)
{
  g_return_val_if_fail (QH_IS_FIELD_EDIT (self), FALSE);

  return self->is_dirty;
}

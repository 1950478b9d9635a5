/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-client-field.h"
#include "base/qh-text.h"
#include "qh-report.h"
#include "widgets/qh-client-chooser.h"
#include <glib/gi18n-lib.h>

struct _QhClientField {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  QhClientChooser *chooser;

  QhStore *store;
  QhRecord *record;
  char *shown; /* the id of the client who stands there, or NULL */
  guint session; /* from focus to focus */
  gboolean is_showing; /* the chooser is set by us */
  gboolean is_saving; /* the record is changed by us */
};

G_DEFINE_FINAL_TYPE (QhClientField, qh_client_field, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_RECORD, PROP_TITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const QhField *
get_field (QhClientField *self, const char *name)
{
  return qh_entity_field (qh_record_get_entity (self->record), name);
}

static char *
get_id (QhClientField *self)
{
  return qh_record_get_text (self->record, get_field (self, "client"));
}

/* What is half typed stays while the record is about the same client. */
static void
show_client (QhClientField *self)
{
  g_autofree char *id = NULL;
  g_autoptr (QhRecord) client = NULL;

  if (!self->store || !self->record)
    return;
  id = get_id (self);
  client = id ? qh_store_get (self->store, &qh_client_entity, id, NULL) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "client-field.open", client != NULL);
  if (g_strcmp0 (self->shown, id) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&id);
  if (self->is_saving)
    return;
  self->is_showing = TRUE;
  qh_client_chooser_set_client (self->chooser, client ? QH_CLIENT (client) : NULL);
  self->is_showing = FALSE;
}

/* From focus to focus all of it is one step of undo: a name that is replaced is none on the way. */
static gboolean
save (QhClientField *self, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Edit %s"), _ (get_field (self, "client")->label));
  g_autofree char *key = g_strdup_printf ("%p %u", (gpointer)self, self->session);

  if (!qh_store_continue (self->store, label, key, error))
    return FALSE;
  if (qh_store_save (self->store, self->record, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

/* FALSE when the record is about @client already. Whom it named belongs to the one before. */
static gboolean
put_client (QhClientField *self, QhClient *client)
{
  if (!qh_record_set_string (self->record, "client", client ? QH_RECORD (client)->id : NULL))
    return FALSE;
  if (get_field (self, "contact"))
    qh_record_set_string (self->record, "contact", NULL);
  return TRUE;
}

/* A name that is none yet changes nothing. */
static void
on_chosen (QhClientField *self)
{
  QhClient *client = qh_client_chooser_get_client (self->chooser);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (self->is_showing || !self->record ||
      (!client && !qh_text_is_empty (qh_client_chooser_get_text (self->chooser))))
    return;
  self->is_saving = TRUE;
  saved = !put_client (self, client) || save (self, &error);
  self->is_saving = FALSE;
  if (saved)
    return;
  qh_store_revert (self->store, self->record);
  qh_report_error (GTK_WIDGET (self), error);
}

/* A name that is none in the end is not left standing. */
static void
on_focus_leave (QhClientField *self)
{
  self->session++;
  if (qh_client_chooser_get_client (self->chooser))
    return;
  g_free (self->shown);
  self->shown = g_strdup (""); /* nobody's id */
  show_client (self);
}

static void
open_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhClientField *self = QH_CLIENT_FIELD (widget);
  g_autofree char *id = self->record ? get_id (self) : NULL;

  if (id)
    gtk_widget_activate_action (widget, "win.open-client", "s", id);
}

/* --- The object */

static void
set_store (QhClientField *self, QhStore *store)
{
  if (!g_set_object (&self->store, store) || !store)
    return;
  g_object_set (self->chooser, "store", store, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_client), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_client (self);
}

static void
set_record (QhClientField *self, QhRecord *record)
{
  if (!g_set_object (&self->record, record) || !record)
    return;
  g_signal_connect_object (record, "notify::client", G_CALLBACK (show_client), self,
                           G_CONNECT_SWAPPED);
  show_client (self);
}

static void
qh_client_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientField *self = QH_CLIENT_FIELD (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_RECORD:
    g_value_set_object (value, self->record);
    break;
  case PROP_TITLE:
    g_value_set_string (value, adw_preferences_group_get_title (self->group));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhClientField *self = QH_CLIENT_FIELD (object);

  switch (id) {
  case PROP_STORE:
    set_store (self, g_value_get_object (value));
    break;
  case PROP_RECORD:
    set_record (self, g_value_get_object (value));
    break;
  case PROP_TITLE:
    adw_preferences_group_set_title (self->group, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_field_dispose (GObject *object)
{
  QhClientField *self = QH_CLIENT_FIELD (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_client_field_parent_class)->dispose (object);
}

static void
qh_client_field_finalize (GObject *object)
{
  g_free (QH_CLIENT_FIELD (object)->shown);

  G_OBJECT_CLASS (qh_client_field_parent_class)->finalize (object);
}

static void
qh_client_field_class_init (QhClientFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_client_field_get_property;
  object_class->set_property = qh_client_field_set_property;
  object_class->dispose = qh_client_field_dispose;
  object_class->finalize = qh_client_field_finalize;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, QH_TYPE_RECORD, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "client-field.open", NULL, open_client);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/client-field.ui");
  gtk_widget_class_bind_template_child (widget_class, QhClientField, group);
  gtk_widget_class_bind_template_child (widget_class, QhClientField, chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_leave);
}

static void
qh_client_field_init (QhClientField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

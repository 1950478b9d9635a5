/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-client-chooser.h"
#include "base/qh-text.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhClientChooser {
  AdwBin parent_instance;

  GtkListBox *list;
  AdwEntryRow *entry;
  GtkLabel *hint;

  QhStore *store;
  QhClient *client;
  gboolean is_new; /* the name is to be a new client's */
  GPtrArray *offered; /* QhClient, in the order of the rows below the entry */
  gboolean is_setting;
  gboolean known_only;
};

G_DEFINE_FINAL_TYPE (QhClientChooser, qh_client_chooser, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_KNOWN_ONLY, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Those whose name holds @text, best where it begins with it; without a text those that were
 * touched last. */
static GPtrArray *
find_clients (QhClientChooser *self, const char *text)
{
  g_autofree char *folded = qh_text_fold (text);
  const char *values[] = { folded, NULL };

  if (*folded == '\0')
    return qh_store_select (self->store, &qh_client_entity, "ORDER BY modified DESC LIMIT 5", NULL,
                            NULL);
  return qh_store_select (self->store, &qh_client_entity,
                          "WHERE instr (name_key, ?1) ORDER BY instr (name_key, ?1), name_key, id "
                          "LIMIT 5",
                          values, NULL);
}

static QhClient *
find_exact (GPtrArray *clients, const char *text)
{
  g_autofree char *folded = qh_text_fold (text);

  for (guint i = 0; clients && i < clients->len; i++) {
    QhClient *client = g_ptr_array_index (clients, i);
    g_autofree char *name = qh_text_fold (client->name);
    if (g_str_equal (name, folded))
      return client;
  }
  return NULL;
}

static void
clear_offers (QhClientChooser *self)
{
  GtkListBoxRow *row;

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  while ((row = gtk_list_box_get_row_at_index (self->list, 1)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static const char *
get_text (QhClientChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
add_offer (QhClientChooser *self, const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* Below those who are there, the name itself: for a new client who is called much like one. */
static void
show_offers (QhClientChooser *self, GPtrArray *clients)
{
  clear_offers (self);
  self->offered = g_ptr_array_ref (clients);
  for (guint i = 0; i < clients->len; i++) {
    QhClient *client = g_ptr_array_index (clients, i);
    add_offer (self, client->name, client->industry);
  }
  if (clients->len > 0 && !self->known_only && !qh_text_is_empty (get_text (self))) {
    /* Translators: a name that is typed, for a client who is not there yet */
    g_autofree char *title = g_strdup_printf (_ ("New client “%s”"), get_text (self));
    add_offer (self, title, NULL);
  }
}

/* Neither @client nor @is_new: it is not clear yet who is meant. */
static void
decide (QhClientChooser *self, QhClient *client, gboolean is_new)
{
  g_set_object (&self->client, client);
  self->is_new = is_new;
  gtk_widget_set_visible (GTK_WIDGET (self->hint), is_new);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
has_focus (QhClientChooser *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
update (QhClientChooser *self)
{
  const char *text = get_text (self);
  g_autoptr (GPtrArray) clients = find_clients (self, text);
  QhClient *exact = find_exact (clients, text);
  gboolean is_unknown = clients && clients->len == 0 && !qh_text_is_empty (text);

  if (clients && !exact && has_focus (self))
    show_offers (self, clients);
  else
    clear_offers (self);
  decide (self, exact, is_unknown && !self->known_only);
}

static void
on_entry_changed (QhClientChooser *self)
{
  if (!self->is_setting)
    update (self);
}

static void
choose (QhClientChooser *self, guint position)
{
  if (!self->offered || (position >= self->offered->len && qh_text_is_empty (get_text (self))))
    return;
  if (position < self->offered->len) {
    g_autoptr (QhClient) client = g_object_ref (g_ptr_array_index (self->offered, position));
    qh_client_chooser_set_client (self, client);
  } else {
    clear_offers (self);
    decide (self, NULL, !self->known_only);
  }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Enter takes what is offered first. */
static void
on_entry_activated (QhClientChooser *self)
{
  if (!qh_client_chooser_is_decided (self))
    choose (self, 0);
}

static void
on_row_activated (QhClientChooser *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (index > 0)
    choose (self, index - 1);
}

static void
on_focus_enter (QhClientChooser *self)
{
  if (!self->is_new)
    update (self);
}

/* What is not decided yet stays in view. */
static void
on_focus_leave (QhClientChooser *self)
{
  if (qh_client_chooser_is_decided (self) || qh_text_is_empty (get_text (self)))
    clear_offers (self);
}

static gboolean
qh_client_chooser_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_CLIENT_CHOOSER (widget)->entry));
}

static void
qh_client_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, QH_CLIENT_CHOOSER (object)->store);
    break;
  case PROP_KNOWN_ONLY:
    g_value_set_boolean (value, QH_CLIENT_CHOOSER (object)->known_only);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_STORE:
    g_set_object (&QH_CLIENT_CHOOSER (object)->store, g_value_get_object (value));
    break;
  case PROP_KNOWN_ONLY:
    QH_CLIENT_CHOOSER (object)->known_only = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_chooser_dispose (GObject *object)
{
  QhClientChooser *self = QH_CLIENT_CHOOSER (object);

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_client_chooser_parent_class)->dispose (object);
}

static void
qh_client_chooser_class_init (QhClientChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_client_chooser_get_property;
  object_class->set_property = qh_client_chooser_set_property;
  object_class->dispose = qh_client_chooser_dispose;
  widget_class->grab_focus = qh_client_chooser_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_KNOWN_ONLY] = g_param_spec_boolean ("known-only", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_CLIENT_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/client-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, QhClientChooser, list);
  gtk_widget_class_bind_template_child (widget_class, QhClientChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, QhClientChooser, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_leave);
}

static void
qh_client_chooser_init (QhClientChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhClient *
qh_client_chooser_get_client (QhClientChooser *self)
{
  g_return_val_if_fail (QH_IS_CLIENT_CHOOSER (self), NULL);

  return self->client;
}

void
qh_client_chooser_set_client (QhClientChooser *self, QhClient *client)
{
  g_return_if_fail (QH_IS_CLIENT_CHOOSER (self));
  g_return_if_fail (!client || QH_IS_CLIENT (client));

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), client ? client->name : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
  clear_offers (self);
  decide (self, client, FALSE);
}

gboolean
qh_client_chooser_is_decided (QhClientChooser *self)
{
  g_return_val_if_fail (QH_IS_CLIENT_CHOOSER (self), FALSE);

  return self->client || self->is_new;
}

const char *
qh_client_chooser_get_text (QhClientChooser *self)
{
  g_return_val_if_fail (QH_IS_CLIENT_CHOOSER (self), "");

  return get_text (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-received.h"
#include "design/qh-scarcity-sentence.h"
#include "qh-report.h"
#include "store/qh-standings.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* How many items are shown at first, and how many at most. */
#define SHORT 4
#define LONG 100

/* ?1 the client, ?2 how many. */
#define HIS                                                                                \
  "WHERE id IN (SELECT content FROM movement WHERE client = ?1 UNION SELECT content FROM " \
  "waiting WHERE client = ?1) ORDER BY title_key, id LIMIT CAST (?2 AS INTEGER)"

struct _QhReceived {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *more;

  QhStore *store;
  QhClient *client;
  gboolean is_started;
  guint max;
};

G_DEFINE_FINAL_TYPE (QhReceived, qh_received, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkWidget *
build_copy_button (const char *sentence)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Copy: %s"), sentence);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sentence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "received.copy");
  gtk_widget_set_tooltip_text (button, _ ("Copy what the client can be told"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static GtkWidget *
build_row (QhContent *item, const char *sentence)
{
  GtkWidget *row = qh_plain_row_new (item->title, sentence);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (item)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), build_copy_button (sentence));
  return row;
}

/* What was reserved once and let go again is not his. */
static void
add_item (QhReceived *self, QhContent *item)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autoptr (QhStanding) standing =
      qh_store_get_standing (self->store, item, QH_RECORD (self->client)->id, NULL, NULL);
  g_autofree char *sentence = NULL;

  if (!standing ||
      (standing->his_reserved <= 0 && standing->his_given <= 0 && standing->waiting_place == 0))
    return;
  sentence = qh_scarcity_sentence (item, standing, qh_clock_now (clock), zone);
  gtk_list_box_append (self->list, build_row (item, sentence));
}

static void
clear (QhReceived *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static void
update (QhReceived *self)
{
  g_autofree char *most = g_strdup_printf ("%u", self->max + 1);
  const char *values[] = { QH_RECORD (self->client)->id, most, NULL };
  g_autoptr (GPtrArray) items =
      qh_store_select (self->store, &qh_content_entity, HIS, values, NULL);
  guint n = items ? items->len : 0;

  clear (self);
  for (guint i = 0; i < MIN (n, self->max); i++)
    add_item (self, g_ptr_array_index (items, i));
  gtk_widget_set_visible (self->more, n > self->max && self->max < LONG);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
on_store_changed (QhReceived *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity) |
                    QH_ENTITY_BIT (&qh_waiting_entity) | QH_ENTITY_BIT (&qh_meeting_entity);

  if ((entities & mine) != 0)
    update (self);
}

static void
on_more_clicked (QhReceived *self)
{
  self->max = LONG;
  update (self);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  qh_report (widget, _ ("Copied"), FALSE);
}

/* Once it is known whose it is, and where it is kept. */
static void
start (QhReceived *self)
{
  if (!self->store || !self->client || self->is_started)
    return;
  self->is_started = TRUE;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

static void
qh_received_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhReceived *self = QH_RECEIVED (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_received_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhReceived *self = QH_RECEIVED (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    break;
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  start (self);
}

static void
qh_received_dispose (GObject *object)
{
  QhReceived *self = QH_RECEIVED (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_received_parent_class)->dispose (object);
}

static void
qh_received_class_init (QhReceivedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_received_get_property;
  object_class->set_property = qh_received_set_property;
  object_class->dispose = qh_received_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "received.copy", "s", copy);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/received.ui");
  gtk_widget_class_bind_template_child (widget_class, QhReceived, list);
  gtk_widget_class_bind_template_child (widget_class, QhReceived, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_received_init (QhReceived *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->max = SHORT;
}

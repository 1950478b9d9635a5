/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust/qh-events-page.h"
#include "qh-closures.h"
#include "trust/qh-event-row.h"
#include "trust/qh-trust-events.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include <glib/gi18n-lib.h>

struct _QhEventsPage {
  AdwBin parent_instance;

  QhRecordList *list;

  QhStore *store;
  QhClient *client; /* NULL: of all */
  QhTrustSort sort;
  QhListModel *model;
};

G_DEFINE_FINAL_TYPE (QhEventsPage, qh_events_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_TITLE, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static char *
describe (QhEventsPage *self)
{
  guint n = self->model ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
  g_autofree char *many = g_strdup_printf (ngettext ("%u in 365 days", "%u in 365 days", n), n);

  return qh_closure_join (NULL, self->client ? self->client->name : NULL, many);
}

static void
update (QhEventsPage *self)
{
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_list_open (QhEventsPage *self, QhRecord *record)
{
  g_autofree char *action =
      g_strdelimit (g_strconcat ("win.open-", qh_record_get_entity (record)->name, NULL), "_", '-');

  if (!gtk_widget_activate_action (GTK_WIDGET (self), action, "s", record->id))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_event_row_new (QH_EVENTS_PAGE (user_data)->store);
}

static gboolean
qh_events_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_EVENTS_PAGE (widget)->list));
}

static void
qh_events_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhEventsPage *self = QH_EVENTS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_TITLE:
    g_value_set_string (value, qh_trust_events_title (self->sort));
    break;
  case PROP_SUBTITLE:
    g_value_take_string (value, describe (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_events_page_dispose (GObject *object)
{
  QhEventsPage *self = QH_EVENTS_PAGE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_events_page_parent_class)->dispose (object);
}

static void
qh_events_page_class_init (QhEventsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_events_page_get_property;
  object_class->dispose = qh_events_page_dispose;
  widget_class->grab_focus = qh_events_page_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/trust/events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhEventsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_list_open);
}

static void
qh_events_page_init (QhEventsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
build_list (QhEventsPage *self)
{
  QhQuery query = qh_trust_events_query (self->sort);
  g_auto (GStrv) values = qh_trust_events_values (
      self->store, self->sort, self->client ? QH_RECORD (self->client)->id : NULL);

  self->model = qh_list_model_new (self->store, &query, (const char *const *)values);
  qh_record_list_set_factory (self->list, build_row, self);
  qh_record_list_add_section (self->list, NULL, g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qh_events_page_new (QhStore *store, QhClient *client, QhTrustSort sort)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (!client || QH_IS_CLIENT (client), NULL);
  g_return_val_if_fail (sort >= 0 && sort < QH_N_TRUST_SORTS, NULL);

  QhEventsPage *self = g_object_new (QH_TYPE_EVENTS_PAGE, NULL);
  self->store = g_object_ref (store);
  self->client = client ? g_object_ref (client) : NULL;
  self->sort = sort;
  build_list (self);
  update (self);
  return GTK_WIDGET (self);
}

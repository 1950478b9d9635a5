/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-clients-page.h"
#include "base/qh-text.h"
#include "qh-client-actions.h"
#include "qh-closures.h"
#include "widgets/qh-client-row.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-view-menu.h"
#include <glib/gi18n-lib.h>

static const QhQuery all_query = { &qh_client_entity, NULL, "name_key", FALSE, "client" };
static const QhQuery found_query = {
  &qh_client_entity,
  "instr (name_key, ?1) OR id IN (SELECT client FROM contact WHERE instr (name_key, ?1))",
  "name_key",
};

struct _QhClientsPage {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  QhRecordFinder *finder;
  QhViewMenu *views;

  QhStore *store;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhClientsPage, qh_clients_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
update (QhClientsPage *self)
{
  guint n = qh_record_finder_count (self->finder);

  g_free (self->subtitle);
  self->subtitle = n > 0 ? g_strdup_printf (ngettext ("%u client", "%u clients", n), n) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_client_row_new (QH_CLIENTS_PAGE (user_data)->store);
}

static void
on_narrow (QhClientsPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = qh_text_fold (words);
  const char *values[] = { folded, NULL };

  if (qh_text_is_empty (words))
    qh_record_finder_widen (self->finder);
  else
    qh_record_finder_narrow (self->finder, &found_query, values);
}

static void
on_list_chosen (QhClientsPage *self)
{
  guint n = qh_record_finder_get_n_selected (self->finder);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.open", n <= 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.new-meeting", n <= 1);
}

static void
on_list_open (QhClientsPage *self, QhRecord *client)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s", client->id);
}

static void
on_list_delete (QhClientsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "clients.delete", NULL);
}

/* Actions about one client do nothing while several are chosen. */
static void
activate_for_chosen (GtkWidget *widget, const char *action)
{
  g_autoptr (QhRecord) client = qh_record_finder_get_one (QH_CLIENTS_PAGE (widget)->finder);

  if (client)
    gtk_widget_activate_action (widget, action, "s", client->id);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.open-client");
}

static void
meet_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.new-meeting-with");
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (self->finder);

  qh_clients_delete (widget, self->store, chosen);
}

static gboolean
qh_clients_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_CLIENTS_PAGE (widget)->finder));
}

static void
qh_clients_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_clients_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_clients_page_constructed (GObject *object)
{
  QhClientsPage *self = QH_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->constructed (object);

  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, self->search, GTK_WIDGET (self));
  g_signal_connect_object (qh_record_finder_add_section (self->finder, NULL, &all_query, NULL),
                           "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  qh_view_menu_add_entry (self->views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "clients");
  update (self);
}

static void
qh_clients_page_dispose (GObject *object)
{
  g_clear_object (&QH_CLIENTS_PAGE (object)->store);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->dispose (object);
}

static void
qh_clients_page_finalize (GObject *object)
{
  g_free (QH_CLIENTS_PAGE (object)->subtitle);

  G_OBJECT_CLASS (qh_clients_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/clients/clients-page.ui");
  gtk_widget_class_bind_template_child (klass, QhClientsPage, search);
  gtk_widget_class_bind_template_child (klass, QhClientsPage, finder);
  gtk_widget_class_bind_template_child (klass, QhClientsPage, views);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
qh_clients_page_class_init (QhClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_clients_page_get_property;
  object_class->set_property = qh_clients_page_set_property;
  object_class->constructed = qh_clients_page_constructed;
  object_class->dispose = qh_clients_page_dispose;
  object_class->finalize = qh_clients_page_finalize;
  widget_class->grab_focus = qh_clients_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "clients.open", NULL, open_chosen);
  gtk_widget_class_install_action (widget_class, "clients.new-meeting", NULL, meet_chosen);
  gtk_widget_class_install_action (widget_class, "clients.delete", NULL, delete_chosen);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  g_type_ensure (QH_TYPE_VIEW_MENU);
  bind_template (widget_class);
}

static void
qh_clients_page_init (QhClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_clients_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_CLIENTS_PAGE, "store", store, NULL);
}

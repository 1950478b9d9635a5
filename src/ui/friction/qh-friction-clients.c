/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-clients.h"
#include "friction/qh-friction-deeds.h"
#include "qh-report.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhFrictionClients {
  QhFrictionPart parent_instance;

  GtkListBox *list;
  QhClientChooser *client;
};

G_DEFINE_FINAL_TYPE (QhFrictionClients, qh_friction_clients, QH_TYPE_FRICTION_PART)

static GtkWidget *
build_button (QhClient *client)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Take %s off this friction"), client->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", QH_RECORD (client)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "friction.take-client");
  return button;
}

static GtkWidget *
build_row (QhClient *client)
{
  GtkWidget *row = qh_plain_row_new (client->name, client->industry);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), build_button (client));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (client)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-client");
  return row;
}

static void
qh_friction_clients_update (QhFrictionPart *part)
{
  QhFrictionClients *self = QH_FRICTION_CLIENTS (part);
  g_autoptr (GPtrArray) clients = qh_friction_list_clients (qh_friction_part_get_store (part),
                                                            qh_friction_part_get_friction (part));
  guint n = clients ? clients->len : 0;

  g_object_set (self->client, "store", qh_friction_part_get_store (part), NULL);
  qh_friction_part_clear (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, build_row (g_ptr_array_index (clients, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
on_client_changed (QhFrictionClients *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "friction.add-client",
                                 qh_client_chooser_get_client (self->client) != NULL);
}

static void
add_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionClients *self = QH_FRICTION_CLIENTS (widget);
  QhFrictionPart *part = QH_FRICTION_PART (widget);
  QhClient *client = qh_client_chooser_get_client (self->client);
  g_autoptr (GError) error = NULL;

  if (!client)
    return;
  if (qh_friction_add_client (qh_friction_part_get_store (part),
                              qh_friction_part_get_friction (part), QH_RECORD (client)->id, &error))
    qh_client_chooser_set_client (self->client, NULL);
  else
    qh_report_error (widget, error);
}

static void
take_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionPart *part = QH_FRICTION_PART (widget);
  g_autoptr (GError) error = NULL;

  if (qh_friction_take_client (qh_friction_part_get_store (part),
                               qh_friction_part_get_friction (part),
                               g_variant_get_string (parameter, NULL), &error))
    qh_report (widget, _ ("Client taken off"), TRUE);
  else
    qh_report_error (widget, error);
}

static void
qh_friction_clients_class_init (QhFrictionClientsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_FRICTION_PART_CLASS (klass)->update = qh_friction_clients_update;

  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  gtk_widget_class_install_action (widget_class, "friction.add-client", NULL, add_client);
  gtk_widget_class_install_action (widget_class, "friction.take-client", "s", take_client);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/friction-clients.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFrictionClients, list);
  gtk_widget_class_bind_template_child (widget_class, QhFrictionClients, client);
  gtk_widget_class_bind_template_callback (widget_class, on_client_changed);
}

static void
qh_friction_clients_init (QhFrictionClients *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "friction.add-client", FALSE);
}

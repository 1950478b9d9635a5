/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-unserved.h"
#include "base/qh-time.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* From so many days on a client counts as not served. */
#define LONG_DAYS 90

struct _QhUnserved {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *nobody;

  QhStore *store;
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhUnserved, qh_unserved, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static gint64
read_served (QhStore *store, const char *client)
{
  const char *values[] = { client, NULL };

  return qh_store_count (store, "SELECT at FROM served WHERE client = ?1", values);
}

static char *
describe (gint64 at, gint64 now)
{
  int days = (int)((now - at) / QH_DAY_USEC);

  if (at == QH_NONE)
    return g_strdup (_ ("Never had anything scarce"));
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
}

static GtkWidget *
build_row (QhClient *client, gint64 at, gint64 now)
{
  g_autofree char *text = describe (at, now);
  GtkWidget *row = qh_plain_row_new (client->name, text);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (client)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-client");
  return row;
}

static void
clear (QhUnserved *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static char *
describe_all (QhUnserved *self, gint64 now)
{
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, now - LONG_DAYS * QH_DAY_USEC);
  const char *values[] = { before, NULL };
  guint n = qh_store_count (self->store,
                            "SELECT (SELECT count (*) FROM served WHERE at IS NULL) + "
                            "(SELECT count (*) FROM served WHERE at < CAST (?1 AS INTEGER))",
                            values);

  return g_strdup_printf (ngettext ("%u client in 90 days", "%u clients in 90 days", n), n);
}

static void
update (QhUnserved *self)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autoptr (GPtrArray) clients = qh_store_select (self->store, &qh_client_entity,
                                                   "JOIN served ON served.client = client.id"
                                                   "  ORDER BY served.at, served.client LIMIT 12",
                                                   NULL, NULL);
  g_autofree char *description = describe_all (self, now);

  gboolean some = clients && clients->len > 0;

  clear (self);
  adw_preferences_group_set_description (self->group, some ? description : NULL);
  for (guint i = 0; clients && i < clients->len; i++) {
    QhRecord *client = g_ptr_array_index (clients, i);
    gtk_list_box_append (
        self->list, build_row (QH_CLIENT (client), read_served (self->store, client->id), now));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), some);
  gtk_widget_set_visible (self->nobody, !some);
}

static gboolean
on_idle (gpointer user_data)
{
  QhUnserved *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Behind drawing: it may come a moment after the list. */
static void
schedule (QhUnserved *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_store_changed (QhUnserved *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_client_entity) | QH_ENTITY_BIT (&qh_movement_entity) |
                    QH_ENTITY_BIT (&qh_content_entity);

  if ((entities & mine) != 0)
    schedule (self);
}

static void
qh_unserved_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qh_unserved_parent_class)->map (widget);

  schedule (QH_UNSERVED (widget));
}

static void
qh_unserved_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhUnserved *self = QH_UNSERVED (object);

  if (!g_value_get_object (value) || self->store)
    return;
  self->store = g_value_dup_object (value);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_unserved_dispose (GObject *object)
{
  QhUnserved *self = QH_UNSERVED (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_unserved_parent_class)->dispose (object);
}

static void
qh_unserved_class_init (QhUnservedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = qh_unserved_set_property;
  object_class->dispose = qh_unserved_dispose;
  widget_class->map = qh_unserved_map;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/unserved.ui");
  gtk_widget_class_bind_template_child (widget_class, QhUnserved, group);
  gtk_widget_class_bind_template_child (widget_class, QhUnserved, list);
  gtk_widget_class_bind_template_child (widget_class, QhUnserved, nobody);
}

static void
qh_unserved_init (QhUnserved *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-client-frictions.h"
#include "qh-closures.h"
#include "qh-follow.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "widgets/qh-plain-row.h"

/* How many are shown at first, and how many at most. */
#define SHORT 4
#define LONG 100

/* ?1 the client, ?2 how many: what is in his way before what is gone, the dearest first. */
#define HIS                                                                                  \
  "WHERE id IN (SELECT id FROM friction WHERE client = ?1 UNION SELECT friction FROM "       \
  "friction_client WHERE client = ?1) ORDER BY status NOT IN ('open', 'fixing'), (SELECT "   \
  "cost FROM friction_cost AS kept WHERE kept.friction = friction.id) DESC, reported DESC, " \
  "id DESC LIMIT CAST (?2 AS INTEGER)"

struct _QhClientFrictions {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *more;

  QhStore *store;
  QhClient *client;
  gboolean is_started;
  guint max;
};

G_DEFINE_FINAL_TYPE (QhClientFrictions, qh_client_frictions, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* "Open · billing · 3, stops work · €1,780 a year" */
static char *
describe (QhClientFrictions *self, QhFriction *friction)
{
  g_autofree char *currency = qh_settings_get_currency (self->store);
  g_autofree char *severity =
      g_strdup_printf ("%d, %s", (int)friction->severity, qh_severity_label (friction->severity));
  g_autofree char *where =
      qh_closure_join (NULL, qh_enum_label (qh_friction_status_values, friction->status),
                       qh_enum_label (qh_touchpoint_values, friction->touchpoint));
  g_autofree char *what = qh_closure_join (NULL, where, severity);
  g_autofree char *price = NULL;
  gint64 cost, clients;

  qh_store_get_cost (self->store, QH_RECORD (friction)->id, &cost, &clients);
  price = cost > 0 ? qh_cost_label (cost, currency) : NULL;
  return qh_closure_join (NULL, what, price);
}

static GtkWidget *
build_row (QhClientFrictions *self, QhFriction *friction)
{
  g_autofree char *subtitle = describe (self, friction);
  GtkWidget *row = qh_plain_row_new (friction->title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", QH_RECORD (friction)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-friction");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
clear (QhClientFrictions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static void
update (gpointer user_data)
{
  QhClientFrictions *self = user_data;
  g_autofree char *most = g_strdup_printf ("%u", self->max + 1);
  const char *values[] = { QH_RECORD (self->client)->id, most, NULL };
  g_autoptr (GPtrArray) frictions =
      qh_store_select (self->store, &qh_friction_entity, HIS, values, NULL);
  guint n = frictions ? frictions->len : 0;

  clear (self);
  for (guint i = 0; i < MIN (n, self->max); i++)
    gtk_list_box_append (self->list, build_row (self, g_ptr_array_index (frictions, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->more, n > self->max && self->max < LONG);
}

static void
on_more_clicked (QhClientFrictions *self)
{
  self->max = LONG;
  update (self);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.log-about", "s",
                              QH_RECORD (QH_CLIENT_FRICTIONS (widget)->client)->id);
}

/* Once it is known whose it is, and where it is kept. */
static void
start (QhClientFrictions *self)
{
  if (!self->store || !self->client || self->is_started)
    return;
  self->is_started = TRUE;
  qh_follow (self, self->store, QH_COSTS_ENTITIES, update);
}

static void
qh_client_frictions_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientFrictions *self = QH_CLIENT_FRICTIONS (object);

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
qh_client_frictions_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhClientFrictions *self = QH_CLIENT_FRICTIONS (object);

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
qh_client_frictions_dispose (GObject *object)
{
  QhClientFrictions *self = QH_CLIENT_FRICTIONS (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_client_frictions_parent_class)->dispose (object);
}

static void
qh_client_frictions_class_init (QhClientFrictionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_client_frictions_get_property;
  object_class->set_property = qh_client_frictions_set_property;
  object_class->dispose = qh_client_frictions_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "frictions.add", NULL, add);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/client-frictions.ui");
  gtk_widget_class_bind_template_child (widget_class, QhClientFrictions, list);
  gtk_widget_class_bind_template_child (widget_class, QhClientFrictions, nothing);
  gtk_widget_class_bind_template_child (widget_class, QhClientFrictions, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_client_frictions_init (QhClientFrictions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->max = SHORT;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-filter.h"
#include "base/qh-text.h"
#include "friction/qh-severity-choices.h"
#include "qh-closures.h"
#include "qh-field-control.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* Of how many frictions in hand the owners are offered; others are found by their name. */
#define OWNERS                                                                            \
  "SELECT DISTINCT owner FROM (SELECT owner FROM friction WHERE status = 'fixing' ORDER " \
  "BY reported DESC LIMIT 500) WHERE owner IS NOT NULL ORDER BY owner"

/* ?1 the kind, ?2 what is searched for, ?3 a touchpoint, ?4 a severity, ?5 an owner, ?6 a client,
 * ?7 the first day, ?8 me; each empty for any. */
#define KIND                                                                          \
  "CASE ?1 WHEN 'accepted' THEN status = 'accepted' WHEN 'mine' THEN owner = ?8 AND " \
  "status IN ('open', 'fixing') WHEN 'cell' THEN 1 ELSE status <> 'accepted' END"
#define WORDS                                                                           \
  "(?2 = '' OR instr (title_key, ?2) OR instr (lower (coalesce (words, '')), ?2) OR "   \
  "instr (lower (coalesce (owner, '')), ?2) OR client IN (SELECT id FROM client WHERE " \
  "instr (name_key, ?2)))"
#define PLACE                                                                          \
  "(?3 = '' OR touchpoint = ?3) AND (?4 = '' OR severity = CAST (?4 AS INTEGER)) AND " \
  "(?5 = '' OR owner = ?5)"
#define WHOM                                                                               \
  "(?6 = '' OR client = ?6 OR id IN (SELECT friction FROM friction_client WHERE client = " \
  "?6)) AND (?7 = '' OR reported >= ?7)"

struct _QhFrictionFilter {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  QhClientChooser *client;
  GtkDropDown *touchpoint;
  GtkDropDown *severity;
  GtkDropDown *owner;
  GtkButton *since_button;

  QhStore *store;
  char *kind;
  char *since; /* NULL: any day */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (QhFrictionFilter, qh_friction_filter, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_KIND, PROP_SINCE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is chosen, from 1; 0 is any. */
static guint
get_chosen (GtkDropDown *choices)
{
  guint chosen = gtk_drop_down_get_selected (choices);

  return chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen;
}

static void
on_changed (QhFrictionFilter *self)
{
  if (!self->is_setting && self->store)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_kind (QhFrictionFilter *self, const char *kind)
{
  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  on_changed (self);
  if (g_str_equal (kind, "client"))
    gtk_widget_grab_focus (GTK_WIDGET (self->client));
}

static void
set_since (QhFrictionFilter *self, const char *since)
{
  g_autofree char *day = since ? qh_date_short_label (since) : NULL;
  g_autofree char *label = day ? g_strdup_printf (_ ("Since %s"), day) : NULL;

  g_free (self->since);
  self->since = g_strdup (since);
  if (label)
    gtk_button_set_label (self->since_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->since_button), since != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINCE]);
}

/* What is no day is any. */
static void
take_since (QhFrictionFilter *self, const char *since)
{
  gboolean is_day = since && qh_date_is_valid (since);

  set_since (self, is_day ? since : NULL);
  on_changed (self);
}

/* --- The choices */

static void
fill_touchpoints (QhFrictionFilter *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Any touchpoint"));
  for (int i = 1; qh_touchpoint_values[i - 1].name; i++)
    gtk_string_list_append (list, qh_enum_label (qh_touchpoint_values, i));
  gtk_drop_down_set_model (self->touchpoint, G_LIST_MODEL (list));
}

static GtkStringList *
read_owners (QhStore *store)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  sqlite3_stmt *row = qh_store_prepare (store, OWNERS);

  gtk_string_list_append (list, _ ("Any owner"));
  while (sqlite3_step (row) == SQLITE_ROW)
    gtk_string_list_append (list, (const char *)sqlite3_column_text (row, 0));
  sqlite3_reset (row);
  return list;
}

/* NULL for any. (transfer full) */
static char *
get_owner (QhFrictionFilter *self)
{
  guint chosen = get_chosen (self->owner);
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->owner);

  return chosen > 0 && item ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

static gboolean
is_same (GtkStringList *list, GListModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (!model || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i),
                   gtk_string_list_get_string (GTK_STRING_LIST (model), i)) != 0)
      return FALSE;
  return TRUE;
}

/* What is chosen stays chosen. */
static void
fill_owners (QhFrictionFilter *self)
{
  g_autoptr (GtkStringList) list = read_owners (self->store);
  g_autofree char *chosen = get_owner (self);
  guint position = 0;

  if (is_same (list, gtk_drop_down_get_model (self->owner)))
    return;
  for (guint i = 1; chosen && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), chosen))
      position = i;
  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->owner, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->owner, position);
  self->is_setting = FALSE;
  if (chosen && position == 0)
    on_changed (self);
}

static void
on_store_changed (QhFrictionFilter *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_friction_entity)) != 0)
    fill_owners (self);
}

static void
set_store (QhFrictionFilter *self, QhStore *store)
{
  if (!g_set_object (&self->store, store) || !store)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  fill_owners (self);
}

static void
any_day (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionFilter *self = QH_FRICTION_FILTER (widget);

  set_since (self, NULL);
  if (g_str_equal (self->kind, "cell"))
    set_kind (self, "all");
  else
    on_changed (self);
}

static void
qh_friction_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFrictionFilter *self = QH_FRICTION_FILTER (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_KIND:
    g_value_set_string (value, self->kind);
    break;
  case PROP_SINCE:
    g_value_set_string (value, self->since);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhFrictionFilter *self = QH_FRICTION_FILTER (object);

  switch (id) {
  case PROP_STORE:
    set_store (self, g_value_get_object (value));
    break;
  case PROP_KIND:
    set_kind (self, g_value_get_string (value));
    break;
  case PROP_SINCE:
    take_since (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_friction_filter_dispose (GObject *object)
{
  g_clear_object (&QH_FRICTION_FILTER (object)->store);

  G_OBJECT_CLASS (qh_friction_filter_parent_class)->dispose (object);
}

static void
qh_friction_filter_finalize (GObject *object)
{
  QhFrictionFilter *self = QH_FRICTION_FILTER (object);

  g_free (self->kind);
  g_free (self->since);

  G_OBJECT_CLASS (qh_friction_filter_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/friction/friction-filter.ui");
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, search);
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, client);
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, touchpoint);
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, severity);
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, owner);
  gtk_widget_class_bind_template_child (klass, QhFrictionFilter, since_button);
  gtk_widget_class_bind_template_callback (klass, on_changed);
  qh_closures_bind (klass);
}

static void
qh_friction_filter_class_init (QhFrictionFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_friction_filter_get_property;
  object_class->set_property = qh_friction_filter_set_property;
  object_class->dispose = qh_friction_filter_dispose;
  object_class->finalize = qh_friction_filter_finalize;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "all", flags);
  props[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_FRICTION_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "filter.kind", "kind");
  gtk_widget_class_install_action (widget_class, "filter.any-day", NULL, any_day);
  bind_template (widget_class);
}

static void
qh_friction_filter_init (QhFrictionFilter *self)
{
  self->kind = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_field_control_name_parts (GTK_WIDGET (self->touchpoint), _ ("Touchpoint"));
  qh_field_control_name_parts (GTK_WIDGET (self->severity), _ ("Severity"));
  qh_field_control_name_parts (GTK_WIDGET (self->owner), _ ("Owner"));
  fill_touchpoints (self);
  qh_severity_choices_fill (GTK_WIDGET (self->severity), _ ("Any severity"));
}

gboolean
qh_friction_filter_is_narrowed (QhFrictionFilter *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_FILTER (self), FALSE);

  return !g_str_equal (self->kind, "all") || self->since || get_chosen (self->touchpoint) > 0 ||
         get_chosen (self->severity) > 0 || get_chosen (self->owner) > 0 ||
         !qh_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

QhQuery
qh_friction_filter_query (void)
{
  QhQuery query = qh_costs_query (QH_FRICTION_STATUS_OPEN);

  query.where = "friction IN (SELECT id FROM friction WHERE " KIND " AND " WORDS " AND " PLACE
                " AND " WHOM ")";
  query.counter = NULL;
  return query;
}

QhQuery
qh_friction_status_query (QhFrictionStatus status)
{
  if (status == QH_FRICTION_STATUS_REMOVED)
    return (QhQuery){ .entity = &qh_friction_entity,
                      .where = "status = 'removed'",
                      .key = "reported",
                      .descending = TRUE,
                      .counter = "friction.status.removed" };
  return qh_costs_query (status);
}

char **
qh_friction_filter_values (QhFrictionFilter *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_FILTER (self), NULL);

  guint touchpoint = get_chosen (self->touchpoint);
  guint severity = get_chosen (self->severity);
  QhClient *client =
      g_str_equal (self->kind, "client") ? qh_client_chooser_get_client (self->client) : NULL;
  g_autofree char *words = qh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *bad = severity > 0 ? g_strdup_printf ("%u", severity) : NULL;
  g_autofree char *owner = get_owner (self);
  g_autofree char *me = qh_settings_get_user_name (self->store);
  const char *place = touchpoint > 0 ? qh_touchpoint_values[touchpoint - 1].name : "";
  const char *values[] = { self->kind,
                           words,
                           place,
                           bad ? bad : "",
                           owner ? owner : "",
                           client ? QH_RECORD (client)->id : "",
                           self->since ? self->since : "",
                           me,
                           NULL };

  return g_strdupv ((char **)values);
}

void
qh_friction_filter_set_cell (QhFrictionFilter *self, int touchpoint, int severity,
                             const char *since)
{
  g_return_if_fail (QH_IS_FRICTION_FILTER (self));

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->touchpoint, touchpoint);
  gtk_drop_down_set_selected (self->severity, severity);
  gtk_drop_down_set_selected (self->owner, 0);
  set_since (self, since);
  set_kind (self, "cell");
  self->is_setting = FALSE;
  on_changed (self);
}

GtkSearchEntry *
qh_friction_filter_get_search (QhFrictionFilter *self)
{
  g_return_val_if_fail (QH_IS_FRICTION_FILTER (self), NULL);

  return self->search;
}

void
qh_friction_filter_keep (QhFrictionFilter *self, QhViewMenu *views)
{
  g_return_if_fail (QH_IS_FRICTION_FILTER (self));
  g_return_if_fail (QH_IS_VIEW_MENU (views));

  qh_view_menu_add_entry (views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_add_property (views, "since", self, "since");
  qh_view_menu_add_choices (views, "touchpoint", self->touchpoint);
  qh_view_menu_add_choices (views, "severity", self->severity);
  qh_view_menu_add_names (views, "owner", self->owner);
  qh_view_menu_add_property (views, "kind", self, "kind");
  qh_view_menu_add_client (views, "client", self->client);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-frictions-page.h"
#include "friction/qh-friction-actions.h"
#include "friction/qh-friction-filter.h"
#include "friction/qh-friction-heat.h"
#include "friction/qh-friction-row.h"
#include "friction/qh-friction-summary.h"
#include "log/qh-log-entry.h"
#include "qh-closures.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-view-menu.h"
#include <glib/gi18n-lib.h>

/* What stands in the list, each with its heading. */
static const struct {
  QhFrictionStatus status;
  const char *title;
} sections[] = {
  { QH_FRICTION_STATUS_OPEN, N_ ("Open, Dearest First") },
  { QH_FRICTION_STATUS_FIXING, N_ ("Being Fixed") },
  { QH_FRICTION_STATUS_REMOVED, N_ ("Removed") },
};

#define N_SECTIONS G_N_ELEMENTS (sections)

struct _QhFrictionsPage {
  AdwBin parent_instance;

  QhFrictionFilter *filter;
  QhRecordFinder *finder;
  QhViewMenu *views;
  AdwFlap *flap;
  QhFrictionSummary *summary;
  QhFrictionHeat *heat;

  QhStore *store;
  QhListModel *models[N_SECTIONS]; /* the finder's */
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (QhFrictionsPage, qh_frictions_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static guint
count_of (QhFrictionsPage *self, guint section)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->models[section]));
}

/* --- What stands beside the list */

static gboolean
is_beside (QhFrictionsPage *self)
{
  return adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap);
}

static gboolean
is_there (QhFrictionsPage *self, QhFriction *friction)
{
  g_autoptr (QhRecord) record =
      friction ? qh_store_get (self->store, &qh_friction_entity, QH_RECORD (friction)->id, NULL)
               : NULL;

  return record != NULL;
}

/* The one that was opened last; else the first of the list. */
static void
update_summary (QhFrictionsPage *self)
{
  QhFrictionPart *summary = QH_FRICTION_PART (self->summary);
  g_autoptr (QhFriction) first = NULL;

  if (is_there (self, qh_friction_part_get_friction (summary)))
    return;
  for (guint i = 0; i < N_SECTIONS && !first; i++)
    first = g_list_model_get_item (G_LIST_MODEL (self->models[i]), 0);
  qh_friction_part_set_friction (summary, first);
}

/* "€14,200 a year": what is not gone; NULL while nothing is known. */
static char *
describe_total (QhStore *store)
{
  gint64 total = qh_cost_add (qh_store_total_cost (store, QH_FRICTION_STATUS_OPEN),
                              qh_store_total_cost (store, QH_FRICTION_STATUS_FIXING));
  g_autofree char *currency = qh_settings_get_currency (store);

  return total > 0 ? qh_cost_label (total, currency) : NULL;
}

static gboolean
is_empty (QhFrictionsPage *self)
{
  g_autofree char *view = NULL;

  g_object_get (self->finder, "view", &view, NULL);
  return g_strcmp0 (view, "empty") == 0;
}

/* "5 open · 2 being fixed · €14,200 a year" */
static char *
describe_figures (QhFrictionsPage *self)
{
  guint open = count_of (self, 0), fixing = count_of (self, 1);
  g_autofree char *opened = g_strdup_printf (ngettext ("%u open", "%u open", open), open);
  g_autofree char *fixed =
      fixing > 0 ? g_strdup_printf (ngettext ("%u being fixed", "%u being fixed", fixing), fixing)
                 : NULL;
  g_autofree char *counts = qh_closure_join (NULL, opened, fixed);
  g_autofree char *total = describe_total (self->store);

  return is_empty (self) ? NULL : qh_closure_join (NULL, counts, total);
}

static void
update (QhFrictionsPage *self)
{
  g_free (self->subtitle);
  self->subtitle = describe_figures (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
  update_summary (self);
}

static QhRow *
build_row (gpointer user_data)
{
  return qh_friction_row_new (QH_FRICTIONS_PAGE (user_data)->store);
}

/* --- Searching and filtering */

static void
on_narrow (QhFrictionsPage *self)
{
  g_auto (GStrv) values = NULL;

  if (!self->store)
    return;
  QhQuery query = qh_friction_filter_query ();
  values = qh_friction_filter_values (self->filter);
  if (qh_friction_filter_is_narrowed (self->filter))
    qh_record_finder_narrow (self->finder, &query, (const char *const *)values);
  else
    qh_record_finder_widen (self->finder);
}

/* Where the panel lies over the list it makes way. */
static void
on_heat_cell (QhFrictionsPage *self, int touchpoint, int severity)
{
  g_autofree char *since = qh_friction_heat_get_since (self->heat);

  qh_friction_filter_set_cell (self->filter, touchpoint, severity, since);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

/* --- What can be done with what is chosen */

static gboolean
is_open (QhFriction *friction)
{
  return friction->status == QH_FRICTION_STATUS_OPEN ||
         friction->status == QH_FRICTION_STATUS_FIXING;
}

/* All but deleting is about one. */
static void
on_list_chosen (QhFrictionsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_finder_get_n_selected (self->finder);
  g_autoptr (QhRecord) record = qh_record_finder_get_one (self->finder);
  QhFriction *one = record ? QH_FRICTION (record) : NULL;

  gtk_widget_action_set_enabled (widget, "frictions.open", n <= 1);
  gtk_widget_action_set_enabled (widget, "frictions.hand-over", one && is_open (one));
  gtk_widget_action_set_enabled (widget, "frictions.remove", one && is_open (one));
  gtk_widget_action_set_enabled (widget, "frictions.save-brief", one != NULL);
  gtk_widget_action_set_enabled (widget, "frictions.print-brief", one != NULL);
  gtk_widget_action_set_enabled (widget, "frictions.accept", one && is_open (one));
  gtk_widget_action_set_enabled (widget, "frictions.reopen", one && !is_open (one));
}

static void
on_list_open (QhFrictionsPage *self, QhRecord *friction)
{
  if (is_beside (self))
    qh_friction_part_set_friction (QH_FRICTION_PART (self->summary), QH_FRICTION (friction));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-friction", "s", friction->id);
}

static void
on_list_delete (QhFrictionsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frictions.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) friction = qh_record_finder_get_one (QH_FRICTIONS_PAGE (widget)->finder);

  if (friction)
    gtk_widget_activate_action (widget, "win.open-friction", "s", friction->id);
}

static void
ask_about_chosen (GtkWidget *widget, QhFrictionStep step)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (widget);
  g_autoptr (QhRecord) friction = qh_record_finder_get_one (self->finder);

  if (friction)
    qh_friction_ask (widget, self->store, QH_FRICTION (friction), step);
}

static void
hand_chosen_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_about_chosen (widget, QH_FRICTION_STEP_HAND_OVER);
}

static void
remove_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_about_chosen (widget, QH_FRICTION_STEP_REMOVE);
}

static void
accept_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_about_chosen (widget, QH_FRICTION_STEP_ACCEPT);
}

static void
reopen_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (widget);
  g_autoptr (QhRecord) friction = qh_record_finder_get_one (self->finder);

  if (friction)
    qh_friction_reopen_here (widget, self->store, QH_FRICTION (friction));
}

static void
save_brief_of_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) friction = qh_record_finder_get_one (QH_FRICTIONS_PAGE (widget)->finder);

  if (friction)
    gtk_widget_activate_action (widget, "win.save-brief", "(ss)", friction->id,
                                g_variant_get_string (parameter, NULL));
}

static void
print_brief_of_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhRecord) friction = qh_record_finder_get_one (QH_FRICTIONS_PAGE (widget)->finder);

  if (friction)
    gtk_widget_activate_action (widget, "win.print-brief", "s", friction->id);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (self->finder);

  qh_frictions_delete (widget, self->store, chosen);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-friction", NULL);
}

static gboolean
qh_frictions_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_FRICTIONS_PAGE (widget)->finder));
}

static void
qh_frictions_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (object);

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
qh_frictions_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
build_list (QhFrictionsPage *self)
{
  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, qh_friction_filter_get_search (self->filter),
                               GTK_WIDGET (self));
  for (guint i = 0; i < N_SECTIONS; i++) {
    QhQuery query = qh_friction_status_query (sections[i].status);
    self->models[i] =
        qh_record_finder_add_section (self->finder, _ (sections[i].title), &query, NULL);
  }
}

static void
qh_frictions_page_constructed (GObject *object)
{
  QhFrictionsPage *self = QH_FRICTIONS_PAGE (object);

  G_OBJECT_CLASS (qh_frictions_page_parent_class)->constructed (object);

  build_list (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  on_list_chosen (self);
  qh_friction_filter_keep (self->filter, self->views);
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "friction");
}

static void
qh_frictions_page_dispose (GObject *object)
{
  g_clear_object (&QH_FRICTIONS_PAGE (object)->store);

  G_OBJECT_CLASS (qh_frictions_page_parent_class)->dispose (object);
}

static void
qh_frictions_page_finalize (GObject *object)
{
  g_free (QH_FRICTIONS_PAGE (object)->subtitle);

  G_OBJECT_CLASS (qh_frictions_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_VIEW_MENU);
  g_type_ensure (QH_TYPE_FRICTION_FILTER);
  g_type_ensure (QH_TYPE_FRICTION_HEAT);
  g_type_ensure (QH_TYPE_FRICTION_SUMMARY);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_LOG_ENTRY);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/friction/frictions-page.ui");
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, filter);
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, views);
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, finder);
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, flap);
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, summary);
  gtk_widget_class_bind_template_child (klass, QhFrictionsPage, heat);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_heat_cell);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "frictions.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "frictions.hand-over", NULL, hand_chosen_over);
  gtk_widget_class_install_action (klass, "frictions.remove", NULL, remove_chosen);
  gtk_widget_class_install_action (klass, "frictions.accept", NULL, accept_chosen);
  gtk_widget_class_install_action (klass, "frictions.reopen", NULL, reopen_chosen);
  gtk_widget_class_install_action (klass, "frictions.save-brief", "s", save_brief_of_chosen);
  gtk_widget_class_install_action (klass, "frictions.print-brief", NULL, print_brief_of_chosen);
  gtk_widget_class_install_action (klass, "frictions.delete", NULL, delete_chosen);
  gtk_widget_class_install_action (klass, "page.new", NULL, add);
}

static void
qh_frictions_page_class_init (QhFrictionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_frictions_page_get_property;
  object_class->set_property = qh_frictions_page_set_property;
  object_class->constructed = qh_frictions_page_constructed;
  object_class->dispose = qh_frictions_page_dispose;
  object_class->finalize = qh_frictions_page_finalize;
  widget_class->grab_focus = qh_frictions_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
qh_frictions_page_init (QhFrictionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_frictions_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_FRICTIONS_PAGE, "store", store, NULL);
}

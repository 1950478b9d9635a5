/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-reviews-page.h"
#include "qh-report.h"
#include "reviews/qh-received-plan-row.h"
#include "store/qh-list-model.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include <glib/gi18n-lib.h>

static const struct {
  const char *title, *where, *counter;
} sections[] = {
  { N_ ("Waiting"), "state = 'waiting'", "received_plan.state.waiting" },
  { N_ ("Reviewed"), "state = 'reviewed'", "received_plan.state.reviewed" },
  { N_ ("Set Aside"), "state = 'aside'", "received_plan.state.aside" },
};

#define N_SECTIONS G_N_ELEMENTS (sections)

/* What the queue is sorted by: what is next, what needs most, what is stopped most, by rep. */
static const struct {
  const char *key;
  gboolean descending;
} orders[] = {
  { "start", FALSE },
  { "score", FALSE },
  { "blockers", TRUE },
  { "sender_key", FALSE },
};

struct _QhReviewsPage {
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *place; /* of the list */
  QhRecordList *list;
  GMenuModel *menu;

  QhStore *store;
  QhListModel *models[N_SECTIONS];
  char *subtitle;
  char *order;
};

G_DEFINE_FINAL_TYPE (QhReviewsPage, qh_reviews_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, PROP_ORDER, N_PROPS };
static GParamSpec *props[N_PROPS];

guint
qh_reviews_count_waiting (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  const char *values[] = { sections[0].counter, NULL };

  return (guint)MAX (0, qh_store_count (store, "SELECT n FROM counter WHERE name = ?1", values));
}

static guint
count_of (QhReviewsPage *self, guint section)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->models[section]));
}

/* "3 waiting · 12 reviewed" */
static char *
describe_counts (guint waiting, guint reviewed)
{
  g_autofree char *open = g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting);
  g_autofree char *done =
      g_strdup_printf (ngettext ("%u reviewed", "%u reviewed", reviewed), reviewed);

  return g_strdup_printf ("%s · %s", open, done);
}

static void
update (QhReviewsPage *self)
{
  guint n = count_of (self, 0) + count_of (self, 1) + count_of (self, 2);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  g_free (self->subtitle);
  self->subtitle = n > 0 ? describe_counts (count_of (self, 0), count_of (self, 1)) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* --- What can be done with what is chosen */

static void
on_list_chosen (QhReviewsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  gboolean some_aside = FALSE, some_not = FALSE;

  for (guint i = 0; i < chosen->len; i++) {
    if (QH_RECEIVED_PLAN (chosen->pdata[i])->state == QH_RECEIVED_STATE_ASIDE)
      some_aside = TRUE;
    else
      some_not = TRUE;
  }
  gtk_widget_action_set_enabled (widget, "reviews.open", chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "reviews.aside", some_not);
  gtk_widget_action_set_enabled (widget, "reviews.back", some_aside);
  gtk_widget_action_set_enabled (widget, "reviews.delete", chosen->len > 0);
}

static void
on_list_open (QhReviewsPage *self, QhRecord *plan)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-received", "s", plan->id);
}

static void
on_list_delete (QhReviewsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reviews.delete", NULL);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (QH_REVIEWS_PAGE (widget)->list);

  if (chosen->len == 1)
    on_list_open (QH_REVIEWS_PAGE (widget), chosen->pdata[0]);
}

/* As one change: puts @plans into @state, or deletes them where it is 0. */
static gboolean
put_all (QhStore *store, GPtrArray *plans, int state, const char *label, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < plans->len; i++) {
    gboolean done;

    if (state != 0)
      g_object_set (plans->pdata[i], "state", state, NULL);
    done = state != 0 ? qh_store_save (store, plans->pdata[i], error)
                      : qh_store_delete (store, plans->pdata[i], error);
    if (!done) {
      qh_store_rollback (store);
      return FALSE;
    }
  }
  return qh_store_commit (store, error);
}

/* @told: what was done, also the change's name. */
static void
put_chosen (QhReviewsPage *self, GPtrArray *chosen, int state, const char *told)
{
  g_autoptr (GError) error = NULL;

  if (chosen->len == 0)
    return;
  if (put_all (self->store, chosen, state, told, &error))
    qh_report (GTK_WIDGET (self), told, TRUE);
  else
    qh_report_error (GTK_WIDGET (self), error);
}

static void
set_aside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u plan set aside", "%u plans set aside", chosen->len), chosen->len);

  put_chosen (self, chosen, QH_RECEIVED_STATE_ASIDE, told);
}

static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  g_autofree char *told =
      g_strdup_printf (ngettext ("%u plan waits", "%u plans wait", chosen->len), chosen->len);

  put_chosen (self, chosen, QH_RECEIVED_STATE_WAITING, told);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (widget);
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);
  g_autofree char *told =
      g_strdup_printf (ngettext ("%u plan deleted", "%u plans deleted", chosen->len), chosen->len);

  put_chosen (self, chosen, 0, told);
}

/* --- The list, in an order */

static QhRow *
build_row (gpointer user_data)
{
  return qh_received_plan_row_new (QH_REVIEWS_PAGE (user_data)->store);
}

static void
add_section (QhReviewsPage *self, guint section, guint order)
{
  QhQuery query = { .entity = &qh_received_plan_entity,
                    .where = sections[section].where,
                    .key = orders[order].key,
                    .descending = orders[order].descending,
                    .counter = sections[section].counter };

  g_clear_object (&self->models[section]);
  self->models[section] = qh_list_model_new (self->store, &query, NULL);
  g_signal_connect_object (self->models[section], "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  qh_record_list_add_section (self->list, _ (sections[section].title),
                              g_object_ref (G_LIST_MODEL (self->models[section])));
}

static void
build_list (QhReviewsPage *self, guint order)
{
  self->list = g_object_new (QH_TYPE_RECORD_LIST, "menu-model", self->menu, NULL);
  qh_record_list_set_factory (self->list, build_row, self);
  for (guint i = 0; i < N_SECTIONS; i++)
    add_section (self, i, order);
  g_signal_connect_object (self->list, "open", G_CALLBACK (on_list_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "delete", G_CALLBACK (on_list_delete), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_list_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->list));
}

static void
set_order (QhReviewsPage *self, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    if (!g_str_equal (orders[i].key, key) || g_strcmp0 (self->order, key) == 0)
      continue;
    g_free (self->order);
    self->order = g_strdup (key);
    if (self->store) {
      build_list (self, i);
      update (self);
      on_list_chosen (self);
    }
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  }
}

static gboolean
qh_reviews_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QH_REVIEWS_PAGE (widget)->list));
}

static void
qh_reviews_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  case PROP_ORDER:
    g_value_set_string (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_reviews_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    set_order (self, g_value_get_string (value));
}

static void
qh_reviews_page_constructed (GObject *object)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  G_OBJECT_CLASS (qh_reviews_page_parent_class)->constructed (object);

  set_order (self, orders[0].key);
}

static void
qh_reviews_page_dispose (GObject *object)
{
  QhReviewsPage *self = QH_REVIEWS_PAGE (object);

  for (guint i = 0; i < N_SECTIONS; i++)
    g_clear_object (&self->models[i]);
  g_clear_object (&self->store);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->order, g_free);

  G_OBJECT_CLASS (qh_reviews_page_parent_class)->dispose (object);
}

static void
install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reviews.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "reviews.aside", NULL, set_aside);
  gtk_widget_class_install_action (klass, "reviews.back", NULL, take_back);
  gtk_widget_class_install_action (klass, "reviews.delete", NULL, delete_chosen);
  gtk_widget_class_install_property_action (klass, "reviews.order", "order");
  g_type_ensure (QH_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/reviews/reviews-page.ui");
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, stack);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, place);
  gtk_widget_class_bind_template_child (klass, QhReviewsPage, menu);
}

static void
qh_reviews_page_class_init (QhReviewsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_reviews_page_get_property;
  object_class->set_property = qh_reviews_page_set_property;
  object_class->constructed = qh_reviews_page_constructed;
  object_class->dispose = qh_reviews_page_dispose;
  widget_class->grab_focus = qh_reviews_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ORDER] =
      g_param_spec_string ("order", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install (widget_class);
}

static void
qh_reviews_page_init (QhReviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_reviews_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_REVIEWS_PAGE, "store", store, NULL);
}

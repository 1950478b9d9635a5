/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insight-filter.h"
#include "qh-field-control.h"
#include "widgets/qh-box.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* So far back a first month can be chosen. */
#define MONTHS_BACK 60

/* In the order of the choices. */
enum { MONTHS_3, MONTHS_12, MONTHS_24, THIS_YEAR, FROM_TO };

/* Before the territories. */
enum { EVERYBODY, ONE_CLIENT, FIRST_TERRITORY };

struct _QhInsightFilter {
  AdwBin parent_instance;

  GtkDropDown *period, *from, *to, *whom;
  QhClientChooser *client;

  QhStore *store;
  char *month; /* of today */
  GPtrArray *territories; /* char */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QhInsightFilter, qh_insight_filter, ADW_TYPE_BIN)

enum { PROP_STORE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The month @back months before @month. */
static char *
month_before (const char *month, guint back)
{
  int months = atoi (month) * 12 + atoi (month + 5) - 1 - (int)back;

  return g_strdup_printf ("%04d-%02d", months / 12, months % 12 + 1);
}

static guint
get_period (QhInsightFilter *self)
{
  return gtk_drop_down_get_selected (self->period);
}

static void
tell (QhInsightFilter *self)
{
  if (self->store && !self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_period (QhInsightFilter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->from), get_period (self) == FROM_TO);
  gtk_widget_set_visible (GTK_WIDGET (self->to), get_period (self) == FROM_TO);
  tell (self);
}

static void
on_whom (QhInsightFilter *self)
{
  gboolean is_one = gtk_drop_down_get_selected (self->whom) == ONE_CLIENT;

  gtk_widget_set_visible (GTK_WIDGET (self->client), is_one);
  if (is_one && !self->is_filling)
    gtk_widget_child_focus (GTK_WIDGET (self->client), GTK_DIR_TAB_FORWARD);
  tell (self);
}

static const char *
get_territory (QhInsightFilter *self)
{
  guint chosen = gtk_drop_down_get_selected (self->whom);

  if (chosen < FIRST_TERRITORY || chosen - FIRST_TERRITORY >= self->territories->len)
    return NULL;
  return self->territories->pdata[chosen - FIRST_TERRITORY];
}

static QhClient *
get_client (QhInsightFilter *self)
{
  return gtk_drop_down_get_selected (self->whom) == ONE_CLIENT
             ? qh_client_chooser_get_client (self->client)
             : NULL;
}

/* --- What can be chosen */

static void
fill_months (GtkDropDown *drop, const char *last, guint chosen)
{
  g_autoptr (GtkStringList) months = gtk_string_list_new (NULL);

  for (guint i = 0; i < MONTHS_BACK; i++) {
    g_autofree char *month = month_before (last, i);
    gtk_string_list_take (months, qh_month_label (month));
  }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (months));
  gtk_drop_down_set_selected (drop, chosen);
}

static void
fill_whom (QhInsightFilter *self)
{
  g_autofree char *before = g_strdup (get_territory (self));
  guint chosen = before ? EVERYBODY : gtk_drop_down_get_selected (self->whom);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *territories = qh_store_list_territories (self->store, NULL);

  g_clear_pointer (&self->territories, g_ptr_array_unref);
  self->territories = territories ? territories : g_ptr_array_new ();
  gtk_string_list_append (names, _ ("All clients"));
  gtk_string_list_append (names, _ ("One client"));
  for (guint i = 0; i < self->territories->len; i++) {
    gtk_string_list_append (names, self->territories->pdata[i]);
    if (g_strcmp0 (before, self->territories->pdata[i]) == 0)
      chosen = FIRST_TERRITORY + i;
  }
  gtk_drop_down_set_model (self->whom, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (
      self->whom, chosen < g_list_model_get_n_items (G_LIST_MODEL (names)) ? chosen : EVERYBODY);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return a->len == b->len;
}

void
qh_insight_filter_refresh (QhInsightFilter *self)
{
  g_return_if_fail (QH_IS_INSIGHT_FILTER (self));

  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autofree char *month = g_strndup (today, 7);
  g_autoptr (GPtrArray) territories = qh_store_list_territories (self->store, NULL);

  self->is_filling = TRUE;
  if (g_strcmp0 (month, self->month) != 0) {
    fill_months (self->from, month, 11);
    fill_months (self->to, month, 0);
    g_free (self->month);
    self->month = g_steal_pointer (&month);
  }
  if (territories && !are_same (territories, self->territories))
    fill_whom (self);
  self->is_filling = FALSE;
}

/* --- The class */

static void
qh_insight_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_INSIGHT_FILTER (object)->store);
}

static void
qh_insight_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhInsightFilter *self = QH_INSIGHT_FILTER (object);

  if (!g_set_object (&self->store, g_value_get_object (value)) || !self->store)
    return;
  self->is_filling = TRUE;
  fill_whom (self);
  qh_insight_filter_refresh (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
qh_insight_filter_dispose (GObject *object)
{
  g_clear_object (&QH_INSIGHT_FILTER (object)->store);

  G_OBJECT_CLASS (qh_insight_filter_parent_class)->dispose (object);
}

static void
qh_insight_filter_finalize (GObject *object)
{
  QhInsightFilter *self = QH_INSIGHT_FILTER (object);

  g_ptr_array_unref (self->territories);
  g_free (self->month);

  G_OBJECT_CLASS (qh_insight_filter_parent_class)->finalize (object);
}

static void
qh_insight_filter_class_init (QhInsightFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_insight_filter_get_property;
  object_class->set_property = qh_insight_filter_set_property;
  object_class->dispose = qh_insight_filter_dispose;
  object_class->finalize = qh_insight_filter_finalize;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_INSIGHT_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/insights/insight-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, QhInsightFilter, period);
  gtk_widget_class_bind_template_child (widget_class, QhInsightFilter, from);
  gtk_widget_class_bind_template_child (widget_class, QhInsightFilter, to);
  gtk_widget_class_bind_template_child (widget_class, QhInsightFilter, whom);
  gtk_widget_class_bind_template_child (widget_class, QhInsightFilter, client);
  gtk_widget_class_bind_template_callback (widget_class, on_period);
  gtk_widget_class_bind_template_callback (widget_class, on_whom);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
qh_insight_filter_init (QhInsightFilter *self)
{
  self->territories = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->period, MONTHS_12);
  qh_field_control_name_parts (GTK_WIDGET (self->period), _ ("Period"));
  qh_field_control_name_parts (GTK_WIDGET (self->from), _ ("First month"));
  qh_field_control_name_parts (GTK_WIDGET (self->to), _ ("Last month"));
  qh_field_control_name_parts (GTK_WIDGET (self->whom), _ ("Of whom"));
}

/* How many months before this one the period begins. */
static guint
months_back (QhInsightFilter *self)
{
  switch (get_period (self)) {
  case MONTHS_3:
    return 2;
  case MONTHS_24:
    return 23;
  case THIS_YEAR:
    return (guint)atoi (self->month + 5) - 1;
  default:
    return 11;
  }
}

/* The two months in either order. */
static QhInsightAsk *
ask_from_to (QhInsightFilter *self)
{
  guint from = gtk_drop_down_get_selected (self->from), to = gtk_drop_down_get_selected (self->to);
  g_autofree char *first = month_before (self->month, MAX (from, to));
  g_autofree char *last = month_before (self->month, MIN (from, to));

  return qh_insight_ask_new (first, last);
}

QhInsightAsk *
qh_insight_filter_get_ask (QhInsightFilter *self)
{
  g_return_val_if_fail (QH_IS_INSIGHT_FILTER (self), NULL);

  g_autofree char *first = month_before (self->month, months_back (self));
  QhInsightAsk *ask =
      get_period (self) == FROM_TO ? ask_from_to (self) : qh_insight_ask_new (first, self->month);
  QhClient *client = get_client (self);

  ask->client = client ? g_strdup (QH_RECORD (client)->id) : NULL;
  ask->territory = g_strdup (get_territory (self));
  return ask;
}

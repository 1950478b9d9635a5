/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insights-page.h"
#include "exchange/qh-insight-sheet.h"
#include "insights/qh-insight-card.h"
#include "insights/qh-insight-filter.h"
#include "insights/qh-insight-report.h"
#include "qh-follow.h"
#include "qh-report.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include <glib/gi18n-lib.h>

struct _QhInsightsPage {
  AdwBin parent_instance;

  GtkStack *stack;
  QhInsightFilter *filter;
  GtkBox *cards;

  QhStore *store;
  char *subtitle;
  GPtrArray *built; /* QhInsightCard, in order */
  GPtrArray *waiting; /* QhPicture, for the cards that are not built yet; NULL where shown */
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhInsightsPage, qh_insights_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- The cards: made one after the other, when nothing else is to be done */

static gboolean
has_waiting (QhInsightsPage *self)
{
  return self->waiting && self->built->len < self->waiting->len;
}

/* One that is shown has left its place. */
static void
free_waiting (gpointer picture)
{
  if (picture)
    qh_picture_free (picture);
}

static QhPicture *
take_waiting (QhInsightsPage *self, guint i)
{
  return g_steal_pointer (&self->waiting->pdata[i]);
}

static void
build_next (QhInsightsPage *self)
{
  QhInsightCard *card = qh_insight_card_new (self->store);

  qh_insight_card_show (card, take_waiting (self, self->built->len));
  g_ptr_array_add (self->built, card);
  gtk_box_append (self->cards, GTK_WIDGET (card));
}

static gboolean
on_idle (gpointer user_data)
{
  QhInsightsPage *self = user_data;

  build_next (self);
  if (has_waiting (self))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Those that are there show other numbers in their place: focus and scroll position stay. */
static void
show_pictures (QhInsightsPage *self, GPtrArray *pictures)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->waiting = pictures;
  g_ptr_array_set_free_func (pictures, free_waiting);
  for (guint i = 0; i < self->built->len; i++)
    qh_insight_card_show (self->built->pdata[i], take_waiting (self, i));
  if (self->built->len == 0 && has_waiting (self))
    build_next (self);
  if (has_waiting (self) && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static gboolean
is_empty (QhInsightsPage *self)
{
  return qh_store_count (self->store,
                         "SELECT NOT (EXISTS (SELECT 1 FROM meeting) OR EXISTS (SELECT 1 FROM "
                         "friction) OR EXISTS (SELECT 1 FROM promise) OR EXISTS (SELECT 1 FROM "
                         "contact_log) OR EXISTS (SELECT 1 FROM content))",
                         NULL) == 1;
}

static void
update (gpointer user_data)
{
  QhInsightsPage *self = user_data;
  g_autoptr (QhInsightAsk) ask = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pictures;

  qh_insight_filter_refresh (self->filter);
  ask = qh_insight_filter_get_ask (self->filter);
  pictures = qh_store_insights (self->store, ask, &error);
  if (pictures)
    show_pictures (self, pictures);
  else
    qh_report_error (GTK_WIDGET (self), error);
  gtk_stack_set_visible_child_name (self->stack, is_empty (self) ? "empty" : "pictures");
  g_free (self->subtitle);
  self->subtitle = is_empty (self) ? NULL : qh_insight_describe_period (ask);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* --- The report */

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (widget);
  g_autoptr (QhInsightAsk) ask = qh_insight_filter_get_ask (self->filter);

  qh_insight_report_print (widget, self->store, ask);
}

static void
export_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (widget);
  g_autoptr (QhInsightAsk) ask = qh_insight_filter_get_ask (self->filter);

  qh_insight_report_save (widget, self->store, ask);
}

/* --- The class */

static gboolean
qh_insights_page_grab_focus (GtkWidget *widget)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (widget);

  if (qh_focus_is_within (widget))
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
qh_insights_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_string (value, self->subtitle);
}

static void
qh_insights_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QH_INSIGHTS_PAGE (object)->store = g_value_dup_object (value);
}

static void
qh_insights_page_constructed (GObject *object)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (object);

  G_OBJECT_CLASS (qh_insights_page_parent_class)->constructed (object);

  g_object_set (self->filter, "store", self->store, NULL);
  qh_follow (self, self->store, G_MAXUINT64, update);
}

static void
qh_insights_page_dispose (GObject *object)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_insights_page_parent_class)->dispose (object);
}

static void
qh_insights_page_finalize (GObject *object)
{
  QhInsightsPage *self = QH_INSIGHTS_PAGE (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_ptr_array_unref (self->built);
  g_free (self->subtitle);

  G_OBJECT_CLASS (qh_insights_page_parent_class)->finalize (object);
}

static void
qh_insights_page_class_init (QhInsightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_insights_page_get_property;
  object_class->set_property = qh_insights_page_set_property;
  object_class->constructed = qh_insights_page_constructed;
  object_class->dispose = qh_insights_page_dispose;
  object_class->finalize = qh_insights_page_finalize;
  widget_class->grab_focus = qh_insights_page_grab_focus;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "insights.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "insights.export-pdf", NULL, export_pdf);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_INSIGHT_FILTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/insights/insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QhInsightsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, QhInsightsPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
qh_insights_page_init (QhInsightsPage *self)
{
  self->built = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_insights_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_INSIGHTS_PAGE, "store", store, NULL);
}

void
qh_insights_page_settle (QhInsightsPage *self)
{
  g_return_if_fail (QH_IS_INSIGHTS_PAGE (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  while (has_waiting (self))
    build_next (self);
}

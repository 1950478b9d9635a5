/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insight-card.h"
#include "insights/qh-chart-view.h"
#include "insights/qh-decision-list.h"
#include "insights/qh-insight-files.h"
#include "insights/qh-picture-table.h"
#include "store/qh-settings.h"
#include "widgets/qh-context-menu.h"
#include "widgets/qh-focus.h"
#include <glib/gi18n-lib.h>

struct _QhInsightCard {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  QhChartView *view;
  AdwBin *decisions_place, *table_place;
  GtkToggleButton *table_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;

  QhStore *store;
  QhPicture *picture;
  char *currency;
  QhDecisionList *decisions; /* NULL: nothing to decide */
  QhPictureTable *table; /* NULL until it is looked at */
  QhContextMenu *context_menu;
  gboolean is_table_shown;
};

G_DEFINE_FINAL_TYPE (QhInsightCard, qh_insight_card, ADW_TYPE_BIN)

enum { PROP_TABLE_SHOWN = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- What a row is about */

static const char *
action_for (const char *kind)
{
  static const struct {
    const char *kind, *action;
  } actions[] = {
    { "client", "win.open-client" },
    { "content", "win.open-item" },
    { "meeting", "win.open-meeting" },
    { "promise", "win.open-promise" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (kind, actions[i].kind) == 0)
      return actions[i].action;
  return NULL;
}

static void
on_open (QhInsightCard *self, guint position)
{
  const QhPictureRow *row = qh_picture_row (self->picture, position);
  const char *action = action_for (row->kind);

  if (action && row->opens)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", row->opens);
}

/* --- Showing */

/* A list has nothing else to show. */
static gboolean
is_list (QhInsightCard *self)
{
  return self->picture->form == QH_PICTURE_LIST;
}

static void
show_table (QhInsightCard *self)
{
  gboolean is_shown = self->picture->rows->len > 0 && (is_list (self) || self->is_table_shown);

  if (is_shown && !self->table) {
    self->table = g_object_new (QH_TYPE_PICTURE_TABLE, NULL);
    g_signal_connect_object (self->table, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (self->table_place, GTK_WIDGET (self->table));
  }
  if (is_shown)
    qh_picture_table_show (self->table, self->picture, self->currency);
  gtk_widget_set_visible (GTK_WIDGET (self->table_place), is_shown);
}

/* What weighs most has to be decided. */
static void
show_decisions (QhInsightCard *self)
{
  gboolean is_shown = self->picture->form == QH_PICTURE_PARETO && self->picture->rows->len > 0;

  if (is_shown && !self->decisions) {
    self->decisions = qh_decision_list_new (self->store);
    adw_bin_set_child (self->decisions_place, GTK_WIDGET (self->decisions));
  }
  if (self->decisions)
    qh_decision_list_show (self->decisions, self->picture, self->currency);
  gtk_widget_set_visible (GTK_WIDGET (self->decisions_place), is_shown);
}

static void
name_parts (QhInsightCard *self)
{
  /* Translators: a button; the name of a picture */
  g_autofree char *table = g_strdup_printf (_ ("Table: %s"), self->picture->title);
  g_autofree char *menu = g_strdup_printf (_ ("Menu: %s"), self->picture->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, table, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu, -1);
}

/* What is blank is its sentence. */
static void
update (QhInsightCard *self)
{
  gboolean has_rows = self->picture->rows->len > 0;

  gtk_label_set_label (self->title, self->picture->title);
  gtk_label_set_label (self->sentence, self->picture->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->view), has_rows && !is_list (self));
  gtk_widget_set_visible (GTK_WIDGET (self->table_button), has_rows && !is_list (self));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), has_rows);
  name_parts (self);
  show_decisions (self);
  show_table (self);
}

static void
set_table_shown (QhInsightCard *self, gboolean is_shown)
{
  gboolean had_focus = qh_focus_is_within (GTK_WIDGET (self->table_place));

  if (self->is_table_shown == is_shown)
    return;
  self->is_table_shown = is_shown;
  if (!is_shown && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->picture)
    show_table (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TABLE_SHOWN]);
}

/* --- What is made of it */

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhInsightCard *self = QH_INSIGHT_CARD (widget);

  qh_insight_save (widget, self->picture, self->currency, g_variant_get_string (parameter, NULL));
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_insight_copy (widget, QH_INSIGHT_CARD (widget)->picture);
}

/* --- The class */

static void
qh_insight_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QhInsightCard *self = QH_INSIGHT_CARD (widget);

  GTK_WIDGET_CLASS (qh_insight_card_parent_class)->size_allocate (widget, width, height, baseline);
  qh_context_menu_present (self->context_menu);
}

static void
qh_insight_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, QH_INSIGHT_CARD (object)->is_table_shown);
}

static void
qh_insight_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_table_shown (QH_INSIGHT_CARD (object), g_value_get_boolean (value));
}

static void
qh_insight_card_dispose (GObject *object)
{
  QhInsightCard *self = QH_INSIGHT_CARD (object);

  if (self->context_menu)
    qh_context_menu_detach (self->context_menu);
  g_clear_object (&self->context_menu);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_insight_card_parent_class)->dispose (object);
}

static void
qh_insight_card_finalize (GObject *object)
{
  QhInsightCard *self = QH_INSIGHT_CARD (object);

  g_clear_pointer (&self->picture, qh_picture_free);
  g_free (self->currency);

  G_OBJECT_CLASS (qh_insight_card_parent_class)->finalize (object);
}

static void
qh_insight_card_class_init (QhInsightCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_insight_card_get_property;
  object_class->set_property = qh_insight_card_set_property;
  object_class->dispose = qh_insight_card_dispose;
  object_class->finalize = qh_insight_card_finalize;
  widget_class->size_allocate = qh_insight_card_size_allocate;

  props[PROP_TABLE_SHOWN] =
      g_param_spec_boolean ("table-shown", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "picture.table", "table-shown");
  gtk_widget_class_install_action (widget_class, "picture.save", "s", save);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "picture.table", NULL);

  g_type_ensure (QH_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/insights/insight-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, title);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, view);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, decisions_place);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, table_place);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QhInsightCard, menu);
}

static void
qh_insight_card_init (QhInsightCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->context_menu = qh_context_menu_new (GTK_WIDGET (self), self->menu);
}

QhInsightCard *
qh_insight_card_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhInsightCard *self = g_object_new (QH_TYPE_INSIGHT_CARD, NULL);
  self->store = g_object_ref (store);
  return self;
}

void
qh_insight_card_show (QhInsightCard *self, QhPicture *picture)
{
  g_return_if_fail (QH_IS_INSIGHT_CARD (self));
  g_return_if_fail (picture);

  g_free (self->currency);
  self->currency = qh_settings_get_currency (self->store);
  qh_chart_view_show (self->view, picture, self->currency);
  g_clear_pointer (&self->picture, qh_picture_free);
  self->picture = picture;
  update (self);
}

const QhPicture *
qh_insight_card_get_picture (QhInsightCard *self)
{
  g_return_val_if_fail (QH_IS_INSIGHT_CARD (self), NULL);

  return self->picture;
}

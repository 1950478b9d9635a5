/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-row.h"
#include "content/qh-scarcity-button.h"
#include "paper/qh-symbol.h"
#include "qh-closures.h"
#include "widgets/qh-box.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-pips-view.h"
#include "widgets/qh-supply.h"
#include <glib/gi18n-lib.h>

struct _QhItemRow {
  QhRow parent_instance;

  QhPipsView *pips_view;
  QhScarcityButton *scarcity;

  QhStore *store;
  QhPips pips;
  char *facts;
  char *state;
  gboolean is_bad;
};

G_DEFINE_FINAL_TYPE (QhItemRow, qh_item_row, QH_TYPE_ROW)

enum { PROP_FACTS = 1, PROP_STATE, PROP_IS_BAD, N_PROPS };
static GParamSpec *props[N_PROPS];

/* "Ours alone · 2 of 12 left · until 2 Feb" */
static char *
describe_facts (QhContent *content, const QhPips *pips, const char *today)
{
  g_autofree char *left = qh_supply_short_label (pips);
  g_autofree char *window = qh_supply_window_label (content, today);
  g_autofree char *facts = qh_closure_join (
      NULL, content->rarity ? qh_enum_label (qh_rarity_values, content->rarity) : NULL, left);

  return qh_closure_join (NULL, facts, window);
}

static void
clear (QhItemRow *self)
{
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->state, g_free);
}

static void
notify_all (QhItemRow *self)
{
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
show_content (QhItemRow *self, QhContent *content)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));

  self->pips = qh_supply_read (self->store, content);
  self->facts = describe_facts (content, &self->pips, today);
  self->state = qh_supply_state_label (content, &self->pips, today, &self->is_bad);
  qh_pips_view_show (self->pips_view, &self->pips);
  qh_scarcity_button_show (self->scarcity, content, &self->pips);
}

static void
qh_item_row_show (QhRow *row, QhRecord *record)
{
  QhItemRow *self = QH_ITEM_ROW (row);

  clear (self);
  if (record)
    show_content (self, QH_CONTENT (record));
  notify_all (self);
}

static void
on_store_changed (QhItemRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & mine) == 0)
    return;
  qh_item_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_item_row_describe (QhRow *row)
{
  QhItemRow *self = QH_ITEM_ROW (row);
  QhContent *content = QH_CONTENT (qh_row_get_record (row));
  g_autoptr (GString) label = g_string_new (content->title);

  if (content->modality)
    g_string_append_printf (label, ", %s", qh_enum_label (qh_modality_values, content->modality));
  if (content->summary)
    g_string_append_printf (label, ": %s", content->summary);
  g_string_append_printf (label, "; %s", self->facts ? self->facts : "");
  if (self->state)
    g_string_append_printf (label, "; %s", self->state);
  g_string_append (label, "; ");
  g_string_append_printf (label, _ ("scarcity %d"), qh_supply_scarcity (content, &self->pips));
  return g_strdup (label->str);
}

static void
qh_item_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhItemRow *self = QH_ITEM_ROW (object);

  switch (id) {
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_STATE:
    g_value_set_string (value, self->state);
    break;
  case PROP_IS_BAD:
    g_value_set_boolean (value, self->is_bad);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_item_row_dispose (GObject *object)
{
  QhItemRow *self = QH_ITEM_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_item_row_parent_class)->dispose (object);
}

static void
qh_item_row_class_init (QhItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_item_row_get_property;
  object_class->dispose = qh_item_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_item_row_show;
  QH_ROW_CLASS (klass)->describe = qh_item_row_describe;

  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  props[PROP_IS_BAD] = g_param_spec_boolean ("is-bad", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (qh_content_get_type ());
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_PIPS_VIEW);
  g_type_ensure (QH_TYPE_SCARCITY_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemRow, pips_view);
  gtk_widget_class_bind_template_child (widget_class, QhItemRow, scarcity);
  qh_closures_bind (widget_class);
}

static void
qh_item_row_init (QhItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_item_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhItemRow *self = g_object_new (QH_TYPE_ITEM_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-row.h"
#include "qh-closures.h"
#include "widgets/qh-box.h"
#include "widgets/qh-column-layout.h"
#include "widgets/qh-promise-text.h"
#include <glib/gi18n-lib.h>

struct _QhPromiseRow {
  QhRow parent_instance;

  QhStore *store;
  char *facts;
  char *state;
  gboolean is_bad;
};

G_DEFINE_FINAL_TYPE (QhPromiseRow, qh_promise_row, QH_TYPE_ROW)

enum { PROP_FACTS = 1, PROP_STATE, PROP_IS_BAD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (QhPromiseRow *self)
{
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->state, g_free);
}

static void
qh_promise_row_show (QhRow *row, QhRecord *record)
{
  QhPromiseRow *self = QH_PROMISE_ROW (row);
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autofree char *today = record ? qh_clock_today (clock) : NULL;

  clear (self);
  if (record) {
    self->facts = qh_promise_facts_label (self->store, QH_PROMISE (record));
    self->state =
        qh_promise_state_label (QH_PROMISE (record), today, qh_clock_now (clock), &self->is_bad);
  }
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_store_changed (QhPromiseRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_promise_entity) | QH_ENTITY_BIT (&qh_client_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & mine) == 0)
    return;
  qh_promise_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_promise_row_describe (QhRow *row)
{
  QhPromiseRow *self = QH_PROMISE_ROW (row);
  QhPromise *promise = QH_PROMISE (qh_row_get_record (row));
  g_autofree char *facts =
      qh_closure_join (NULL, promise->public ? _ ("public") : NULL, self->facts);

  return g_strdup_printf ("%s, %s; %s", promise->what, self->state ? self->state : "", facts);
}

static void
qh_promise_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhPromiseRow *self = QH_PROMISE_ROW (object);

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
qh_promise_row_dispose (GObject *object)
{
  QhPromiseRow *self = QH_PROMISE_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_promise_row_parent_class)->dispose (object);
}

static void
qh_promise_row_class_init (QhPromiseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_promise_row_get_property;
  object_class->dispose = qh_promise_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_promise_row_show;
  QH_ROW_CLASS (klass)->describe = qh_promise_row_describe;

  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  props[PROP_IS_BAD] = g_param_spec_boolean ("is-bad", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_COLUMN_LAYOUT);
  g_type_ensure (qh_promise_get_type ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/promises/promise-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_promise_row_init (QhPromiseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_promise_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhPromiseRow *self = g_object_new (QH_TYPE_PROMISE_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}

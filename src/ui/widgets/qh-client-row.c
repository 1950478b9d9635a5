/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-client-row.h"
#include "qh-closures.h"

struct _QhClientRow {
  QhRow parent_instance;

  QhStore *store;
  char *next;
  char *words;
};

G_DEFINE_FINAL_TYPE (QhClientRow, qh_client_row, QH_TYPE_ROW)

enum { PROP_NEXT = 1, PROP_WORDS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
take_text (QhClientRow *self, char **place, int prop, char *text)
{
  g_autofree char *owned = text;

  if (g_strcmp0 (*place, owned) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* The first record that @tail selects; NULL when there is none. */
static QhRecord *
select_first (QhStore *store, const QhEntity *entity, const char *tail, const char *const *values)
{
  g_autoptr (GPtrArray) records = qh_store_select (store, entity, tail, values, NULL);

  return records && records->len > 0 ? g_object_ref (g_ptr_array_index (records, 0)) : NULL;
}

static char *
read_words (QhStore *store, const char *client)
{
  const char *values[] = { client, NULL };
  g_autoptr (QhRecord) remark = select_first (
      store, &qh_remark_entity, "WHERE client = ?1 ORDER BY said DESC, id DESC LIMIT 1", values);

  return remark ? g_strdup (QH_REMARK (remark)->words) : NULL;
}

static char *
read_next (QhStore *store, const char *client)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autofree char *now_text = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  const char *values[] = { client, now_text, NULL };
  g_autoptr (QhRecord) meeting =
      select_first (store, &qh_meeting_entity,
                    "WHERE client = ?1 AND start >= CAST (?2 AS INTEGER) AND "
                    "status IN ('draft', 'submitted', 'approved') ORDER BY start LIMIT 1",
                    values);

  if (!meeting)
    return NULL;
  return qh_closure_when_short (NULL, QH_MEETING (meeting)->start, QH_MEETING (meeting)->zone, now);
}

static void
qh_client_row_show (QhRow *row, QhRecord *record)
{
  QhClientRow *self = QH_CLIENT_ROW (row);

  take_text (self, &self->words, PROP_WORDS, record ? read_words (self->store, record->id) : NULL);
  take_text (self, &self->next, PROP_NEXT, record ? read_next (self->store, record->id) : NULL);
}

static void
on_store_changed (QhClientRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_remark_entity) | QH_ENTITY_BIT (&qh_meeting_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (record && (entities & mine) != 0)
    qh_client_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_client_row_describe (QhRow *row)
{
  QhClientRow *self = QH_CLIENT_ROW (row);
  QhClient *client = QH_CLIENT (qh_row_get_record (row));

  return qh_closure_client_label (NULL, client->name, client->industry, self->next, self->words);
}

static void
qh_client_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhClientRow *self = QH_CLIENT_ROW (object);

  switch (id) {
  case PROP_NEXT:
    g_value_set_string (value, self->next);
    break;
  case PROP_WORDS:
    g_value_set_string (value, self->words);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_client_row_dispose (GObject *object)
{
  QhClientRow *self = QH_CLIENT_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (qh_client_row_parent_class)->dispose (object);
}

static void
qh_client_row_class_init (QhClientRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_client_row_get_property;
  object_class->dispose = qh_client_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_client_row_show;
  QH_ROW_CLASS (klass)->describe = qh_client_row_describe;

  props[PROP_NEXT] = g_param_spec_string ("next", NULL, NULL, NULL, flags);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (qh_client_get_type ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/client-row.ui");
  qh_closures_bind (widget_class);
}

static void
qh_client_row_init (QhClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_client_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhClientRow *self = g_object_new (QH_TYPE_CLIENT_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return QH_ROW (self);
}

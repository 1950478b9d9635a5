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

static char *
read_words (QhStore *store, const char *client)
{
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT words FROM remark WHERE client = ?1 ORDER BY said DESC, id DESC LIMIT 1");
  char *words = NULL;

  sqlite3_bind_text (statement, 1, client, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    words = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return words;
}

static char *
read_next (QhStore *store, const char *client)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT start, zone FROM meeting WHERE client = ?1 AND start >= ?2 AND "
             "status IN ('draft', 'submitted', 'approved') ORDER BY start LIMIT 1");
  char *next = NULL;

  sqlite3_bind_text (statement, 1, client, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, now);
  if (sqlite3_step (statement) == SQLITE_ROW)
    next = qh_closure_when_short (NULL, sqlite3_column_int64 (statement, 0),
                                  (const char *)sqlite3_column_text (statement, 1), now);
  sqlite3_reset (statement);
  return next;
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

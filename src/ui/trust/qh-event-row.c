/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust/qh-event-row.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

struct _QhEventRow {
  QhRow parent_instance;

  QhStore *store;
  char *title;
  char *facts;
};

G_DEFINE_FINAL_TYPE (QhEventRow, qh_event_row, QH_TYPE_ROW)

enum { PROP_TITLE = 1, PROP_FACTS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (QhEventRow *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->facts, g_free);
}

/* On which day it was, in the form of a date. */
static char *
find_day (QhRecord *record)
{
  if (QH_IS_PROMISE (record)) {
    QhPromise *promise = QH_PROMISE (record);
    const char *day = promise->kept ? promise->kept : promise->broken;
    return g_strdup (day ? day : promise->due);
  }
  if (QH_IS_FRICTION (record))
    return g_strdup (QH_FRICTION (record)->reported);
  if (QH_IS_CONTACT_LOG (record))
    return qh_instant_to_date (QH_CONTACT_LOG (record)->at, NULL);
  return qh_instant_to_date (QH_MEETING (record)->ended, NULL);
}

static char *
find_title (QhRecord *record)
{
  if (QH_IS_CONTACT_LOG (record) && QH_CONTACT_LOG (record)->words)
    return qh_closure_quote (NULL, QH_CONTACT_LOG (record)->words);
  if (QH_IS_MEETING (record))
    return qh_closure_aim (NULL, QH_MEETING (record)->output, QH_MEETING (record)->title);
  return qh_record_title (record);
}

static char *
describe_facts (QhStore *store, QhRecord *record)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), "client");
  g_autofree char *id = qh_record_get_text (record, field);
  g_autoptr (QhRecord) client = id ? qh_store_get (store, &qh_client_entity, id, NULL) : NULL;
  g_autofree char *day = find_day (record);
  g_autofree char *label =
      day ? qh_date_label (day, qh_clock_now (qh_store_get_clock (store)), NULL) : NULL;

  return qh_closure_join (NULL, client ? QH_CLIENT (client)->name : NULL, label);
}

static void
qh_event_row_show (QhRow *row, QhRecord *record)
{
  QhEventRow *self = QH_EVENT_ROW (row);

  clear (self);
  if (record) {
    self->title = find_title (record);
    self->facts = describe_facts (self->store, record);
  }
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static char *
qh_event_row_describe (QhRow *row)
{
  QhEventRow *self = QH_EVENT_ROW (row);

  return g_strdup_printf ("%s; %s", self->title ? self->title : "", self->facts);
}

static void
qh_event_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhEventRow *self = QH_EVENT_ROW (object);

  g_value_set_string (value, id == PROP_TITLE ? self->title : self->facts);
}

static void
qh_event_row_dispose (GObject *object)
{
  QhEventRow *self = QH_EVENT_ROW (object);

  clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_event_row_parent_class)->dispose (object);
}

static void
qh_event_row_class_init (QhEventRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_event_row_get_property;
  object_class->dispose = qh_event_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_event_row_show;
  QH_ROW_CLASS (klass)->describe = qh_event_row_describe;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/trust/event-row.ui");
}

static void
qh_event_row_init (QhEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_event_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhEventRow *self = g_object_new (QH_TYPE_EVENT_ROW, NULL);
  self->store = g_object_ref (store);
  return QH_ROW (self);
}

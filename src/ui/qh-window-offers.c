/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-offers.h"
#include "qh-report.h"
#include "store/qh-ledger.h"
#include <glib/gi18n-lib.h>

struct _QhWindowOffers {
  GObject parent_instance;

  QhWindow *window; /* borrowed */
  QhStore *store;
  GHashTable *known; /* ids of entries that could be offered a copy before; NULL: not looked yet */
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhWindowOffers, qh_window_offers, G_TYPE_OBJECT)

static GHashTable *
list_ids (GPtrArray *offers)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; offers && i < offers->len; i++)
    g_hash_table_add (ids, g_strdup (QH_RECORD (g_ptr_array_index (offers, i))->id));
  return ids;
}

/* At the first look all that could be offered is old news, but for what has lapsed when the store
 * was opened. */
static gboolean
is_news (QhWindowOffers *self, GHashTable *known, QhWaiting *waiting)
{
  return known ? !g_hash_table_contains (known, QH_RECORD (waiting)->id)
               : qh_ledger_has_lapsed (self->store, waiting->content);
}

static void
tell (QhWindowOffers *self, QhWaiting *waiting)
{
  g_autoptr (QhRecord) item =
      qh_store_get (self->store, &qh_content_entity, waiting->content, NULL);
  g_autoptr (QhRecord) client =
      qh_store_get (self->store, &qh_client_entity, waiting->client, NULL);
  g_autofree char *text = NULL;

  if (!item || !client)
    return;
  text = g_strdup_printf (_ ("A copy of “%s” is free; %s waits"), QH_CONTENT (item)->title,
                          QH_CLIENT (client)->name);
  qh_window_toast_button (self->window, text, _ ("_Reserve for Them"), "win.accept-offer",
                          g_variant_new_string (QH_RECORD (waiting)->id));
}

/* Only the first of what is new is told: an offer taken or left makes room for the next. */
static void
look (QhWindowOffers *self)
{
  g_autoptr (GPtrArray) offers = qh_ledger_list_offers (self->store, NULL, NULL);
  g_autoptr (GHashTable) known = g_steal_pointer (&self->known);

  self->known = list_ids (offers);
  for (guint i = 0; offers && i < offers->len; i++) {
    QhWaiting *waiting = g_ptr_array_index (offers, i);
    if (!is_news (self, known, waiting))
      continue;
    tell (self, waiting);
    return;
  }
}

static gboolean
on_idle (gpointer user_data)
{
  QhWindowOffers *self = user_data;

  self->idle = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (QhWindowOffers *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_store_changed (QhWindowOffers *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_movement_entity) | QH_ENTITY_BIT (&qh_waiting_entity) |
                    QH_ENTITY_BIT (&qh_content_entity);

  if ((entities & mine) != 0)
    schedule (self);
}

static void
qh_window_offers_dispose (GObject *object)
{
  QhWindowOffers *self = QH_WINDOW_OFFERS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_window_offers_parent_class)->dispose (object);
}

static void
qh_window_offers_class_init (QhWindowOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_window_offers_dispose;
}

static void
qh_window_offers_init (QhWindowOffers *self)
{
}

QhWindowOffers *
qh_window_offers_new (QhWindow *window, QhStore *store)
{
  g_return_val_if_fail (QH_IS_WINDOW (window), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhWindowOffers *self = g_object_new (QH_TYPE_WINDOW_OFFERS, NULL);
  self->window = window;
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

void
qh_window_offers_accept (QhWindow *window, const char *waiting)
{
  g_return_if_fail (QH_IS_WINDOW (window));
  g_return_if_fail (waiting);

  QhStore *store = qh_window_get_store (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) entry = qh_store_get (store, &qh_waiting_entity, waiting, &error);
  g_autoptr (QhRecord) client =
      entry ? qh_store_get (store, &qh_client_entity, QH_WAITING (entry)->client, &error) : NULL;
  g_autofree char *told =
      client ? g_strdup_printf (_ ("Reserved for %s"), QH_CLIENT (client)->name) : NULL;

  if (client && qh_ledger_accept (store, QH_WAITING (entry), &error))
    qh_report (GTK_WIDGET (window), told, TRUE);
  else
    qh_report_error (GTK_WIDGET (window), error);
}

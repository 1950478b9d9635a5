/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-friction-export.h"
#include "exchange/qh-documents.h"
#include "exchange/qh-file.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <string.h>

struct _QhBriefFacts {
  QhBriefSheet sheet;
  QhFriction *friction;
  QhCostSum *sum;
  GPtrArray *clients;
  QhRecord *contact, *entry, *promise;
  GTimeZone *zone;
  char *author, *today;
};

gboolean
qh_format_is_brief (QhFormat format)
{
  return format == QH_FORMAT_PDF || format == QH_FORMAT_HTML || format == QH_FORMAT_MARKDOWN;
}

char *
qh_brief_file_name (QhFriction *friction, QhFormat format)
{
  g_autofree char *title = qh_export_safe_name (friction->title);

  return g_strdup_printf ("%s.%s", title != NULL ? title : _ ("Friction"),
                          qh_format_extension (format));
}

/* The friction's own client before the others. */
static GPtrArray *
order_clients (QhFriction *friction, GPtrArray *clients)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint i = 0; i < clients->len; i++) {
    QhRecord *client = clients->pdata[i];
    gboolean is_own = g_strcmp0 (client->id, friction->client) == 0;
    g_ptr_array_insert (ordered, is_own ? 0 : -1, client);
  }
  return ordered;
}

static QhRecord *
look_up (QhStore *store, const QhEntity *entity, const char *id)
{
  return id != NULL ? qh_store_get (store, entity, id, NULL) : NULL;
}

static void
fill_sheet (QhBriefFacts *self, QhStore *store, int edition)
{
  self->sheet = (QhBriefSheet){ .friction = self->friction,
                                .clients = self->clients,
                                .contact = (QhContact *)self->contact,
                                .entry = (QhContactLog *)self->entry,
                                .promise = (QhPromise *)self->promise,
                                .assumptions = &self->sum->assumptions,
                                .facts = &self->sum->facts,
                                .currency = self->sum->currency,
                                .edition = edition,
                                .author = self->author,
                                .today = self->today,
                                .zone = self->zone };
}

QhBriefFacts *
qh_brief_facts_new (QhStore *store, QhFriction *friction, int edition, GError **error)
{
  g_autoptr (QhCostSum) sum = NULL;
  QhBriefFacts *self;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_FRICTION (friction), NULL);
  if (!qh_brief_has_edition (edition)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("A brief says what a client is worth to us, so there is none for the "
                            "client: expected full or manager"));
    return NULL;
  }
  sum = qh_store_sum_cost (store, friction, error);
  if (sum == NULL)
    return NULL;
  self = g_new0 (QhBriefFacts, 1);
  self->friction = g_object_ref (friction);
  self->clients = order_clients (friction, sum->clients);
  self->sum = g_steal_pointer (&sum);
  self->contact = look_up (store, &qh_contact_entity, friction->contact);
  self->entry = look_up (store, &qh_contact_log_entity, friction->contact_log);
  self->promise = look_up (store, &qh_promise_entity, friction->promise);
  self->zone = qh_clock_zone (qh_store_get_clock (store));
  self->author = qh_settings_get_user_name (store);
  self->today = qh_clock_today (qh_store_get_clock (store));
  fill_sheet (self, store, edition);
  return self;
}

void
qh_brief_facts_free (QhBriefFacts *self)
{
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->sum, qh_cost_sum_free);
  g_clear_object (&self->friction);
  g_clear_object (&self->contact);
  g_clear_object (&self->entry);
  g_clear_object (&self->promise);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->author);
  g_free (self->today);
  g_free (self);
}

const QhBriefSheet *
qh_brief_facts_get_sheet (QhBriefFacts *self)
{
  return &self->sheet;
}

GBytes *
qh_brief_write (const QhBriefSheet *sheet, QhFormat format, GError **error)
{
  g_autoptr (QhBrief) brief = NULL;
  char *text;

  if (format == QH_FORMAT_PDF)
    return qh_brief_to_pdf (sheet, qh_paper_size_for_locale (), error);
  if (!qh_format_is_brief (format)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("A friction is written as pdf, html or md, not as %s"),
                 qh_format_name (format));
    return NULL;
  }
  brief = qh_brief_new (sheet);
  text = format == QH_FORMAT_HTML ? qh_brief_to_html (brief) : qh_brief_to_markdown (brief);
  return g_bytes_new_take (text, strlen (text));
}

gboolean
qh_export_friction (QhStore *store, QhFriction *friction, QhFormat format, int edition,
                    const char *path, GError **error)
{
  g_autoptr (QhBriefFacts) facts = qh_brief_facts_new (store, friction, edition, error);
  g_autoptr (GBytes) bytes = facts != NULL ? qh_brief_write (&facts->sheet, format, error) : NULL;

  return bytes != NULL && qh_file_write (path, bytes, error);
}

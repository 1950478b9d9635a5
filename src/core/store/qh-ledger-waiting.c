/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits for a copy, and who can be offered one. An offer is no record: it is what follows from
 * the list and from what is available. */
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

GPtrArray *
qh_ledger_list_waiting (QhStore *store, const char *content, GError **error)
{
  return qh_store_select (store, &qh_waiting_entity, "WHERE content = ?1 ORDER BY since, id",
                          (const char *[]){ content, NULL }, error);
}

/* What can be had no more is offered to nobody. */
GPtrArray *
qh_ledger_list_offers (QhStore *store, const char *content, GError **error)
{
  g_autofree char *today = qh_clock_today (&store->clock);

  return qh_store_select (
      store, &qh_waiting_entity,
      "WHERE id IN (SELECT id FROM (SELECT waiting.id, available,"
      "    row_number () OVER (PARTITION BY ledger.content ORDER BY since, waiting.id) AS place"
      "    FROM waiting JOIN ledger USING (content) JOIN content AS c ON c.id = ledger.content"
      "    WHERE ?1 IN ('', ledger.content) AND NOT c.retired"
      "      AND (c.available_until IS NULL OR c.available_until >= ?2))"
      "  WHERE place <= available) ORDER BY since, id",
      (const char *[]){ content != NULL ? content : "", today, NULL }, error);
}

static QhRecord *
find (QhStore *store, const char *content, const char *client)
{
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_waiting_entity, "WHERE content = ?1 AND client = ?2",
                       (const char *[]){ content, client, NULL }, NULL);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

gboolean
qh_ledger_stop_waiting (QhStore *store, const char *content, const char *client, GError **error)
{
  g_autoptr (QhRecord) waiting = client != NULL ? find (store, content, client) : NULL;

  return waiting == NULL || qh_store_delete (store, waiting, error);
}

/* --- Joining and leaving */

static char *
title_of (QhStore *store, const QhEntity *entity, const char *id)
{
  g_autoptr (QhRecord) record = qh_store_get (store, entity, id, NULL);

  return record != NULL ? qh_record_title (record) : g_strdup ("?");
}

static gint64
count_waiting (QhStore *store, const char *content)
{
  return qh_store_count (store, "SELECT count (*) FROM waiting WHERE content = ?1",
                         (const char *[]){ content, NULL });
}

/* Copies that are offered to others are not to be had. */
static gboolean
check_scarce (QhStore *store, const char *content, GError **error)
{
  QhLedgerCounts counts;
  g_autofree char *item = NULL;

  if (!qh_ledger_count (store, content, &counts, error))
    return FALSE;
  item = title_of (store, &qh_content_entity, content);
  if (counts.edition == QH_NONE) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is not a limited edition; nobody has to wait for it."), item);
    return FALSE;
  }
  if (counts.available <= count_waiting (store, content))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("“%s”: %d of %d are available; nobody has to wait."), item, (int)counts.available,
               (int)counts.edition);
  return FALSE;
}

static gboolean
check_joins (QhStore *store, const char *content, const char *client, GError **error)
{
  g_autoptr (QhRecord) waiting = find (store, content, client);

  if (waiting == NULL)
    return qh_ledger_check_per_client (store, content, client, 0, error);
  g_autofree char *name = title_of (store, &qh_client_entity, client);
  g_autofree char *item = title_of (store, &qh_content_entity, content);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               /* Translators: a client's name, a content item's title */
               _ ("%s is waiting for “%s” already."), name, item);
  return FALSE;
}

static gboolean
join (QhStore *store, QhRecord *record, GError **error)
{
  QhWaiting *waiting = (QhWaiting *)record;

  return check_joins (store, waiting->content, waiting->client, error) &&
         check_scarce (store, waiting->content, error) && qh_store_save (store, record, error);
}

gboolean
qh_ledger_join (QhStore *store, QhWaiting *waiting, GError **error)
{
  QhRecord *record = (QhRecord *)waiting;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_WAITING (waiting), FALSE);
  if (waiting->since == QH_NONE)
    qh_record_set_int (record, "since", qh_clock_now (&store->clock));
  if (!qh_record_check (record, error))
    return FALSE;
  label = qh_ledger_label (store, _ ("Wait for “%s”"), waiting->content);
  return qh_store_do (store, label, join, record, error);
}

gboolean
qh_ledger_leave (QhStore *store, const char *content, const char *client, GError **error)
{
  g_autoptr (QhRecord) waiting = find (store, content, client);
  g_autofree char *label = NULL;

  if (waiting != NULL) {
    label = qh_ledger_label (store, _ ("No longer wait for “%s”"), content);
    return qh_store_do (store, label, qh_store_delete, waiting, error);
  }
  g_autofree char *name = title_of (store, &qh_client_entity, client);
  g_autofree char *item = title_of (store, &qh_content_entity, content);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               /* Translators: a client's name, a content item's title */
               _ ("%s is not waiting for “%s”."), name, item);
  return FALSE;
}

/* --- Offers */

static gboolean
check_turn (QhStore *store, QhWaiting *waiting, GError **error)
{
  g_autoptr (GPtrArray) offers = qh_ledger_list_offers (store, waiting->content, error);

  if (offers == NULL)
    return FALSE;
  for (guint i = 0; i < offers->len; i++)
    if (g_str_equal (((QhRecord *)offers->pdata[i])->id, ((QhRecord *)waiting)->id))
      return TRUE;
  g_autofree char *name = title_of (store, &qh_client_entity, waiting->client);
  g_autofree char *item = title_of (store, &qh_content_entity, waiting->content);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               /* Translators: a content item's title, a client's name */
               _ ("“%s”: %u available, and others have waited longer than %s."), item, offers->len,
               name);
  return FALSE;
}

/* The next meeting in which the client is to get the item, and for which none is reserved. */
static char *
find_planned (QhStore *store, QhWaiting *waiting)
{
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT id FROM meeting WHERE client = ?2"
                               "  AND status IN ('draft', 'submitted', 'approved')"
                               "  AND id IN (SELECT meeting FROM segment WHERE content = ?1)"
                               "  AND id NOT IN (SELECT meeting FROM holding"
                               "    WHERE content = ?1 AND meeting IS NOT NULL)"
                               "  ORDER BY start IS NULL, start, id LIMIT 1");
  char *id = NULL;

  sqlite3_bind_text (statement, 1, waiting->content, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, waiting->client, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

gboolean
qh_ledger_accept (QhStore *store, QhWaiting *waiting, GError **error)
{
  g_autoptr (QhMovement) line = NULL;
  g_autofree char *meeting = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_WAITING (waiting), FALSE);
  meeting = find_planned (store, waiting);
  line = qh_ledger_line (QH_MOVEMENT_KIND_RESERVE, waiting->content, waiting->client, meeting);
  return qh_ledger_check_window (store, line, error) && check_turn (store, waiting, error) &&
         qh_ledger_move (store, line, error);
}

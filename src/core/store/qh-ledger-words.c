/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ledger refuses, in words: the item, the numbers, and who has what. */
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

#define PREFIX "ledger."

gboolean
qh_ledger_is_refusal (sqlite3 *db)
{
  return sqlite3_extended_errcode (db) == SQLITE_CONSTRAINT_TRIGGER &&
         g_str_has_prefix (sqlite3_errmsg (db), PREFIX);
}

/* A title or a name, for a sentence; what is gone has none. */
static char *
read_name (QhStore *store, const char *sql, const char *id)
{
  sqlite3_stmt *statement = qh_store_prepare (store, sql);
  char *name = NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (id != NULL && sqlite3_step (statement) == SQLITE_ROW)
    name = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return name;
}

static char *
item_name (QhStore *store, const char *id)
{
  return read_name (store, "SELECT title FROM content WHERE id = ?1", id) ?: g_strdup ("?");
}

static char *
client_name (QhStore *store, const char *id)
{
  return read_name (store, "SELECT name FROM client WHERE id = ?1", id)
             ?: g_strdup (_ ("somebody who is no longer there"));
}

static gint64
number_of (QhStore *store, const char *sql, const char *content, const char *other)
{
  gint64 number = qh_store_count (store, sql, (const char *[]){ content, other, NULL });

  return number == QH_NONE ? 0 : number;
}

static int
edition_of (QhStore *store, const char *content)
{
  return (int)number_of (store, "SELECT edition FROM content WHERE id = ?1", content, NULL);
}

static char *
describe_taken (QhStore *store, QhMovement *movement, const char *item)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, movement->number);
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT h.state, h.client, t.person FROM holding AS h"
                               "  JOIN movement AS m ON m.id = h.movement"
                               "  LEFT JOIN transfer AS t ON t.id = m.transfer"
                               "  WHERE h.content = ?1 AND h.number = CAST (?2 AS INTEGER)");
  int edition = edition_of (store, movement->content);
  g_autofree char *state = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *person = NULL;

  sqlite3_bind_text (statement, 1, movement->content, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, number, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW) {
    state = g_strdup ((const char *)sqlite3_column_text (statement, 0));
    holder = client_name (store, (const char *)sqlite3_column_text (statement, 1));
    person = g_strdup ((const char *)sqlite3_column_text (statement, 2));
  }
  sqlite3_reset (statement);
  if (g_strcmp0 (state, "reserved") == 0)
    return g_strdup_printf (_ ("copy %s of %d of “%s” is reserved for %s"), number, edition, item,
                            holder);
  if (g_strcmp0 (state, "delivered") == 0)
    return g_strdup_printf (_ ("copy %s of %d of “%s” is with %s"), number, edition, item, holder);
  if (person != NULL)
    return g_strdup_printf (_ ("copy %s of %d of “%s” was handed on to %s"), number, edition, item,
                            person);
  return g_strdup_printf (_ ("copy %s of %d of “%s” is not in this store"), number, edition, item);
}

static char *
describe_number (QhStore *store, QhMovement *movement, const char *item)
{
  int edition = edition_of (store, movement->content);

  if (edition == 0 && movement->kind == QH_MOVEMENT_KIND_ADJUST)
    return g_strdup_printf (_ ("“%s” is not a limited edition; there is nothing to adjust"), item);
  if (edition == 0)
    return g_strdup_printf (_ ("“%s” is not a limited edition; its copies have no numbers"), item);
  return g_strdup_printf (_ ("the copies of “%s” have the numbers 1 to %d"), item, edition);
}

static char *
describe_not_out (QhStore *store, QhMovement *movement, const char *item)
{
  g_autofree char *client = client_name (store, movement->client);

  if (movement->kind == QH_MOVEMENT_KIND_RELEASE)
    return g_strdup_printf (_ ("nothing of “%s” is reserved for %s"), item, client);
  return g_strdup_printf (_ ("%s has nothing of “%s” to give back"), client, item);
}

/* How many a client has of an item, reserved or given. */
static gint64
count_of_client (QhStore *store, const char *content, const char *client)
{
  return number_of (store,
                    "SELECT (SELECT count (*) FROM holding"
                    "    WHERE content = ?1 AND client = ?2 AND state <> 'away')"
                    "  + coalesce ((SELECT"
                    "    sum (iif (kind IN ('reserve', 'deliver'), copies, -copies))"
                    "    FROM movement WHERE content = ?1 AND client = ?2"
                    "    AND number IS NULL AND kind <> 'adjust'), 0)",
                    content, client);
}

static char *
describe_per_client (QhStore *store, QhMovement *movement, const char *item)
{
  g_autofree char *client = client_name (store, movement->client);
  gint64 most =
      number_of (store, "SELECT per_client FROM content WHERE id = ?1", movement->content, NULL);
  gint64 has = count_of_client (store, movement->content, movement->client);

  return g_strdup_printf (_ ("a client may have at most %d of “%s”, and %s has %d"), (int)most,
                          item, client, (int)has);
}

static char *
describe (QhStore *store, QhMovement *movement, const char *code)
{
  g_autofree char *item = item_name (store, movement->content);

  if (g_str_equal (code, "ledger.taken"))
    return describe_taken (store, movement, item);
  if (g_str_equal (code, "ledger.number"))
    return describe_number (store, movement, item);
  if (g_str_equal (code, "ledger.not-out"))
    return describe_not_out (store, movement, item);
  if (g_str_equal (code, "ledger.per-client"))
    return describe_per_client (store, movement, item);
  if (g_str_equal (code, "ledger.here"))
    return g_strdup_printf (_ ("copy %d of %d of “%s” is in this store already"),
                            (int)movement->number, edition_of (store, movement->content), item);
  if (g_str_equal (code, "ledger.transfer"))
    return g_strdup_printf (_ ("copies of “%s” are handed on, and received, with a transfer file, "
                               "each once"),
                            item);
  if (g_str_equal (code, "ledger.client"))
    return g_strdup (_ ("a copy is reserved for, or given to, a client; say which"));
  return g_strdup (_ ("a line of the ledger is only ever appended"));
}

void
qh_ledger_set_refusal (QhStore *store, QhMovement *movement, const char *code, GError **error)
{
  g_autofree char *reason = NULL;

  if (g_str_equal (code, "ledger.item")) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("content: there is no content item with the id “%s”"), movement->content);
    return;
  }
  reason = describe (store, movement, code);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("The ledger refuses this: %s."), reason);
}

gboolean
qh_ledger_check_per_client (QhStore *store, const char *content, const char *client, int back,
                            GError **error)
{
  g_autoptr (QhMovement) line = NULL;
  gint64 most = qh_store_count (store, "SELECT per_client FROM content WHERE id = ?1",
                                (const char *[]){ content, NULL });

  if (most == QH_NONE || count_of_client (store, content, client) - back < most)
    return TRUE;
  line = qh_ledger_new_line (store, QH_MOVEMENT_KIND_RESERVE, content, client, NULL);
  qh_ledger_set_refusal (store, line, "ledger.per-client", error);
  return FALSE;
}

void
qh_ledger_set_error (QhStore *store, QhMovement *movement, GError **error)
{
  g_autofree char *code = g_strdup (sqlite3_errmsg (store->db));

  qh_ledger_set_refusal (store, movement, code, error);
}

void
qh_ledger_set_edition_error (QhStore *store, QhContent *content, GError **error)
{
  gboolean unnumbered = g_str_equal (sqlite3_errmsg (store->db), "ledger.unnumbered");
  const char *id = ((QhRecord *)content)->id;
  gint64 highest, n;

  if (unnumbered) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("edition: “%s” was given out without numbers; it can be limited when all of it "
                    "is back"),
                 content->title);
    return;
  }
  if (g_str_equal (sqlite3_errmsg (store->db), "ledger.issuer")) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("issuer: who issued “%s” stays the same"),
                 content->title);
    return;
  }
  if (content->edition == QH_NONE) {
    n = number_of (store, "SELECT count (*) FROM holding WHERE content = ?1", id, NULL);
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("edition: of “%s” %d numbered copies are out; it can be unlimited when all of "
                    "them are back"),
                 content->title, (int)n);
    return;
  }
  highest = number_of (store, "SELECT max (number) FROM holding WHERE content = ?1", id, NULL);
  n = number_of (store, "SELECT count (*) FROM holding WHERE content = ?1", id, NULL);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("edition: of “%s” %d copies are out, up to number %d; it cannot be less"),
               content->title, (int)n, (int)highest);
}

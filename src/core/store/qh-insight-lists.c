/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-insight-lists.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

#define LIMIT " LIMIT " G_STRINGIFY (QH_INSIGHT_LIST_MAX)

/* ?1 a client or '', ?2 a territory or '', ?3 today, ?4 the last day that is soon, ?5 the instant
 * before which one was served long ago; who was heard of before the day ?6 is silent, who was
 * before the day ?7 has gone. */
/* Whether the client with this id is one of them; his row is looked at only for his territory. */
#define NARROW(client)                                                                \
  "(?1 = '' OR " client " = ?1) AND (?2 = '' OR (SELECT territory FROM client AS his" \
  "  WHERE his.id = " client ") = ?2)"

/* --- Content, which is everybody's */

#define EDITIONS                                                            \
  "FROM stock JOIN content ON content.id = stock.content WHERE NOT retired" \
  "  AND edition IS NOT NULL"
#define LEFT "edition - reserved - delivered - away"
#define LIST_EDITIONS                                                                        \
  "SELECT id, title, delivered, reserved, away, " LEFT " " EDITIONS "  ORDER BY CAST (" LEFT \
  " AS REAL) / edition, title_key, id" LIMIT
#define COUNT_EDITIONS "SELECT count (*) " EDITIONS

static void
read_edition (QhStore *store, QhInsightLine *line, sqlite3_stmt *row)
{
  line->delivered = sqlite3_column_int64 (row, 2);
  line->reserved = sqlite3_column_int64 (row, 3);
  line->away = sqlite3_column_int64 (row, 4);
  line->available = sqlite3_column_int64 (row, 5);
}

#define EXCLUSIVES                                                                 \
  "FROM content WHERE NOT retired AND rarity = 'ours_alone' AND (evidence IS NULL" \
  "  OR recheck <= ?4 OR available_until BETWEEN ?3 AND ?4)"
#define LIST_EXCLUSIVES                                                                    \
  "SELECT id, title, CASE WHEN evidence IS NULL THEN 0 WHEN recheck < ?3 THEN 1"           \
  "  WHEN recheck <= ?4 THEN 2 ELSE 3 END AS matter, CASE WHEN evidence IS NULL THEN NULL" \
  "  WHEN recheck <= ?4 THEN recheck ELSE available_until END AS day " EXCLUSIVES          \
  "  ORDER BY matter, day, title_key, id" LIMIT
#define COUNT_EXCLUSIVES "SELECT count (*) " EXCLUSIVES

static void
read_exclusive (QhStore *store, QhInsightLine *line, sqlite3_stmt *row)
{
  static const char *const matters[] = {
    N_ ("It names no evidence."),
    N_ ("Its evidence should have been checked again."),
    N_ ("Its evidence is to be checked again."),
    N_ ("It will no longer be available."),
  };

  line->text = g_strdup (_ (matters[sqlite3_column_int (row, 2)]));
  line->day = g_strdup ((const char *)sqlite3_column_text (row, 3));
}

/* --- Clients */

#define IS_UNSERVED "(at IS NULL OR at < CAST (?5 AS INTEGER)) AND " NARROW ("served.client")
#define LIST_UNSERVED                                                              \
  "SELECT id, name, at FROM served CROSS JOIN client ON client.id = served.client" \
  "  WHERE " IS_UNSERVED " ORDER BY at, served.client" LIMIT
#define COUNT_UNSERVED "SELECT count (*) FROM served WHERE " IS_UNSERVED

static void
read_unserved (QhStore *store, QhInsightLine *line, sqlite3_stmt *row)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (qh_store_get_clock (store));

  if (sqlite3_column_type (row, 2) != SQLITE_NULL)
    line->day = qh_instant_to_date (sqlite3_column_int64 (row, 2), zone);
}

#define IS_SILENT "day < ?6 AND day >= ?7 AND " NARROW ("heard.client")
#define LIST_SILENT                                                             \
  "SELECT id, name, day, CAST (julianday (?3) - julianday (day) AS INTEGER)"    \
  "  FROM insight_heard AS heard CROSS JOIN client ON client.id = heard.client" \
  "  WHERE " IS_SILENT " ORDER BY day, heard.client" LIMIT
#define COUNT_SILENT "SELECT count (*) FROM insight_heard AS heard WHERE " IS_SILENT

static void
read_silent (QhStore *store, QhInsightLine *line, sqlite3_stmt *row)
{
  line->day = g_strdup ((const char *)sqlite3_column_text (row, 2));
  line->days = sqlite3_column_int64 (row, 3);
}

/* --- All of them */

typedef struct {
  gsize offset; /* of the list in the facts */
  const char *list, *count;
  /* What stands behind a line's id and name. */
  void (*read) (QhStore *store, QhInsightLine *line, sqlite3_stmt *row);
} List;

static const List lists[] = {
  { G_STRUCT_OFFSET (QhInsightFacts, editions), LIST_EDITIONS, COUNT_EDITIONS, read_edition },
  { G_STRUCT_OFFSET (QhInsightFacts, exclusives), LIST_EXCLUSIVES, COUNT_EXCLUSIVES,
    read_exclusive },
  { G_STRUCT_OFFSET (QhInsightFacts, unserved), LIST_UNSERVED, COUNT_UNSERVED, read_unserved },
  { G_STRUCT_OFFSET (QhInsightFacts, silent), LIST_SILENT, COUNT_SILENT, read_silent },
};

static gboolean
fill (QhStore *store, const List *from, const char *const *values, QhInsightList *list,
      GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *row = qh_store_prepare (store, from->list);

  qh_sqlite_bind_texts (row, values);
  while (qh_sqlite_step (row, &failure)) {
    QhInsightLine *line = qh_insight_list_add (list, (const char *)sqlite3_column_text (row, 0),
                                               (const char *)sqlite3_column_text (row, 1));
    from->read (store, line, row);
  }
  sqlite3_reset (row);
  list->n = list->lines->len < QH_INSIGHT_LIST_MAX ? (gint64)list->lines->len
                                                   : qh_store_count (store, from->count, values);
  return qh_error_pass_on (&failure, error);
}

gboolean
qh_insight_lists_fill (QhStore *store, const QhInsightAsk *ask, QhInsightFacts *facts,
                       GError **error)
{
  g_autofree char *soon = qh_date_add_days (facts->today, QH_INSIGHT_SOON_DAYS);
  g_autofree char *served =
      g_strdup_printf ("%" G_GINT64_FORMAT, qh_clock_now (qh_store_get_clock (store)) -
                                                QH_INSIGHT_UNSERVED_DAYS * QH_DAY_USEC);
  g_autofree char *silent = qh_date_add_days (facts->today, -QH_INSIGHT_SILENT_DAYS);
  g_autofree char *gone = qh_date_add_days (facts->today, -QH_INSIGHT_GONE_DAYS);
  const char *values[] = { ask->client != NULL ? ask->client : "",
                           ask->territory != NULL ? ask->territory : "",
                           facts->today,
                           soon != NULL ? soon : facts->today,
                           served,
                           silent != NULL ? silent : facts->today,
                           gone != NULL ? gone : "",
                           NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!fill (store, &lists[i], values, G_STRUCT_MEMBER_P (facts, lists[i].offset), error))
      return FALSE;
  return TRUE;
}

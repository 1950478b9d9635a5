/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-mentions.h"
#include "store/qh-store-private.h"

#define TEXT_OF(number) #number
#define LIMIT(number) TEXT_OF (number)

/* The newest revision of each plan, those that begin last, out of the index of one state. */
#define NEWEST(state)                                                                       \
  "SELECT * FROM (SELECT id, client, sender, coalesce (signer_key, sender_key, '') AS rep," \
  "  output, bytes, start FROM received_plan AS r WHERE state = '" state "'"                \
  "    AND digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM received_plan AS n"             \
  "    WHERE n.plan = r.plan AND n.revision > r.revision AND n.state <> 'aside')"           \
  "  ORDER BY start DESC, id DESC LIMIT " LIMIT (QH_MENTIONS_MAX) ")"
#define PLANS "WITH r AS (" NEWEST ("waiting") " UNION ALL " NEWEST ("reviewed") ") "
#define WHO "SELECT r.id, r.client, r.sender, r.rep, "
#define ORDER " ORDER BY r.start, r.id"

static const char outputs[] = PLANS WHO "r.output, NULL FROM r" ORDER;

static const char frictions[] =
    PLANS WHO "json_extract (f.value, '$.title'), json_extract (f.value, '$.touchpoint')"
              " FROM r, json_each (r.bytes, '$.frictions') AS f"
              " WHERE f.type = 'object'"
              "  AND coalesce (json_extract (f.value, '$.status'), 'open') <> 'removed'" ORDER;

/* What a segment hands out, where few have it or there are only so many; by the street where the
 * edition tells it, else by the territory. */
static const char content[] = PLANS WHO
    "json_extract (c.value, '$.title'), coalesce (json_extract (r.bytes, '$.client.address'),"
    "  json_extract (r.bytes, '$.client.territory'))"
    " FROM r, json_each (r.bytes, '$.content') AS c"
    " WHERE c.type = 'object' AND (json_extract (c.value, '$.rarity') IN ('ours_alone', 'few')"
    "    OR json_type (c.value, '$.edition') = 'integer')"
    "  AND EXISTS (SELECT 1 FROM json_each (r.bytes, '$.segments') AS s"
    "    WHERE s.type = 'object'"
    "      AND json_extract (s.value, '$.content') = json_extract (c.value, '$.id'))" ORDER;

static const char *
column (sqlite3_stmt *statement, int number)
{
  return (const char *)sqlite3_column_text (statement, number);
}

static GPtrArray *
list (QhStore *store, const char *sql)
{
  sqlite3_stmt *statement = qh_store_prepare (store, sql);
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_mention_free);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (mentions, qh_mention_new (column (statement, 0), column (statement, 1),
                                               column (statement, 2), column (statement, 3),
                                               column (statement, 4), column (statement, 5)));
  sqlite3_reset (statement);
  return mentions;
}

QhMentions *
qh_mentions_look (QhStore *store)
{
  g_autoptr (GPtrArray) of_outputs = NULL;
  g_autoptr (GPtrArray) of_frictions = NULL;
  g_autoptr (GPtrArray) of_content = NULL;
  QhMentions *mentions;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  of_outputs = list (store, outputs);
  of_frictions = list (store, frictions);
  of_content = list (store, content);
  mentions = g_new0 (QhMentions, 1);
  *mentions = (QhMentions){ of_outputs->len, qh_across_outputs (of_outputs),
                            qh_across_frictions (of_frictions), qh_across_content (of_content) };
  return mentions;
}

void
qh_mentions_free (QhMentions *mentions)
{
  g_ptr_array_unref (mentions->outputs);
  g_ptr_array_unref (mentions->frictions);
  g_ptr_array_unref (mentions->content);
  g_free (mentions);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-received-fill.h"
#include "store/qh-store-private.h"

/* What stands at @path in the bytes, where it is a text. */
#define TEXT(path)                                \
  "iif (json_type (bytes, '" path "') = 'text', " \
  "nullif (trim (substr (json_extract (bytes, '" path "'), 1, 10000)), ''), NULL)"
#define DIGEST TEXT ("$.digest")
#define TITLE TEXT ("$.meeting.title")
#define OUTPUT TEXT ("$.meeting.output")
#define CLIENT TEXT ("$.client.name")
#define WHEN TEXT ("$.meeting.start")
#define START \
  "CASE WHEN " WHEN " GLOB '[1-9][0-9][0-9][0-9]-*' THEN unixepoch (" WHEN ") * 1000000 END"
#define SCORE                                                                                     \
  "CASE WHEN json_type (bytes, '$.score') = 'integer'"                                            \
  "  AND json_extract (bytes, '$.score') BETWEEN 0 AND 100 THEN json_extract (bytes, '$.score') " \
  "END"
#define BLOCKERS                                                                     \
  "(SELECT min (10000, count (*)) FROM json_each (bytes, '$.findings')"              \
  "  WHERE CASE type WHEN 'object' THEN json_extract (value, '$.level') = 'blocker'" \
  "    AND json_type (value, '$.accepted') IS NOT 'text' END)"

static const char fill[] =
    "UPDATE received_plan SET"
    " digest = " DIGEST ", title = " TITLE ", start = " START ", score = " SCORE
    ", blockers = " BLOCKERS ", client = " CLIENT ", client_key = qh_fold_key (" CLIENT ")"
    ", output = " OUTPUT ", output_key = qh_fold_key (" OUTPUT ")"
    " WHERE digest IS NULL AND bytes IS NOT NULL AND json_valid (bytes);"
    "UPDATE received_plan SET sender_key = qh_fold_key (sender)"
    " WHERE sender_key IS NULL AND sender IS NOT NULL";

static void
fold_key (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context, qh_store_fold_key ((const char *)sqlite3_value_text (values[0])),
                       -1, g_free);
}

gboolean
qh_received_fill (sqlite3 *db, GError **error)
{
  if (sqlite3_create_function (db, "qh_fold_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                               fold_key, NULL, NULL) == SQLITE_OK)
    return qh_sqlite_exec (db, fill, error);
  qh_sqlite_set_error (error, db);
  return FALSE;
}

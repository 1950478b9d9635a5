/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and counts of a list between two places. The order is (key, id), NULL keys first; a
 * descending list is exactly the reverse. Rows without a key are a piece of their own, because SQL
 * compares nothing with NULL. Statements are made once per form and kept. */
#include "store/qh-list-sql.h"
#include "store/qh-sqlite.h"

struct _QhListSql {
  sqlite3 *db;
  QhQuery query;
  const char *table, *id; /* what is read, and its column of ids */
  char **values;
  gboolean nullable; /* whether the key can be NULL */
  int id_column, key_column; /* in the table, for changesets; -1: none such */
  GHashTable *statements; /* SQL → sqlite3_stmt */
  sqlite3_stmt *compare;
};

/* One query: a piece of the order, within bounds. */
typedef struct {
  gboolean nulls; /* the rows without a key, or those with one */
  const QhPlace *from;
  const QhPlace *until;
  gboolean backwards;
} Span;

QhPlace *
qh_place_copy (const QhPlace *place)
{
  QhPlace *copy = g_new (QhPlace, 1);

  copy->key = sqlite3_value_dup (place->key);
  copy->id = g_strdup (place->id);
  return copy;
}

void
qh_place_free (QhPlace *place)
{
  sqlite3_value_free (place->key);
  g_free (place->id);
  g_free (place);
}

static gpointer
read_place (sqlite3_stmt *statement)
{
  QhPlace *place = g_new (QhPlace, 1);

  place->key = sqlite3_value_dup (sqlite3_column_value (statement, 0));
  place->id = g_strdup ((const char *)sqlite3_column_text (statement, 1));
  return place;
}

static gpointer
read_id (sqlite3_stmt *statement)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, 1));
}

static gboolean
is_null (const QhPlace *place)
{
  return sqlite3_value_type (place->key) == SQLITE_NULL;
}

/* --- Statements */

/* Takes @sql. NULL when it cannot be prepared, which is an error in a query or a dying disk; a list
 * is empty then. */
static sqlite3_stmt *
prepare (QhListSql *self, char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL) {
    g_free (sql);
    return statement;
  }
  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK) {
    g_critical ("%s: %s", sql, sqlite3_errmsg (self->db));
    g_free (sql);
    return NULL;
  }
  g_hash_table_insert (self->statements, sql, statement);
  return statement;
}

static void
bind_place (sqlite3_stmt *statement, const char *key, const char *id, const QhPlace *place)
{
  int key_index = sqlite3_bind_parameter_index (statement, key);
  int id_index = sqlite3_bind_parameter_index (statement, id);

  if (key_index > 0)
    sqlite3_bind_value (statement, key_index, place->key);
  if (id_index > 0)
    sqlite3_bind_text (statement, id_index, place->id, -1, SQLITE_TRANSIENT);
}

static void
bind_values (QhListSql *self, sqlite3_stmt *statement)
{
  for (int i = 0; self->values != NULL && self->values[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, self->values[i], -1, SQLITE_STATIC);
}

static void
finish (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* Appends the condition that one bound puts on a piece; FALSE when nothing of the piece is left.
 * @above: rows after the bound in ascending order (or on it, with @inclusive). */
static gboolean
append_bound (QhListSql *self, GString *sql, const QhPlace *bound, gboolean nulls, gboolean above,
              gboolean inclusive, const char *names)
{
  const char *sign = above ? ">" : "<";

  if (bound == NULL || is_null (bound) != nulls)
    return bound == NULL || is_null (bound) == above;
  if (nulls)
    g_string_append_printf (sql, " AND %s %s%s :%s_id", self->id, sign, inclusive ? "=" : "",
                            names);
  else
    g_string_append_printf (sql, " AND (%s, %s) %s%s (:%s_key, :%s_id)", self->query.key, self->id,
                            sign, inclusive ? "=" : "", names, names);
  return TRUE;
}

/* The statement that selects @what of @span, its values bound; NULL when nothing can be in it. */
static sqlite3_stmt *
prepare_span (QhListSql *self, const Span *span, const char *what, const char *order)
{
  const QhQuery *query = &self->query;
  gboolean up = !query->descending;
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, "SELECT %s FROM %s WHERE (%s)", what, self->table,
                          query->where != NULL ? query->where : "1");
  if (self->nullable)
    g_string_append_printf (sql, " AND %s IS %sNULL", query->key, span->nulls ? "" : "NOT ");
  if (!append_bound (self, sql, span->from, span->nulls, up, TRUE, "from") ||
      !append_bound (self, sql, span->until, span->nulls, !up, FALSE, "until"))
    return NULL;
  g_string_append (sql, order);
  statement = prepare (self, g_strdup (sql->str));
  if (statement == NULL)
    return NULL;
  bind_values (self, statement);
  if (span->from != NULL)
    bind_place (statement, ":from_key", ":from_id", span->from);
  if (span->until != NULL)
    bind_place (statement, ":until_key", ":until_id", span->until);
  return statement;
}

static guint
count_span (QhListSql *self, const Span *span)
{
  sqlite3_stmt *statement = prepare_span (self, span, "count (*)", "");
  guint n;

  if (statement == NULL)
    return 0;
  n = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : 0;
  finish (statement);
  return n;
}

/* What is made of each row. */
typedef gpointer (*ReadRow) (sqlite3_stmt *statement);

static void
fetch_span (QhListSql *self, const Span *span, guint offset, guint limit, ReadRow read,
            GPtrArray *rows)
{
  const char *sign = self->query.descending != span->backwards ? "DESC" : "ASC";
  g_autofree char *what = g_strdup_printf ("%s, %s", self->query.key, self->id);
  g_autofree char *order =
      span->nulls ? g_strdup_printf (" ORDER BY %s %s LIMIT :limit OFFSET :offset", self->id, sign)
                  : g_strdup_printf (" ORDER BY %s %s, %s %s LIMIT :limit OFFSET :offset",
                                     self->query.key, sign, self->id, sign);
  sqlite3_stmt *statement = prepare_span (self, span, what, order);

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, sqlite3_bind_parameter_index (statement, ":limit"), limit);
  sqlite3_bind_int64 (statement, sqlite3_bind_parameter_index (statement, ":offset"), offset);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (rows, read (statement));
  finish (statement);
}

/* --- What the model asks */

guint
qh_list_sql_count (QhListSql *self, const QhPlace *from, const QhPlace *until)
{
  Span span = { FALSE, from, until, FALSE };
  guint n = count_span (self, &span);

  span.nulls = TRUE;
  return self->nullable ? n + count_span (self, &span) : n;
}

static void
reverse (GPtrArray *rows)
{
  for (guint i = 0; i + 1 < rows->len - i; i++) {
    gpointer row = rows->pdata[i];

    rows->pdata[i] = rows->pdata[rows->len - 1 - i];
    rows->pdata[rows->len - 1 - i] = row;
  }
}

/* Both pieces of a list whose key can be NULL, one after the other. */
static void
fetch (QhListSql *self, Span *span, guint offset, guint limit, ReadRow read, GPtrArray *rows)
{
  guint passed;

  span->nulls = self->nullable && self->query.descending == span->backwards;
  fetch_span (self, span, offset, limit, read, rows);
  if (!self->nullable || rows->len >= limit)
    return;
  passed = rows->len > 0 || offset == 0 ? offset : count_span (self, span);
  span->nulls = !span->nulls;
  fetch_span (self, span, offset - passed, limit - rows->len, read, rows);
}

GPtrArray *
qh_list_sql_fetch (QhListSql *self, const QhPlace *from, const QhPlace *until, gboolean backwards,
                   guint offset, guint limit)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_place_free);
  Span span = { FALSE, from, until, backwards };

  fetch (self, &span, offset, limit, read_place, rows);
  if (backwards)
    reverse (rows);
  return rows;
}

GPtrArray *
qh_list_sql_fetch_ids (QhListSql *self, const QhPlace *from, const QhPlace *until, guint limit)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  Span span = { FALSE, from, until, FALSE };

  fetch (self, &span, 0, limit, read_id, ids);
  return ids;
}

guint
qh_list_sql_length (QhListSql *self)
{
  sqlite3_stmt *statement;
  guint n = 0;

  if (self->query.counter == NULL)
    return qh_list_sql_count (self, NULL, NULL);
  statement = prepare (self, g_strdup ("SELECT n FROM counter WHERE name = :name"));
  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, self->query.counter, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int (statement, 0);
  else
    g_critical ("There is no counter \"%s\"", self->query.counter);
  finish (statement);
  return n;
}

QhPlace *
qh_list_sql_place (QhListSql *self, const char *id, gboolean *listed)
{
  char *sql =
      g_strdup_printf ("SELECT %s, %s, (%s) FROM %s WHERE %s = :id", self->query.key, self->id,
                       self->query.where != NULL ? self->query.where : "1", self->table, self->id);
  sqlite3_stmt *statement = prepare (self, sql);
  QhPlace *place = NULL;

  *listed = FALSE;
  if (statement == NULL)
    return NULL;
  bind_values (self, statement);
  sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, ":id"), id, -1,
                     SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW) {
    place = read_place (statement);
    *listed = sqlite3_column_int (statement, 2) != 0;
  }
  finish (statement);
  return place;
}

static int
compare_keys (QhListSql *self, const QhPlace *a, const QhPlace *b)
{
  int sign;

  if (is_null (a) || is_null (b))
    return is_null (b) - is_null (a);
  sqlite3_bind_value (self->compare, 1, a->key);
  sqlite3_bind_value (self->compare, 2, b->key);
  sign = sqlite3_step (self->compare) == SQLITE_ROW ? sqlite3_column_int (self->compare, 0) : 0;
  finish (self->compare);
  return sign;
}

int
qh_list_sql_compare (QhListSql *self, const QhPlace *a, const QhPlace *b)
{
  int sign = compare_keys (self, a, b);

  if (sign == 0)
    sign = strcmp (a->id, b->id);
  return self->query.descending ? -sign : sign;
}

/* --- Changesets */

/* The place that one change says its row had; NULL when it says none. */
static QhPlace *
old_place (QhListSql *self, sqlite3_changeset_iter *change, int op, const char *id)
{
  sqlite3_value *key = NULL;
  QhPlace *place;

  if (op == SQLITE_INSERT)
    return NULL;
  sqlite3changeset_old (change, self->key_column, &key);
  if (key == NULL)
    return NULL;
  place = g_new (QhPlace, 1);
  place->key = sqlite3_value_dup (key);
  place->id = g_strdup (id);
  return place;
}

static void
add_touched (QhListSql *self, sqlite3_changeset_iter *change, int op, GPtrArray *places)
{
  sqlite3_value *value = NULL;
  g_autofree char *id = NULL;
  QhPlace *before, *now;
  gboolean listed;

  if (op == SQLITE_INSERT)
    sqlite3changeset_new (change, self->id_column, &value);
  else
    sqlite3changeset_old (change, self->id_column, &value);
  id = g_strdup ((const char *)sqlite3_value_text (value));
  before = old_place (self, change, op, id);
  now = qh_list_sql_place (self, id, &listed);
  if (before != NULL)
    g_ptr_array_add (places, before);
  if (now != NULL)
    g_ptr_array_add (places, now);
}

GPtrArray *
qh_list_sql_touched (QhListSql *self, const void *changeset, int size, guint most)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_place_free);
  sqlite3_changeset_iter *change;
  guint rows = 0;

  if (self->key_column < 0 ||
      sqlite3changeset_start (&change, size, (void *)changeset) != SQLITE_OK)
    return NULL;
  while (rows <= most && sqlite3changeset_next (change) == SQLITE_ROW) {
    const char *table;
    int columns, op, indirect;

    sqlite3changeset_op (change, &table, &columns, &op, &indirect);
    if (strcmp (table, self->query.entity->name) != 0)
      continue;
    add_touched (self, change, op, places);
    rows++;
  }
  sqlite3changeset_finalize (change);
  return rows > 0 && rows <= most ? g_steal_pointer (&places) : NULL;
}

/* --- What a query reads besides */

/* What a subquery may look at: an entity, or what is kept with the ledger's lines. */
static const QhEntity *
find_source (const char *name)
{
  static const char *const ledger[] = { "ledger", "stock", "holding", NULL };

  return g_strv_contains (ledger, name) ? &qh_movement_entity : qh_entity_find (name);
}

/* The entities of which a derived table is made. */
static QhEntities
find_origins (const char *table)
{
  if (g_str_equal (table, "friction_cost"))
    return QH_ENTITY_BIT (&qh_friction_entity) | QH_ENTITY_BIT (&qh_friction_client_entity) |
           QH_ENTITY_BIT (&qh_client_entity);
  return 0;
}

/* In subqueries: what stands after FROM or JOIN. */
QhEntities
qh_list_sql_looks_at (const QhQuery *query)
{
  const char *where = query->where != NULL ? query->where : "";
  g_auto (GStrv) words = g_strsplit_set (where, " (),\n", -1);
  QhEntities entities = query->table != NULL ? find_origins (query->table) : 0;

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++) {
    const QhEntity *entity = find_source (words[i + 1]);

    if (g_ascii_strcasecmp (words[i], "FROM") != 0 && g_ascii_strcasecmp (words[i], "JOIN") != 0)
      continue;
    entities |= entity != NULL ? QH_ENTITY_BIT (entity) : find_origins (words[i + 1]);
  }
  return entities;
}

/* --- Making one */

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
find_columns (QhListSql *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", self->table);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (self->db, sql, NULL);

  self->id_column = self->key_column = -1;
  if (self->query.table != NULL)
    return; /* no changeset holds what is derived */
  for (int i = 0; statement != NULL && i < sqlite3_column_count (statement); i++) {
    if (strcmp (sqlite3_column_name (statement, i), "id") == 0)
      self->id_column = i;
    if (strcmp (sqlite3_column_name (statement, i), self->query.key) == 0)
      self->key_column = i;
  }
}

static void
prepare_compare (QhListSql *self)
{
  const QhQuery *query = &self->query;
  const char *collation = NULL;
  g_autofree char *sql = NULL;
  int not_null = 0;

  sqlite3_table_column_metadata (self->db, "main", self->table, query->key, NULL, &collation,
                                 &not_null, NULL, NULL);
  self->nullable = !not_null && !query->has_key;
  sql = g_strdup_printf ("SELECT (?1 > ?2 COLLATE %1$s) - (?1 < ?2 COLLATE %1$s)",
                         collation != NULL ? collation : "BINARY");
  self->compare = qh_sqlite_prepare (self->db, sql, NULL);
}

QhListSql *
qh_list_sql_new (sqlite3 *db, const QhQuery *query)
{
  QhListSql *self = g_new0 (QhListSql, 1);

  self->db = db;
  self->query = *query;
  self->table = query->table != NULL ? query->table : query->entity->name;
  self->id = query->table != NULL ? query->id : "id";
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  find_columns (self);
  prepare_compare (self);
  return self;
}

void
qh_list_sql_free (QhListSql *self)
{
  g_hash_table_destroy (self->statements);
  sqlite3_finalize (self->compare);
  g_strfreev (self->values);
  g_free (self);
}

void
qh_list_sql_set_values (QhListSql *self, const char *const *values)
{
  g_strfreev (self->values);
  self->values = g_strdupv ((char **)values);
}

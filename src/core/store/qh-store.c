/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's object: it opens and closes the one writing connection, keeps its statements
 * prepared, and notices when another process wrote. Records, changes and the ledger stand in files
 * of their own. */
#include "store/qh-connection.h"
#include "store/qh-ledger.h"
#include "store/qh-schema.h"
#include "store/qh-store-private.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MEMORY ":memory:"

/* Prepared statements kept at most. */
#define STATEMENTS_MAX 512

G_DEFINE_FINAL_TYPE (QhStore, qh_store, G_TYPE_OBJECT)

enum { PROP_CAN_UNDO = 1, PROP_CAN_REDO, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
qh_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhStore *self = QH_STORE (object);

  switch (id) {
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, self->undo_label != NULL);
    return;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, self->redo_label != NULL);
    return;
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->undo_label);
    return;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->redo_label);
    return;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_store_dispose (GObject *object)
{
  QhStore *self = QH_STORE (object);

  while (self->change.depth > 0)
    qh_store_rollback (self);
  g_clear_pointer (&self->typing_recording, qh_recording_end);
  g_clear_pointer (&self->recorder, qh_recorder_free);
  qh_live_clear (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->lapsed, g_hash_table_unref);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  G_OBJECT_CLASS (qh_store_parent_class)->dispose (object);
}

static void
qh_store_finalize (GObject *object)
{
  QhStore *self = QH_STORE (object);

  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->typing_key);
  qh_store_set_keepsake (self, NULL, NULL);
  g_clear_error (&self->failure);
  qh_gather_clear (self);
  G_OBJECT_CLASS (qh_store_parent_class)->finalize (object);
}

static void
qh_store_class_init (QhStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_store_get_property;
  object_class->dispose = qh_store_dispose;
  object_class->finalize = qh_store_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("changed", QH_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_UINT64);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
qh_store_init (QhStore *self)
{
  /* A statement's own SQL is its key. */
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  self->lapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  qh_live_init (self);
}

/* --- Making a store */

static gboolean
set_file_error (const char *path, int number, GError **error)
{
  QhError code = QH_ERROR_STORE;

  if (number == EACCES || number == EPERM || number == EROFS)
    code = QH_ERROR_READ_ONLY;
  else if (number == ENOSPC || number == EDQUOT)
    code = QH_ERROR_FULL;
  g_set_error (error, QH_ERROR, code, _ ("“%s” could not be made: %s"), path, g_strerror (number));
  return FALSE;
}

/* Makes the schema in a file of its own, which is whole when its one transaction is. */
static gboolean
make_file (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = qh_connection_open (path, 0, error);

  return db != NULL && qh_sqlite_exec (db, "PRAGMA journal_mode = MEMORY", error) &&
         qh_schema_create (db, error);
}

/* So that the new name, too, is on the disk. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0) {
    fsync (fd);
    close (fd);
  }
}

/* Gives the finished file its name, unless another process was quicker. */
static gboolean
name_file (const char *made, const char *path, GError **error)
{
  if (link (made, path) == 0 || errno == EEXIST)
    return TRUE;
  /* A file system without links. */
  if (g_rename (made, path) == 0)
    return TRUE;
  return set_file_error (path, errno, error);
}

/* A store appears under its name only when it is whole. */
static gboolean
make_store (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = g_strconcat (path, ".XXXXXX", NULL);
  gboolean ok;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_file_error (folder, errno, error);
  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_file_error (path, errno, error);
  close (fd);
  ok = make_file (made, error) && name_file (made, path, error);
  g_unlink (made);
  sync_folder (folder);
  return ok;
}

/* --- Opening */

static sqlite3 *
open_memory (GError **error)
{
  g_autoptr (sqlite3) db = qh_connection_open (MEMORY, 0, error);

  if (db == NULL || !qh_schema_create (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
accept_for_writing (sqlite3 *db, const char *path, const QhClock *clock,
                    const QhMigrationWatch *watch, GError **error)
{
  if (sqlite3_db_readonly (db, "main") == 1) {
    g_set_error (error, QH_ERROR, QH_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written. The file and its folder must be yours to write."),
                 path);
    return FALSE;
  }
  return qh_connection_accept (db, error) && qh_schema_migrate (db, path, clock, watch, error);
}

static sqlite3 *
open_file (const char *path, QhStoreFlags flags, const QhClock *clock,
           const QhMigrationWatch *watch, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, QH_ERROR, QH_ERROR_STORE,
                 _ ("“%s” is a folder: expected the file of a store"), path);
    return NULL;
  }
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    if (!(flags & QH_STORE_CREATE)) {
      g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("There is no store at “%s”."), path);
      return NULL;
    }
    if (!make_store (path, error))
      return NULL;
  }
  db = qh_connection_open (path, flags, error);
  if (db == NULL || !qh_schema_check (db, path, error))
    return NULL;
  if (flags & QH_STORE_READ_ONLY)
    return qh_schema_is_current (db) ? g_steal_pointer (&db) : qh_schema_copy (db, watch, error);
  if (!accept_for_writing (db, path, clock, watch, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gint64
read_data_version (QhStore *self)
{
  return qh_store_count (self, "PRAGMA data_version", NULL);
}

QhStore *
qh_store_open (const char *path, QhStoreFlags flags, const QhClock *clock, GError **error)
{
  return qh_store_open_watched (path, flags, clock, NULL, error);
}

QhStore *
qh_store_open_watched (const char *path, QhStoreFlags flags, const QhClock *clock,
                       const QhMigrationWatch *watch, GError **error)
{
  g_return_val_if_fail (path != NULL && clock != NULL, NULL);

  sqlite3 *db = g_str_equal (path, MEMORY) ? open_memory (error)
                                           : open_file (path, flags, clock, watch, error);
  if (db == NULL)
    return NULL;
  QhStore *self = g_object_new (QH_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->clock = *clock;
  self->db = db;
  self->read_only = (flags & QH_STORE_READ_ONLY) != 0;
  if (!self->read_only)
    self->recorder = qh_recorder_new (db, qh_changeset_tables ());
  self->data_version = read_data_version (self);
  qh_store_look_at_changes (self);
  /* Where that cannot be written now, the store is opened all the same, and it lapses next time. */
  if (!self->read_only)
    qh_ledger_lapse (self, NULL, NULL);
  return self;
}

char *
qh_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "quarterhour", "quarterhour.db", NULL);
}

const char *
qh_store_get_path (QhStore *self)
{
  return self->path;
}

const QhClock *
qh_store_get_clock (QhStore *self)
{
  return &self->clock;
}

void
qh_store_set_keepsake (QhStore *self, gpointer keepsake, GDestroyNotify free_keepsake)
{
  if (self->free_keepsake != NULL)
    self->free_keepsake (self->keepsake);
  self->keepsake = keepsake;
  self->free_keepsake = free_keepsake;
}

gpointer
qh_store_get_keepsake (QhStore *self)
{
  return self->keepsake;
}

sqlite3 *
qh_store_get_db (QhStore *self)
{
  return self->db;
}

/* --- Statements */

static sqlite3_stmt *
prepare (QhStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) ==
      SQLITE_OK)
    return statement;
  qh_sqlite_set_error (error, self->db);
  return NULL;
}

sqlite3_stmt *
qh_store_borrow (QhStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (!qh_store_check_transaction (self, error))
    return NULL;
  if (statement == NULL || sqlite3_stmt_busy (statement))
    return prepare (self, sql, error);
  g_hash_table_steal (self->statements, sql);
  return statement;
}

void
qh_store_give_back (QhStore *self, sqlite3_stmt *statement)
{
  const char *sql = sqlite3_sql (statement);

  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (self->statements) >= STATEMENTS_MAX ||
      g_hash_table_contains (self->statements, sql))
    sqlite3_finalize (statement);
  else
    g_hash_table_insert (self->statements, (gpointer)sql, statement);
}

sqlite3_stmt *
qh_store_prepare (QhStore *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL) {
    statement = prepare (self, sql, &error);
    if (statement == NULL) {
      g_critical ("%s: %s", sql, error->message);
      return NULL;
    }
    g_hash_table_insert (self->statements, (gpointer)sqlite3_sql (statement), statement);
  }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}

const char *
qh_store_sql (QhStore *self, QhMakeSql make, const QhEntity *entity)
{
  GPtrArray *texts = g_hash_table_lookup (self->texts, (gpointer)make);
  guint index = qh_entity_index (entity);

  if (texts == NULL) {
    texts = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->texts, (gpointer)make, texts);
  }
  if (texts->len <= index)
    g_ptr_array_set_size (texts, index + 1);
  if (texts->pdata[index] == NULL)
    texts->pdata[index] = make (entity);
  return texts->pdata[index];
}

gboolean
qh_store_run (QhStore *self, GError **error, const char *sql, ...)
{
  sqlite3_stmt *statement = qh_store_borrow (self, sql, error);
  const char *value;
  va_list values;
  int code;

  if (statement == NULL)
    return FALSE;
  va_start (values, sql);
  for (int i = 1; (value = va_arg (values, const char *)) != NULL; i++)
    sqlite3_bind_text (statement, i, value, -1, SQLITE_STATIC);
  va_end (values);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    qh_sqlite_set_error (error, self->db);
  qh_store_give_back (self, statement);
  return code == SQLITE_DONE || code == SQLITE_ROW;
}

/* --- Transactions */

gboolean
qh_store_check_transaction (QhStore *self, GError **error)
{
  if (!self->in_transaction || !sqlite3_get_autocommit (self->db))
    return TRUE;
  if (self->failure != NULL)
    g_propagate_error (error, g_error_copy (self->failure));
  else
    g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE,
                         _ ("The change was taken back, because the store could not be read."));
  return FALSE;
}

gboolean
qh_store_begin_transaction (QhStore *self, GError **error)
{
  g_clear_error (&self->failure);
  self->in_transaction = qh_store_run (self, error, "BEGIN IMMEDIATE", NULL);
  return self->in_transaction;
}

gboolean
qh_store_end_transaction (QhStore *self, GError **error)
{
  if (self->failure != NULL || !qh_store_run (self, error, "COMMIT", NULL))
    return qh_store_fail (self, error);
  self->in_transaction = FALSE;
  return TRUE;
}

void
qh_store_drop_transaction (QhStore *self)
{
  self->in_transaction = FALSE;
  if (!sqlite3_get_autocommit (self->db))
    qh_store_run (self, NULL, "ROLLBACK", NULL);
}

/* --- What is there */

gboolean
qh_store_is_empty (QhStore *self)
{
  return qh_store_count (self,
                         "SELECT EXISTS (SELECT 1 FROM client) OR EXISTS (SELECT 1 FROM meeting)"
                         "  OR EXISTS (SELECT 1 FROM content) OR EXISTS (SELECT 1 FROM friction)"
                         "  OR EXISTS (SELECT 1 FROM promise)",
                         NULL) == 0;
}

static char *
read_label (QhStore *self, const char *sql)
{
  sqlite3_stmt *statement = qh_store_prepare (self, sql);
  char *label = NULL;

  if (sqlite3_step (statement) == SQLITE_ROW)
    label = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return label;
}

static void
set_label (QhStore *self, char **member, char *label, int label_prop, int can_prop)
{
  gboolean could = *member != NULL;

  if (g_strcmp0 (*member, label) == 0) {
    g_free (label);
    return;
  }
  g_free (*member);
  *member = label;
  g_object_notify_by_pspec (G_OBJECT (self), properties[label_prop]);
  if (could != (label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[can_prop]);
}

void
qh_store_look_at_changes (QhStore *self)
{
  char *undo = read_label (self, "SELECT label FROM change WHERE NOT undone"
                                 "  AND " QH_CHANGE_IN_REACH " ORDER BY id DESC LIMIT 1");
  char *redo = read_label (self, "SELECT label FROM change WHERE undone ORDER BY id LIMIT 1");

  g_object_freeze_notify (G_OBJECT (self));
  set_label (self, &self->undo_label, undo, PROP_UNDO_LABEL, PROP_CAN_UNDO);
  set_label (self, &self->redo_label, redo, PROP_REDO_LABEL, PROP_CAN_REDO);
  g_object_thaw_notify (G_OBJECT (self));
}

void
qh_store_tell_anything (QhStore *self)
{
  g_autoptr (GPtrArray) records = qh_live_list (self, NULL);

  for (guint i = 0; i < records->len; i++)
    qh_live_refresh (self, g_ptr_array_index (records, i));
  qh_store_tell (self, NULL, 0, NULL, ~G_GUINT64_CONSTANT (0));
}

gboolean
qh_store_poll (QhStore *self)
{
  gint64 version;

  g_return_val_if_fail (QH_IS_STORE (self), FALSE);
  if (self->change.depth > 0 || (version = read_data_version (self)) == self->data_version)
    return FALSE;
  self->data_version = version;
  qh_store_tell_anything (self);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* The clock of every store in these tests stands here, in UTC. */
#define FIXTURE_NOW "2026-11-20T09:00:00Z"
#define FIXTURE_DATE "2026-11-20"

QhClock fixture_clock (void);

/* A store in memory. */
QhStore *fixture_store (void);

/* A folder for one test, and its removal with all that is in it. */
char *fixture_folder (void);
void fixture_remove (const char *folder);

/* A store in a file; NULL is a failed test. */
QhStore *fixture_open (const char *path, QhStoreFlags flags);

/* A new record of @entity with a value in every field, made from its table, and not saved; what it
 * refers to is saved. */
QhRecord *fixture_record (QhStore *store, const QhEntity *entity);

/* Puts another lawful value into @field; FALSE for a field where there is no other. */
gboolean fixture_change (QhStore *store, QhRecord *record, const QhField *field);

/* The same, saved. */
QhRecord *fixture_saved (QhStore *store, const QhEntity *entity);

/* A saved client, content item (@edition QH_NONE: unlimited), meeting. */
QhClient *fixture_client (QhStore *store, const char *name);
QhContent *fixture_content (QhStore *store, const char *title, gint64 edition, gint64 per_client);
QhMeeting *fixture_meeting (QhStore *store, QhClient *client);

/* Everything that stands in the entities' tables (the ledger's lines only @with_ledger) and in what
 * is derived from them, as text. */
char *fixture_dump (sqlite3 *db, gboolean with_ledger);

/* Fails the test unless SQLite, the references, the counters, the search index, the places of
 * segments and the ledger's sums are sound. */
void fixture_verify (sqlite3 *db);

/* How the statement with @part in it, asked already, is carried out: a line for each step. */
char *fixture_plan (sqlite3 *db, const char *part);

/* What @sql answers in its first column and row, as text; NULL is NULL. */
char *fixture_ask (sqlite3 *db, const char *sql);

#define fixture_ok(call)       \
  G_STMT_START                 \
  {                            \
    GError *error = NULL;      \
    gboolean ok_ = !!(call);   \
    g_assert_no_error (error); \
    g_assert_true (ok_);       \
  }                            \
  G_STMT_END

/* @call (with `&error`) fails with @code_. */
#define fixture_fails(call, code_)            \
  G_STMT_START                                \
  {                                           \
    GError *error = NULL;                     \
    gboolean ok_ = !!(call);                  \
    g_assert_error (error, QH_ERROR, code_);  \
    g_assert_false (ok_);                     \
    g_assert_cmpstr (error->message, !=, ""); \
    g_error_free (error);                     \
  }                                           \
  G_STMT_END

G_END_DECLS

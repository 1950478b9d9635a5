/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Bringing an older store up to date takes as long as it is large. What is being done: */
typedef enum {
  QH_MIGRATION_BACKUP, /* pages are copied, and counted */
  QH_MIGRATION_CHECK, /* the copy is looked through, which cannot be counted */
  QH_MIGRATION_RECORDS, /* the records and what is derived of them: counted in steps and texts */
  QH_MIGRATION_SAVE, /* from here on it can no longer be stopped */
} QhMigrationStep;

/* Who waits for it. */
typedef struct {
  /* From the thread that opens the store, many times a second, and not once where nothing has to be
   * brought up to date: @done of all is done, never less than before, and 1 at the end. */
  void (*tell) (QhMigrationStep step, double done, gpointer user_data);
  gpointer user_data;
  /* Stops it (QH_ERROR_CANCELLED): the store is as it was. */
  GCancellable *cancellable;
} QhMigrationWatch;

/* --- For those who do the work. A NULL work is nobody's business. */

typedef struct {
  const QhMigrationWatch *watch; /* nullable */
  QhMigrationStep step;
  double from, to; /* what the present part is of all */
  double done;
} QhMigrationWork;

QhMigrationWork qh_migration_work (const QhMigrationWatch *watch);
/* Enters @step. */
void qh_migration_work_step (QhMigrationWork *work, QhMigrationStep step);
/* The part of the present step that lies between @from and @to, of 1, begins. */
void qh_migration_work_part (QhMigrationWork *work, double from, double to);
/* @done of the present part, of 1, is done. */
void qh_migration_work_within (QhMigrationWork *work, double done);
GCancellable *qh_migration_work_cancellable (QhMigrationWork *work);
/* What @db does is told of and can be stopped, until it is let go. */
void qh_migration_work_take (QhMigrationWork *work, sqlite3 *db);
void qh_migration_work_let_go (QhMigrationWork *work, sqlite3 *db);

G_END_DECLS

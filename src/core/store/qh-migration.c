/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-migration.h"

/* SQLite's instructions between two looks: less than a millisecond. */
#define INSTRUCTIONS 1000

/* Where each step begins, of all that is to be done, in a store of a million texts; the last ends
 * at 1. */
static const double begins[] = {
  [QH_MIGRATION_BACKUP] = 0,
  [QH_MIGRATION_CHECK] = 0.15,
  [QH_MIGRATION_RECORDS] = 0.6,
  [QH_MIGRATION_SAVE] = 0.97,
};

QhMigrationWork
qh_migration_work (const QhMigrationWatch *watch)
{
  return (QhMigrationWork){ .watch = watch, .to = 1 };
}

static void
tell (QhMigrationWork *work)
{
  if (work->watch != NULL && work->watch->tell != NULL)
    work->watch->tell (work->step, work->done, work->watch->user_data);
}

static double
get_end (QhMigrationStep step)
{
  return step + 1 < G_N_ELEMENTS (begins) ? begins[step + 1] : 1;
}

void
qh_migration_work_step (QhMigrationWork *work, QhMigrationStep step)
{
  if (work == NULL)
    return;
  work->step = step;
  qh_migration_work_part (work, 0, 1);
}

void
qh_migration_work_part (QhMigrationWork *work, double from, double to)
{
  double begin, length;

  if (work == NULL)
    return;
  begin = begins[work->step];
  length = get_end (work->step) - begin;
  work->from = begin + from * length;
  work->to = begin + to * length;
  qh_migration_work_within (work, 0);
}

void
qh_migration_work_within (QhMigrationWork *work, double done)
{
  if (work == NULL)
    return;
  work->done = MAX (work->done, work->from + CLAMP (done, 0, 1) * (work->to - work->from));
  tell (work);
}

GCancellable *
qh_migration_work_cancellable (QhMigrationWork *work)
{
  return work != NULL && work->watch != NULL ? work->watch->cancellable : NULL;
}

/* SQLite stops at anything but zero. */
static int
on_instructions (void *user_data)
{
  QhMigrationWork *work = user_data;

  tell (work);
  return g_cancellable_is_cancelled (qh_migration_work_cancellable (work));
}

void
qh_migration_work_take (QhMigrationWork *work, sqlite3 *db)
{
  if (work != NULL && work->watch != NULL)
    sqlite3_progress_handler (db, INSTRUCTIONS, on_instructions, work);
}

void
qh_migration_work_let_go (QhMigrationWork *work, sqlite3 *db)
{
  if (work != NULL && work->watch != NULL)
    sqlite3_progress_handler (db, 0, NULL, NULL);
}

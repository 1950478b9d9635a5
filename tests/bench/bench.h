/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Benchmarks print one table: every figure beside a baseline measured in the same run, the two
 * alternating, so that a busy machine slows both. Targets are told, never asserted: times depend on
 * the machine, and no test may. */

/* Milliseconds of many rounds. */
typedef struct {
  GArray *ms; /* double */
} BenchTimes;

void bench_times_init (BenchTimes *times);
void bench_times_clear (BenchTimes *times);
void bench_times_add (BenchTimes *times, double ms);
double bench_median (BenchTimes *times);
double bench_percentile (BenchTimes *times, double percent);

/* What is measured: the time that passes, or the time this thread keeps the processor busy, which
 * other programs disturb less. What waits for the disk is measured by the former. */
typedef enum { BENCH_PASSING, BENCH_BUSY } BenchClock;
void bench_use_clock (BenchClock clock);

/* Milliseconds of that clock. */
double bench_now (void);

/* One thing to measure; what it takes to prepare a round is not counted. */
typedef struct {
  void (*prepare) (gpointer data, guint round); /* nullable */
  void (*run) (gpointer data, guint round);
  gpointer data;
} BenchTask;

/* Runs @baseline and @task in turns, @rounds times after one that does not count. */
void bench_alternate (const BenchTask *baseline, const BenchTask *task, guint rounds,
                      BenchTimes *baseline_times, BenchTimes *times);

/* The table. @baseline 0: there is none. A target of 0 is none. */
void bench_begin (const char *title);
void bench_row (const char *name, double baseline, double ms, double target_ratio,
                double target_ms);
void bench_note (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The large store of @scale, made once and kept in the build folder. Errors end the program. */
char *bench_store (double scale);
/* A copy of it that may be written, in a folder of its own that bench_end removes. */
char *bench_store_copy (double scale);
/* Likewise the one that is all ledger: 10,000 items, 500,000 movements. */
char *bench_ledger_store (void);
char *bench_temporary (const char *name);
void bench_end (void);

G_END_DECLS

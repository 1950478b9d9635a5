/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A disk that fails when it is told to: between SQLite and the file system, for every connection
 * that is opened after fault_install. */

typedef enum {
  FAULT_ONCE, /* one operation of any sort */
  FAULT_FROM_THEN_ON, /* that one and all that follow, as when the disk is pulled out */
  FAULT_FULL, /* every write from then on finds no room */
} FaultSort;

void fault_install (void);

/* The @n-th operation from now on (the first is 1) fails. */
void fault_arm (FaultSort sort, guint n);

/* From now on nothing fails. TRUE when something did. */
gboolean fault_disarm (void);

G_END_DECLS

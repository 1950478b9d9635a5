/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-page.h"
#include "store/qh-store.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The plan file (.qhplan): formats.md. */
#define QH_PLAN_FILE_VERSION 1

/* Writes @sheet in its edition: sorted keys, two-space indent, digest. */
GBytes *qh_plan_file_write (const QhSheet *sheet, GError **error);

/* A plan file that was read and found right. */
typedef struct {
  char *id; /* the sender's meeting */
  gint64 revision;
  int edition; /* QhEdition */
  gint64 exported; /* instant */
  char *sender, *device_id, *digest;
  int score; /* as the sender saw it */
  QhContext *context; /* the plan with all that came along, under its sender's ids */
  GPtrArray *findings; /* QhFinding, as the sender saw them */
} QhPlanFile;

/* Reads and checks @bytes: limits (before parsing), UTF-8, version, members, references, digest. */
QhPlanFile *qh_plan_file_read (GBytes *bytes, GError **error);
void qh_plan_file_free (QhPlanFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPlanFile, qh_plan_file_free)

G_END_DECLS

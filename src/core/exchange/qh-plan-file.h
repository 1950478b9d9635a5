/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-handout.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* The plan file (.qhplan): UTF-8 JSON with sorted keys and two-space indent, so that two exports of
 * the same state are the same bytes; its digest is over the canonical form (RFC 8785). */
#define QH_PLAN_FILE_FORMAT "quarterhour-plan"
#define QH_PLAN_FILE_VERSION 1

/* The members that hold records, and of which entity; those that others refer to come first. Ended
 * by a NULL name. */
typedef struct {
  const char *name;
  const QhEntity *entity;
} QhPlanMember;
extern const QhPlanMember qh_plan_members[];

/* Writes @sheet in its edition. QH_ERROR_REFUSED when nobody could read it again (16 MiB). */
GBytes *qh_plan_file_write (const QhSheet *sheet, GError **error);

/* The digest of all that the full edition says of @sheet, without revision and time, and of who
 * signs it: whether anything has changed since an export. */
char *qh_plan_file_content_digest (const QhSheet *sheet);

/* A plan file that was read and found right. */
typedef struct {
  char *id; /* the sender's meeting */
  gint64 revision;
  int edition; /* QhEdition */
  gint64 exported; /* instant */
  char *sender, *device_id; /* NULL where the file does not say */
  char *digest;
  char *signer; /* the public key that it is signed with; NULL: unsigned */
  int score; /* as the sender saw it; -1 where it does not go out */
  QhContext *context; /* the plan with all that came along, under its sender's ids */
  GPtrArray *findings; /* QhFinding, as the sender saw them */
} QhPlanFile;

/* Reads @bytes: limits (before parsing), UTF-8, version, ids, references, values, digest. @now and
 * @zone become the context's. Errors name the place: QH_ERROR_INVALID; QH_ERROR_NEWER for a later
 * version; QH_ERROR_REFUSED when the digest is not that of the file. */
QhPlanFile *qh_plan_file_read (GBytes *bytes, gint64 now, GTimeZone *zone, GError **error);
void qh_plan_file_free (QhPlanFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPlanFile, qh_plan_file_free)

G_END_DECLS

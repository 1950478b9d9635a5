/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-touchpoint-check.h"

G_BEGIN_DECLS

/* The audit of a touchpoint: we ask ourselves what a client would ask, and see how it went. */

/* A person within so many seconds, behind so many menus, an answer within so many hours, and so
 * much known of 4, is as it should be. */
#define QH_AUDIT_SECONDS 30
#define QH_AUDIT_MENU_LEVELS 1
#define QH_AUDIT_HOURS 24
#define QH_AUDIT_KNEW 3

/* An older check says nothing about today. */
#define QH_AUDIT_DAYS 90

/* How many questions of a check were answered, and answered well. */
typedef struct {
  int good, asked;
} QhAuditScore;

QhAuditScore qh_audit_score (QhTouchpointCheck *check);

/* Below 0: @now is worse than @before; above: better. */
int qh_audit_compare (QhAuditScore now, QhAuditScore before);

/* "4 of 5 as it should be" */
char *qh_audit_score_label (QhAuditScore score);

/* "better than before", "worse than before", "as before" */
const char *qh_audit_trend_label (QhAuditScore now, QhAuditScore before);

/* Whether it is time to check again. @checked_on NULL: it never was. */
gboolean qh_audit_is_due (const char *checked_on, const char *today);

G_END_DECLS

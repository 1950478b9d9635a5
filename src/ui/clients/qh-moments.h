/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* One thing that happened with a client. */
typedef struct {
  QhRecord *record;
  char *day; /* `YYYY-MM-DD` */
  char *text; /* its words */
} QhMoment;

/* The newest @max things that happened with @client, newest first: meetings, words, promises,
 * frictions, contacts he made, content he was given. (QhMoment, transfer full) */
GPtrArray *qh_moments (QhStore *store, const char *client, guint max);

/* What a moment is: "Promise kept", "Meeting held". */
const char *qh_moment_label (const QhMoment *moment);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-phrases.h"
#include "model/qh-client.h"

G_BEGIN_DECLS

/* An access rule that follows from a client's words. */
typedef struct {
  const char *field; /* of the client: "minutes_limit", "no_phone", "no_print", … interned */
  gint64 minutes; /* of minutes_limit */
  char *gatekeeper; /* of gatekeeper: who, in the words of the remark */
} QhAccess;

/* The access rules that @words imply, at most one a field, in the order of the model; empty when
 * there are none. (QhAccess, transfer full) */
GPtrArray *qh_access_read (QhPhrases *phrases, const char *words);

/* The access rule called @field if @words imply it, else NULL. (transfer full) */
QhAccess *qh_access_find (QhPhrases *phrases, const char *words, const char *field);

/* Whether @client already has this very rule. */
gboolean qh_access_stands (const QhAccess *access, QhClient *client);

/* Sets the rule on @client, in memory. */
void qh_access_apply (const QhAccess *access, QhClient *client);

/* What is offered, translated: "Set the limit to 15 minutes". */
char *qh_access_label (const QhAccess *access);

void qh_access_free (QhAccess *access);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhAccess, qh_access_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-card.h"
#include "exchange/qh-import-report.h"
#include "store/qh-bulk.h"

G_BEGIN_DECLS

/* Takes people in, in the change under way, and knows again who is here: by UID, else by mail
 * address, else by name and organisation. What the file says of a person replaces what is here,
 * what it does not say stays, and notes are added to. Of an organisation it only fills in what is
 * not known. Who has no organisation is a client by himself. */
typedef struct _QhKnownPeople QhKnownPeople;

QhKnownPeople *qh_known_people_new (QhStore *store, GError **error);
void qh_known_people_free (QhKnownPeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhKnownPeople, qh_known_people_free)

/* Thousands are to come in this change. */
gboolean qh_known_people_expect_many (QhKnownPeople *people, GError **error);

/* FALSE when the store fails; what was left out is in @report, for @line of @file. */
gboolean qh_known_people_take (QhKnownPeople *people, QhCard *card, const char *file, guint line,
                               QhImportReport *report, GError **error);

G_END_DECLS

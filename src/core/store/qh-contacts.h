/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-contact-figures.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* In SQL over contact_log, what a figure is about (its whole), an upgrade that waits for an answer,
 * and what is learned. @r: a prefix of columns. */
#define QH_CONTACTS_RUNG(r) r "rings IS NOT NULL"
#define QH_CONTACTS_KNOWN(r) r "solved IS NOT NULL"
#define QH_CONTACTS_UPGRADED(r) r "upgraded_to IS NOT NULL"
#define QH_CONTACTS_ANSWERED(r)                                    \
  r "upgraded_to IS NOT NULL AND " r "upgrade_answer IS NOT NULL " \
    "AND " r "upgrade_change IS NOT NULL AND " r "upgrade_told IS NOT NULL"
#define QH_CONTACTS_WAITING(r) QH_CONTACTS_UPGRADED (r) " AND NOT (" QH_CONTACTS_ANSWERED (r) ")"
#define QH_CONTACTS_LEARNED(r) "(" r "learned IS NOT NULL OR " r "upgrade_answer IS NOT NULL)"

/* The figures of all contacts from the instant @since on (QH_NONE: of all): whole days as they are
 * kept, and what came in on the rest of the first. */
gboolean qh_store_count_contacts (QhStore *store, gint64 since, QhContactFigures *figures,
                                  GError **error);

G_END_DECLS

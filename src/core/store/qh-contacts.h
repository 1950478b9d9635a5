/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-contact-figures.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* In SQL over contact_log, what a figure is about (its whole), an upgrade that waits for an answer,
 * and what is learned. */
#define QH_CONTACTS_RUNG "rings IS NOT NULL"
#define QH_CONTACTS_KNOWN "solved IS NOT NULL"
#define QH_CONTACTS_UPGRADED "upgraded_to IS NOT NULL"
#define QH_CONTACTS_ANSWERED                                                          \
  "upgraded_to IS NOT NULL AND upgrade_answer IS NOT NULL AND upgrade_change IS NOT " \
  "NULL AND upgrade_told IS NOT NULL"
#define QH_CONTACTS_WAITING "upgraded_to IS NOT NULL AND NOT (" QH_CONTACTS_ANSWERED ")"
#define QH_CONTACTS_LEARNED "(learned IS NOT NULL OR upgrade_answer IS NOT NULL)"

/* The figures of all contacts from the instant @since on (QH_NONE: of all), by the database: a walk
 * through what came in since. */
gboolean qh_store_count_contacts (QhStore *store, gint64 since, QhContactFigures *figures,
                                  GError **error);

G_END_DECLS

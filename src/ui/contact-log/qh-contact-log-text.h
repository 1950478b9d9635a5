/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What is said of a contact in lists and on its page. Text is (transfer full). */

/* The client's words in quotes; else what he wanted; else how he came. */
char *qh_contact_log_headline (QhContactLog *entry);

/* "Ferris Dental Group · 6 Nov, 08:41 · Phone", and "7 rings · Billing · The invoice put right". */
char *qh_contact_log_origin (QhStore *store, QhContactLog *entry);
char *qh_contact_log_facts (QhContactLog *entry);

/* "solved", "not solved"; NULL while it is not known. */
const char *qh_contact_log_solved_label (QhContactLog *entry);

/* "with Anne Weber" while that is open, "answered by Anne Weber"; NULL for none. */
char *qh_contact_log_upgrade_label (QhContactLog *entry);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-contacts.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* What inbound contacts add up to on each day, kept in step by triggers as
 * design/qh-contact-figures.h has it, so that a window of days is a sum over few rows: contact_day
 * (day, n, …). Days are UTC's, numbered as by qh_date_to_days. */

#define QH_CONTACT_DAY_COLUMNS "n, first, rung, solved, known, failure, answered, upgraded, learned"

/* What one contact adds to them, in their order. @sign: "" or "-"; @r: a prefix of columns. */
#define QH_CONTACT_DAY_VALUES(sign, r)                                                      \
  sign "1, " sign "iif (" r "rings <= 1, 1, 0), " sign "(" QH_CONTACTS_RUNG (               \
      r) "), " sign "iif (" r "solved = 'yes', 1, 0), " sign                                \
         "(" QH_CONTACTS_KNOWN (r) "), " sign r "failure, " sign "(" QH_CONTACTS_ANSWERED ( \
             r) "), " sign "(" QH_CONTACTS_UPGRADED (r) "), " sign "(" QH_CONTACTS_LEARNED (r) ")"

/* Makes the table, its triggers and its indexes, and fills it. */
gboolean qh_contact_schema_install (sqlite3 *db, GError **error);
gboolean qh_contact_schema_drop (sqlite3 *db, GError **error);

/* Lines for people about days whose sums are not what their records add up to. */
gboolean qh_contact_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-pips.h"
#include "store/qh-today.h"

G_BEGIN_DECLS

/* What the Content page says of an item besides its fields. Texts are (transfer full). */

/* Which items are running out: something is left, but no more than a third. */
#define QH_SUPPLY_SHORT "SELECT content FROM supply_short"

/* Where the copies of @content are now. */
QhPips qh_supply_read (QhStore *store, QhContent *content);

/* "2 of 12 left", "3 given", "Nothing given yet". */
char *qh_supply_short_label (const QhPips *pips);

/* When it can be had, seen from @today: "until 2 Feb", "from 29 Nov until 27 Dec", "ended 3 May";
 * NULL: always. */
char *qh_supply_window_label (QhContent *content, const char *today);

/* What wants attention: "Retired", "Ended", "Not yet", "Expires in 9 days", "None left", "Running
 * out", "Unproven"; NULL: nothing. @is_bad: whether it is more than a remark. */
char *qh_supply_state_label (QhContent *content, const QhPips *pips, const char *today,
                             gboolean *is_bad);

/* Whether "ours alone" is claimed without evidence, or with evidence to be checked again. */
gboolean qh_supply_is_unproven (QhContent *content, const char *today);

/* How scarce it is, of 100. */
int qh_supply_scarcity (QhContent *content, const QhPips *pips);

/* What it is the product of: rarity, supply and window, in words and in numbers. (both transfer
 * full) */
#define QH_N_FACTORS 3
void qh_supply_scarcity_factors (QhContent *content, const QhPips *pips, char *words[QH_N_FACTORS],
                                 char *numbers[QH_N_FACTORS]);

/* How many items are running out or expiring. */
guint qh_supply_count_due (QhStore *store);

G_END_DECLS

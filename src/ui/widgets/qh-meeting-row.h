/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-figures.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A meeting in a list: its dial, whose it is, when and for what, what blocks it, and its score.
 *
 * Properties: "client"; "figures"; "now", from which "today" is counted; "aim", "when": the texts.
 */
#define QH_TYPE_MEETING_ROW (qh_meeting_row_get_type ())
G_DECLARE_FINAL_TYPE (QhMeetingRow, qh_meeting_row, QH, MEETING_ROW, QhRow)

/* @cache lives as long as the row. */
QhRow *qh_meeting_row_new (QhStore *store, QhFiguresCache *cache);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include "store/qh-ranking.h"

G_BEGIN_DECLS

/* What the designer says, as pure functions. Strings are translated and (transfer full) unless they
 * are const. */

/* "Thursday 26 November, 10:00 · On site · limit 15 minutes", with the planned length where it is
 * another than the limit, and the status where it is no draft. */
char *qh_meeting_subtitle (QhMeeting *meeting, QhClient *client, gint64 now, GTimeZone *zone);

/* The four fields by which a segment is linked, ended by NULL: "remark", "friction", "promise",
 * "content". */
extern const char *const qh_link_fields[];
/* The record that @segment links to by @field, borrowed; NULL: none, or not in the context. */
QhRecord *qh_link_record (const QhContext *context, QhSegment *segment, const char *field);
/* What can be linked by @field: the array of @context that holds them (borrowed). */
GPtrArray *qh_link_choices (const QhContext *context, const char *field);
const char *qh_link_icon (const char *field);
/* "Their words", "Friction", "Promise", "Content" */
const char *qh_link_heading (const char *field);
/* For a chip: “I don’t need a meeting…”, "Friction: third wrong invoice", … */
char *qh_link_label (const char *field, QhRecord *record);
/* What the meeting has of a limited edition: "copy 9 of 12 reserved"; NULL: nothing to say. */
char *qh_link_copy_label (const QhContext *context, const char *field, QhRecord *record);
/* Both, as it stands in the plan: "Benchmark clinic · copy 9 of 12 reserved" */
char *qh_link_plan_label (const QhContext *context, const char *field, QhRecord *record);
/* What goes with it: who said it and when; touchpoint, severity and status; due and status; … */
char *qh_link_caption (const QhContext *context, const char *field, QhRecord *record);
/* All of it, with who and when where that is known. */
char *qh_link_details (const QhContext *context, const char *field, QhRecord *record);

/* "“I don’t need a meeting that long.”", in the quotation marks of the language. */
char *qh_quote (const char *words);
/* "Dr Ferris, 3 Nov · time" */
char *qh_remark_caption (const QhContext *context, QhRemark *remark);

/* "−5"; "" for none. */
char *qh_points_label (int points);
const char *qh_level_icon (QhLevel level);

/* "As usual (30 %)": the client's share of the talking in a segment of @kind. */
char *qh_usual_share_label (int kind);
char *qh_share_label (gint64 percent);

/* The client's access rules, one a line ("15 minutes", "No phone calls", …). (transfer full) */
GStrv qh_access_lines (QhClient *client);

/* "Decides", with the title behind it where he has one. */
char *qh_contact_caption (QhContact *contact);

/* How scarce an item is, and the sum that makes it: "Scarcity 93 = 1.0 × 0.93 × 1.0" */
char *qh_scarcity_sum_label (const QhScarcity *scarcity);
/* What an item fits: "Fits “Every recall is a call”", "Fits the friction “Wrong invoices”"; "" */
char *qh_ranked_reason_label (const QhRanked *ranked);

/* "Ours alone · 12 copies · until 31 Jan" */
char *qh_content_caption (QhContent *content);

G_END_DECLS

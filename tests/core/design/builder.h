/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-design-review.h"

G_BEGIN_DECLS

/* Builds the context of a plan from one line of words, so that a case in a test is one line. The
 * meeting is on BUILDER_START in UTC; `_` stands for a space in texts.
 *
 *   open:60 educate:240,out,share=40 …    segments, with ids s0, s1, …:
 *        out[=TEXT] share=N print file order must title=TEXT notes=TEXT remark=ID friction=ID
 *        content=ID unsaved
 *   output= measure= ask= fallback= value= budget= mode= cleared= id= start=none    of the meeting
 *   limit= gate= client-value= worth= no_phone no_print no_cold_mail orders_online    of the client
 *   attendee
 *   remark:ID,DATE,TEXT[,heard][,SORT]
 *   copy:SECONDS[,TEXT][,cancelled][,other]    another meeting so long after this one
 *   friction:ID,SEVERITY[,TITLE][,STATUS]    with minutes= times_per_year= reported= removed= told=
 *        cost=
 *   promise:ID,DUE|none[,WHAT][,STATUS]
 *   pace:KIND,N,PLANNED,ACTUAL    what the last N of a kind took, seconds of all N
 *   held=INSTANT    when the client was met last;   now=INSTANT zone=NAME    of the context
 *   trust:open|narrow|closed[,promise]    the gate: held by contacts, or by an overdue promise p1
 *   content:ID,MODALITY,RARITY[,EDITION]…    with title= from= until= evidence= checked= recheck=
 *        per= retired, and what the ledger says: left= reserved= delivered= away= here= his= given=
 *        given-here= given-on= waiting=
 *   accept:RULE[,segment=ID][,key=KEY],REASON
 *   mute:RULE */
QhContext *builder_context (const char *line);

#define BUILDER_NOW "2026-11-20T09:00:00Z"
#define BUILDER_START "2026-11-26T10:00:00Z"

/* A plan at which no rule has anything to say. */
#define BUILDER_GOOD                                                                         \
  "output=A_schedule measure=Hours_a_week ask=A_pilot fallback=A_list client-value=Calm "    \
  "attendee content:c0,educate,few,12 friction:f0,2,Queue "                                  \
  "open:60,title=Start educate:240,out,title=Learn,content=c0 improve:180,out,title=Better " \
  "escape:180,out,title=Out,friction=f0 aesthetics:120,title=Calm close:60,title=Ask"

/* How often @rule is found; the first such finding. */
guint builder_count (const QhDesignReview *review, const char *rule);
const QhFinding *builder_find (const QhDesignReview *review, const char *rule, const char *key);

/* Every finding on a line of its own: for comparing reviews. */
char *builder_dump (const QhDesignReview *review);

G_END_DECLS

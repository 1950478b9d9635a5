/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-cost.h"
#include "design/qh-design-review.h"

G_BEGIN_DECLS

/* The inside of the design review; not for other layers. A group of rules is a file
 * `qh-rules-GROUP.c` with one table and its line in qh-rule.c. */

/* Quick fixes change lengths in steps of so many seconds, and leave no segment shorter. */
#define QH_RULE_STEP 30

/* How long a segment is that a quick fix adds. */
#define QH_RULE_ADDED (2 * QH_MINUTE)
/* And an opening. */
#define QH_RULE_OPENING QH_MINUTE

/* From this severity on a plan must face a friction. */
#define QH_RULE_SEVERITY_FACED 3

/* What a segment needs on average (seconds), and the client's share of the talking, in percent. */
#define QH_RULE_SEGMENT_NEEDS (2 * QH_MINUTE)
#define QH_RULE_SHARE_MIN 35

/* So much of a text becomes the title of an added segment. */
#define QH_RULE_TITLE_CHARS 80

/* What every rule asks for, worked out once for a review. All borrowed. */
typedef struct {
  const QhContext *context;
  QhPlan *plan;
  QhMeeting *meeting;
  QhClient *client;
  GPtrArray *segments; /* those with a length, in order: one of zero seconds is not there */
  gint64 limit, budget, total, modal; /* seconds */
  gint64 seconds[QH_SEGMENT_KIND_HOUSEKEEPING + 1]; /* by kind */
  char *today, *day; /* dates; @day is the meeting's, NULL where it has none. Owned */
  GHashTable **words; /* access rule → the newest remark that says it; worked out when asked for */
} QhFacts;

void qh_facts_init (QhFacts *facts, const QhContext *context);
/* Takes @n other segments in the place of the plan's. */
void qh_facts_set_segments (QhFacts *facts, QhSegment *const *segments, guint n);
void qh_facts_clear (QhFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QhFacts, qh_facts_clear)

/* One rule: its line in the shipped table, and what it does. */
typedef struct _QhRule QhRule;
struct _QhRule {
  const char *id;
  QhLevel level;
  int points;
  const char *describe; /* what it looks for, untranslated */
  const char *title; /* of a finding, untranslated; a check may replace it */
  const char *why; /* why it matters, untranslated */
  /* Appends what it finds (qh_rule_add). A finding names a fix only if the fix will do away with
   * it. */
  void (*check) (const QhRule *rule, const QhFacts *facts, GPtrArray *findings);
  /* Edits the plan so that @finding, fresh from check, is gone; appends records that are to be
   * saved with it. NULL when there is no quick fix. */
  void (*fix) (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside);
};

typedef struct {
  const QhRule *rules;
  guint n_rules;
} QhRuleGroup;

#define QH_DEFINE_RULE_GROUP(name, rules_) \
  const QhRuleGroup qh_rules_##name = { rules_, G_N_ELEMENTS (rules_) };

/* Every rule of every group, sorted by id; and the place of one, or -1. */
const QhRule *const *qh_rules (guint *n_rules);
int qh_rule_index (const char *id);

/* What a finding of each rule costs, in their order; 0 for what is muted. */
int *qh_rules_prices (const QhContext *context);
/* What all findings cost that are not accepted. A rule without a price is not run: for a search
 * that asks thousands of times. */
int qh_rules_points (const QhFacts *facts, const int *prices);

/* A new finding of @rule with its title and why, appended to @findings. @text: taken over. */
QhFinding *qh_rule_add (const QhRule *rule, GPtrArray *findings, char *text);
/* Where a finding stands, what it is called, which occurrence it is, how it is fixed. */
void qh_rule_set_segment (QhFinding *finding, QhSegment *segment);
void qh_rule_set_title (QhFinding *finding, const char *title);
void qh_rule_set_key (QhFinding *finding, const char *key);
void qh_rule_set_fix (QhFinding *finding, const char *fix);

/* The segment that @finding is about, or NULL. */
QhSegment *qh_rule_segment (const QhFacts *facts, const QhFinding *finding);

/* A new segment of @kind, saved by nobody yet, where it belongs: an escape and one more opening
 * after the opening, the others before the close. The plan keeps it. */
QhSegment *qh_rule_insert (const QhFacts *facts, QhSegmentKind kind);

/* The same of a modality, linked to what fits best: a friction, content, or the client's words. */
QhSegment *qh_rule_insert_best (const QhFacts *facts, QhSegmentKind kind);

/* What a segment can link to, besides content. */
typedef enum { QH_LINK_FRICTION, QH_LINK_REMARK, QH_LINK_PROMISE } QhLink;

/* Whether a segment that is there links to @record. */
gboolean qh_rule_is_linked (const QhFacts *facts, QhLink link, QhRecord *record);
/* Links @segment by @field to @record, if there is one with an id, and takes its title from @title.
 */
gboolean qh_rule_link (QhSegment *segment, const char *field, QhRecord *record, const char *title);
/* Links an opening that has no such link yet to @record; where there is none, adds one. Returns it,
 * borrowed. */
QhSegment *qh_rule_open_with (const QhFacts *facts, QhLink link, QhRecord *record,
                              const char *title);

/* The dearest of the client's frictions of at least @severity that are open or being fixed, and
 * that no segment links to; borrowed, NULL: there is none. */
QhFriction *qh_rule_find_friction (const QhFacts *facts, int severity);

/* Whether a modality can take up the sort of these words. */
gboolean qh_rule_remark_fits (QhRemark *remark, QhSegmentKind kind);
/* Whether the client has yet to hear from us that @friction went. */
gboolean qh_rule_is_untold (const QhFacts *facts, QhFriction *friction);
/* Whether a promise is past its day, neither kept nor broken, and no segment links to it. */
gboolean qh_rule_is_overdue (const QhFacts *facts, QhPromise *promise);
/* What is said to the client once @friction is gone: his words beside ours. */
char *qh_rule_say_changed (QhFriction *friction);

/* Which items a rule looks for. */
typedef enum {
  QH_ITEMS_ANY,
  QH_ITEMS_RARE, /* ours alone, or of a limited edition */
} QhItems;

/* The scarcest item of @modality (0: of any) that could be given to this client in this meeting,
 * and that the plan does not carry; borrowed, NULL: there is none. */
QhContent *qh_rule_find_content (const QhFacts *facts, int modality, QhItems which);

/* For sentences: "4 minutes", "30 seconds", "4:30 min". */
char *qh_rule_length (gint64 seconds);
/* “His words” (26 Nov). */
char *qh_rule_quote (const QhFacts *facts, QhRemark *remark);
/* @sentence after the client's own words, where a remark of his stands behind the access rule
 * @field. Both (transfer full). */
char *qh_rule_with_words (const QhFacts *facts, const char *field, char *sentence);

/* Whether @a was said after @b; an order that is the same in every arrangement. */
gboolean qh_remark_is_newer (QhRemark *a, QhRemark *b);

G_END_DECLS

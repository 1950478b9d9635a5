/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-cost.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* The quick line: one line of text that becomes a record. `f` friction (the default), `w` their
 * words, `p` promise, `c` contact log, `h` housekeeping; then text with tokens anywhere. */

typedef enum {
  QH_QUICK_KIND, /* the letter it begins with */
  QH_QUICK_CLIENT, /* @Ferris Dental, @"Ferris Dental", @Ferris/Sarah */
  QH_QUICK_TOUCHPOINT, /* #billing; a remark's theme or sort, a contact's channel */
  QH_QUICK_SEVERITY, /* !3 */
  QH_QUICK_MINUTES, /* 20min */
  QH_QUICK_TIMES, /* 2/week */
  QH_QUICK_WORDS, /* "their words" */
  QH_QUICK_OWNER, /* >Anne, >"Anne Weber" */
  QH_QUICK_DUE, /* by fri, by 2026-12-01 */
  QH_QUICK_RINGS, /* rings:2 */
  QH_QUICK_SOLVED, /* solved, unsolved */
} QhQuickKind;

/* A part of the line that is more than text. */
typedef struct {
  QhQuickKind kind;
  gsize start, end; /* bytes of the line */
  gboolean taken; /* whether it went into a field; else it stays in the text */
  gboolean missed; /* it was meant as a sign: a hint says why it stays in the text */
  char *label; /* what it means, for people; NULL when it was not taken */
} QhQuickToken;

typedef struct {
  QhRecord *record; /* ready to be saved */
  GPtrArray *tokens; /* QhQuickToken, in the order of the line; they do not overlap */
  GPtrArray *hints; /* char *: what was not understood, and why */
} QhQuickLine;

/* Reads @line (valid UTF-8). Nothing that was typed is left out: what is no token, or was not
 * understood, is in the record's text. Words without a client become a contact log entry, with a
 * hint. Whether the record can be saved is the store's to say. */
QhQuickLine *qh_quick_line_new (QhStore *store, const char *line);

/* The same where it is typed on a page of the client with the id @client (nullable): he is meant
 * where the line names nobody. */
QhQuickLine *qh_quick_line_new_about (QhStore *store, const char *line, const char *client);
void qh_quick_line_free (QhQuickLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhQuickLine, qh_quick_line_free)

/* Whether the line itself names its client. */
gboolean qh_quick_line_names_client (const QhQuickLine *line);

/* What will be saved, defaults and all: "Friction · Ferris Dental Group · Billing · slows: third
 * wrong invoice"; the text is cut where it is long. (transfer full) */
char *qh_quick_line_sentence (QhStore *store, const QhQuickLine *line);

/* "solved at first contact", "not solved at first contact" */
const char *qh_solved_label (gboolean solved);

G_END_DECLS

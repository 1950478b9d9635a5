/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-quick-line.h"

G_BEGIN_DECLS

/* A token as it was found, before anybody asked whether the record has a field for it. */
typedef struct {
  QhQuickKind kind;
  gsize start, end; /* bytes of the line */
  char *value; /* as the field reads it: "3", "104", "2026-12-04" */
  gsize name; /* QH_QUICK_CLIENT: the byte where the name begins */
} QhQuickFound;

/* The token that begins at byte @start of @line, the beginning of a word; FALSE when it is plain
 * text. Of a client only the sign is read: how far the name goes is known by the clients' names.
 * @today is the day by which `by fri` is read. */
gboolean qh_quick_find (const char *line, gsize start, const char *today, QhQuickFound *found);

/* Where the word that begins at @text ends: at white space or the end. */
gsize qh_quick_word_length (const char *text);

/* The text between quotes that begin at @text, straight or typographic, with the length it takes
 * with them; NULL when there are none or they do not end. */
char *qh_quick_read_quoted (const char *text, gsize *length);

G_END_DECLS

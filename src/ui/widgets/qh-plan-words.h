/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-block.h"

G_BEGIN_DECLS

/* What the drawings of a plan say to someone who does not see them. All (transfer full). */

/* "14 of 15 minutes" */
char *qh_minutes_caption (gint64 total, gint64 limit);

/* "Score 88, 14 of 15 minutes; Open 1, Escape 4, …"; a @score below 0 is left out. */
char *qh_dial_description (const QhBlock *blocks, guint n_blocks, gint64 limit, int score);

/* "Wrong invoices, Escape, 4 minutes, 2 of 5"; @position counts from 0. */
char *qh_block_description (const QhBlock *block, guint position, guint n_blocks);

/* A length in full words: "4 minutes", "4 minutes 30 seconds", "30 seconds". */
char *qh_length_words (gint64 seconds);

G_END_DECLS

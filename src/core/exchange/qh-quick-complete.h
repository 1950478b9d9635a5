/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-quick-line.h"

G_BEGIN_DECLS

/* What a sign that is being typed may become. */
typedef struct {
  char *label; /* for people: "Ferris Dental Group" */
  char *detail; /* more of it: the industry, the title; NULL: nothing */
  char *text; /* what takes the place of what was typed; read back, it means just this */
  char *client; /* the client's id where no text says which: two have this name; else NULL */
} QhQuickOffer;

/* What the sign in @line behind whose beginning the cursor stands, at byte @cursor, may be: clients
 * and the people there for @, touchpoints (themes, channels) for #. The text of an offer takes the
 * place of the bytes from @start to @cursor. Empty when nothing is being typed, or it is complete.
 * (QhQuickOffer, transfer full) */
GPtrArray *qh_quick_complete (QhStore *store, const char *line, gsize cursor, gsize *start);

G_END_DECLS

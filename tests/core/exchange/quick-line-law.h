/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-quick-line.h"

G_BEGIN_DECLS

/* Thursday. */
#define QUICK_LINE_NOW "2026-11-26T10:00:00Z"

/* A store in memory with some clients whose names begin alike; it stands at QUICK_LINE_NOW. */
QhStore *quick_line_store_new (void);

/* What holds of every line: no character disappears, tokens lie in order, whatever is read can be
 * saved, and what is offered while it is typed is text. Ends the program where it does not. */
void quick_line_check (QhStore *store, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-bulk.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* How far a long work is, which may be a thread's: it is told, and while the bar is on the screen
 * it looks now and then at what it was told. */
#define QH_TYPE_WATCH_BAR (qh_watch_bar_get_type ())
G_DECLARE_FINAL_TYPE (QhWatchBar, qh_watch_bar, QH, WATCH_BAR, AdwBin)

/* Begins anew. What the work is to be watched by, from any thread: the bar has to live until it is
 * over. */
QhWatch qh_watch_bar_watch (QhWatchBar *self, GCancellable *cancellable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The header bar of every page: back where there is a way back, undo and redo, title and subtitle,
 * and what the page adds (children of type "start", "end" and "title" in a template).
 *
 * Properties: "store"; "title", "subtitle"; "subpage" (a page that was opened from another: always
 * has a way back); "narrow" (one thing at a time; follows the window). */
#define QH_TYPE_HEADER (qh_header_get_type ())
G_DECLARE_FINAL_TYPE (QhHeader, qh_header, QH, HEADER, AdwBin)

/* What remains of a layout of window buttons ("menu:minimize,close") when only the one that closes
 * is kept, on its side. (transfer full) */
char *qh_header_keep_close (const char *layout);

/* Where there is room for one thing only, a window needs no buttons but the one that closes it. */
void qh_header_show_window_buttons (AdwHeaderBar *bar, gboolean narrow);

G_END_DECLS

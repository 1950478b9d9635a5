/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  QH_RUN_ROOM_WIDE,
  QH_RUN_ROOM_HIGH,
  QH_RUN_ROOM_SMALL, /* a window that lies beside others */
} QhRunRoom;

/* A dial and words: beside each other where it is wide, the dial above where it is high. Both take
 * what there is; neither holds its window large.
 *
 * Property "room" (QhRunRoom): as it was last laid out; told once that is over. */
#define QH_TYPE_RUN_LAYOUT (qh_run_layout_get_type ())
G_DECLARE_FINAL_TYPE (QhRunLayout, qh_run_layout, QH, RUN_LAYOUT, GtkLayoutManager)

/* How much room a page of this size has. */
QhRunRoom qh_run_room (int width, int height);

/* Where both stand in a page of this size; without a @dial the words have it all. */
void qh_run_places (int width, int height, gboolean with_dial, GdkRectangle *dial,
                    GdkRectangle *words);

G_END_DECLS

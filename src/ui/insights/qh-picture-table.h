/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A picture's numbers as a table. What a row is about is opened by a double click or Enter.
 *
 * Signal "open" (uint): the row of that number was. */
#define QH_TYPE_PICTURE_TABLE (qh_picture_table_get_type ())
G_DECLARE_FINAL_TYPE (QhPictureTable, qh_picture_table, QH, PICTURE_TABLE, AdwBin)

/* Rows that say the same as before stay as they are. */
void qh_picture_table_show (QhPictureTable *self, const QhPicture *picture, const char *currency);

G_END_DECLS

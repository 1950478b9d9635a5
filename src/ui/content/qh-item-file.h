/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/qh-item-part.h"

G_BEGIN_DECLS

/* The file of an item: chosen or dropped here, copied into the store's folder with progress and a
 * way to cancel, opened with the desktop's program; its loss or change is said.
 *
 * Actions: file.attach, file.open, file.remove, file.cancel. */
#define QH_TYPE_ITEM_FILE (qh_item_file_get_type ())
G_DECLARE_FINAL_TYPE (QhItemFile, qh_item_file, QH, ITEM_FILE, QhItemPart)

/* Copies @path in and attaches it; told when it is done. */
void qh_item_file_attach (QhItemFile *self, const char *path);

G_END_DECLS

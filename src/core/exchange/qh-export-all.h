/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-bulk.h"

G_BEGIN_DECLS

/* The whole store, or what is of one client, for other programs. */

typedef enum {
  QH_EXPORT_CSV, /* a folder with a file for every entity */
  QH_EXPORT_JSON, /* everything, lossless: qh-store-json.h */
  QH_EXPORT_VCARD_4,
  QH_EXPORT_VCARD_3,
  QH_EXPORT_CALENDAR, /* the meetings that have a day */
} QhExportFormat;

/* Writes the file (or folder) @path. @client (nullable, an id) chooses what is his, for vCards and
 * calendars. Each file is whole or not there at all. */
gboolean qh_export_all (QhStore *store, QhExportFormat format, const char *client, const char *path,
                        const QhWatch *watch, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A file from elsewhere, before and after it is taken in: what it would bring is tried first, and
 * asked where it is not clear; then it comes in as one change, and is told.
 *
 * Properties: "store"; "subtitle", the file's name. */
#define QH_TYPE_IMPORT_PAGE (qh_import_page_get_type ())
G_DECLARE_FINAL_TYPE (QhImportPage, qh_import_page, QH, IMPORT_PAGE, AdwBin)

GtkWidget *qh_import_page_new (QhStore *store, const char *path);

/* What the page of @path is called on the deck. (transfer full) */
char *qh_import_page_name (const char *path);

G_END_DECLS

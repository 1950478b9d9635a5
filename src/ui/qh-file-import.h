/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Imports @file in one change, and says on the window of @widget what came of it, with Undo. A
 * transfer file is shown and asked about first. */
void qh_file_import (GtkWidget *widget, QhStore *store, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"

G_BEGIN_DECLS

/* Takes in every plan file of @folder: read and checked in a thread, kept in portions in the thread
 * that asks, whose main loop goes on meanwhile. A file that cannot be used is left out, with the
 * reason. Thousands of files would push everything else off the undo list, so none of it is a step
 * of undo; to cancel keeps what is in, and the next time goes on from there. */
void qh_plan_folder_import_async (QhStore *store, const char *folder, const QhWatch *watch,
                                  GAsyncReadyCallback callback, gpointer data);
/* QH_ERROR_NOT_FOUND or QH_ERROR_INVALID where the folder cannot be read; QH_ERROR_CANCELLED. */
QhImportReport *qh_plan_folder_import_finish (GAsyncResult *result, GError **error);

/* The same, waited for; inside a change, it is part of that. */
QhImportReport *qh_plan_folder_import (QhStore *store, const char *folder, const QhWatch *watch,
                                       GError **error);

G_END_DECLS

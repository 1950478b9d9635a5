/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what is promised, to whom, by whom and by when, and opens what was made. */
#define QH_TYPE_NEW_PROMISE_DIALOG (qh_new_promise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhNewPromiseDialog, qh_new_promise_dialog, QH, NEW_PROMISE_DIALOG, AdwWindow)

GtkWindow *qh_new_promise_dialog_new (GtkWindow *parent, QhStore *store);

G_END_DECLS

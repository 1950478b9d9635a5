/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  QH_PROMISE_STEP_KEEP,
  QH_PROMISE_STEP_BREAK,
  QH_PROMISE_STEP_MOVE,
  QH_PROMISE_STEP_WITHDRAW,
} QhPromiseStep;

/* Asks for what has to be known before a promise is kept, broken, moved or withdrawn. */
#define QH_TYPE_PROMISE_DIALOG (qh_promise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhPromiseDialog, qh_promise_dialog, QH, PROMISE_DIALOG, AdwWindow)

GtkWindow *qh_promise_dialog_new (GtkWindow *parent, QhStore *store, QhPromise *promise,
                                  QhPromiseStep step);

G_END_DECLS

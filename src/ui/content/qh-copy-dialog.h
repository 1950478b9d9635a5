/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is done with a copy by hand. */
typedef enum {
  QH_DEED_RESERVE,
  QH_DEED_DELIVER,
  QH_DEED_RELEASE,
  QH_DEED_RETURN,
  QH_DEED_EDITION, /* another size of the edition */
  QH_DEED_WAIT, /* onto the waiting list */
  QH_DEED_CORRECT, /* a line is taken back */
  QH_DEED_REACTION, /* how a delivery was taken */
} QhDeed;

/* Asks what a deed needs to be told (whom, why, how he took it) and does it; what the ledger
 * refuses is said in the dialog, which stays. */
#define QH_TYPE_COPY_DIALOG (qh_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhCopyDialog, qh_copy_dialog, QH, COPY_DIALOG, AdwWindow)

/* @number: of the copy it is about, QH_NONE: any; @client: the id of whom it is about, NULL: asked
 * for. */
GtkWindow *qh_copy_dialog_new (GtkWindow *parent, QhStore *store, QhContent *item, QhDeed deed,
                               gint64 number, const char *client);

/* About a line of the ledger: correct or reaction. */
GtkWindow *qh_copy_dialog_new_for_line (GtkWindow *parent, QhStore *store, QhContent *item,
                                        QhDeed deed, QhMovement *line);

G_END_DECLS

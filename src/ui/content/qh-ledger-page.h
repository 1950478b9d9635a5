/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The whole ledger of one item, newest first, in a list that is a window over the store.
 *
 * Properties: "store"; "item". Actions, about what is chosen in the list: ledger.open (the client),
 * ledger.reaction, ledger.correct. */
#define QH_TYPE_LEDGER_PAGE (qh_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (QhLedgerPage, qh_ledger_page, QH, LEDGER_PAGE, AdwBin)

GtkWidget *qh_ledger_page_new (QhStore *store, QhContent *item);

G_END_DECLS

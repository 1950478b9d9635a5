/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-pips.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Who has a copy of an item. */
typedef struct {
  gint64 number; /* of the copy; QH_NONE: of an item without numbers */
  gint64 copies;
  QhPip pip; /* reserved, given or away */
  char *client; /* id; NULL: he is gone, or a colleague has it */
  char *name;
  char *meeting; /* id, or NULL */
  gint64 at; /* since when */
} QhHolder;

/* At most @max of them, by number (without numbers: those given last first). (QhHolder, transfer
 * full) */
GPtrArray *qh_holders_read (QhStore *store, QhContent *item, guint max);

/* "Copy 4 · given Thursday 3 May" (transfer full) */
char *qh_holder_label (const QhHolder *holder, gint64 now);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A line of the ledger: appended, never edited. */
QH_DECLARE_RECORD (QhMovement, qh_movement, MOVEMENT)

struct _QhMovement {
  QhRecord parent_instance;

  char *content; /* id of a content */
  int kind; /* QhMovementKind */
  char *client; /* id of a client */
  char *contact; /* id of a contact */
  char *meeting; /* id of a meeting */
  gint64 copies;
  gint64 number;
  gint64 at; /* instant */
  char *reason;
  gint64 reaction;
  char *opened;
  char *transfer;
};

G_END_DECLS

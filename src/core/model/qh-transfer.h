/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A transfer file that was written or read here; its id is the file's. */
QH_DECLARE_RECORD (QhTransfer, qh_transfer, TRANSFER)

struct _QhTransfer {
  QhRecord parent_instance;

  int direction; /* QhTransferDirection */
  char *content; /* id of a content */
  char *person; /* to whom, or from whom */
  char *address; /* the code of his device */
  gint64 at; /* instant */
  int state; /* QhTransferState */
  gint64 recalled; /* instant; QH_NONE: not called back */
  char *digest;
  char *bytes; /* of the file: the give, or of what was refused the recall */
};

G_END_DECLS

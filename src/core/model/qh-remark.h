/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* Something a contact said, word for word. */
QH_DECLARE_RECORD (QhRemark, qh_remark, REMARK)

struct _QhRemark {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *contact; /* id of a contact */
  char *said; /* date */
  char *words;
  int theme; /* QhRemarkTheme */
  int sort; /* QhRemarkSort */
  char *answer;
  char *meeting; /* id of a meeting */
};

G_END_DECLS

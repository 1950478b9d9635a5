/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A further client who shares a friction. */
QH_DECLARE_RECORD (QhFrictionClient, qh_friction_client, FRICTION_CLIENT)

struct _QhFrictionClient {
  QhRecord parent_instance;

  char *friction; /* id of a friction */
  char *client; /* id of a client */
};

G_END_DECLS

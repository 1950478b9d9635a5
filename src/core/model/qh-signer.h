/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"

G_BEGIN_DECLS

/* Whose seal is on what came from elsewhere: a person's store, by its key. */
QH_DECLARE_RECORD (QhSigner, qh_signer, SIGNER)

struct _QhSigner {
  QhRecord parent_instance;

  char *name; /* as the first file said */
  char *device_id;
  char *public_key; /* Ed25519, base64 */
  gint64 trusted; /* instant; QH_NONE: seen, but not trusted */
  gint64 first_seen; /* instant */
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-transfer.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_ENUM (QhTransfer, direction, N_ ("Direction"), QH_FIELD_REQUIRED,
                 qh_transfer_direction_values, 0),
  QH_FIELD_REFERENCE (QhTransfer, content, N_ ("Content"), 0, "content"),
  QH_FIELD_TEXT (QhTransfer, person, N_ ("Person"), 0),
  QH_FIELD_TEXT (QhTransfer, address, N_ ("Device code"), 0),
  QH_FIELD_INSTANT (QhTransfer, at, N_ ("At"), QH_FIELD_REQUIRED),
  QH_FIELD_ENUM (QhTransfer, state, N_ ("State"), QH_FIELD_REQUIRED, qh_transfer_state_values,
                 QH_TRANSFER_STATE_OPEN),
  QH_FIELD_INSTANT (QhTransfer, recalled, N_ ("Called back"), 0),
  QH_FIELD_TEXT (QhTransfer, digest, N_ ("Digest"), 0),
  QH_FIELD_TEXT (QhTransfer, bytes, N_ ("Bytes"), QH_FIELD_VERBATIM),
};

QH_DEFINE_RECORD (QhTransfer, qh_transfer, "transfer", "transfers", N_ ("Transfer"), NULL, fields,
                  NULL)

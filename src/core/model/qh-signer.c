/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-signer.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_TEXT (QhSigner, name, N_ ("Name"), QH_FIELD_REQUIRED),
  QH_FIELD_TEXT (QhSigner, device_id, N_ ("Device"), 0),
  QH_FIELD_TEXT (QhSigner, public_key, N_ ("Public key"), QH_FIELD_REQUIRED),
  QH_FIELD_INSTANT (QhSigner, trusted, N_ ("Trusted since"), 0),
  QH_FIELD_INSTANT (QhSigner, first_seen, N_ ("First seen"), 0),
};

QH_DEFINE_RECORD (QhSigner, qh_signer, "signer", "signers", N_ ("Signer"), "name", fields, NULL)

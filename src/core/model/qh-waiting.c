/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-waiting.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhWaiting, content, N_ ("Content"), QH_FIELD_REQUIRED, "content"),
  QH_FIELD_REFERENCE (QhWaiting, client, N_ ("Client"), QH_FIELD_REQUIRED, "client"),
  QH_FIELD_INSTANT (QhWaiting, since, N_ ("Since"), QH_FIELD_REQUIRED),
};

QH_DEFINE_RECORD (QhWaiting, qh_waiting, "waiting", "waiting", N_ ("Waiting"), NULL, fields, NULL)

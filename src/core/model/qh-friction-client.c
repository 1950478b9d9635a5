/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-friction-client.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhFrictionClient, friction, N_ ("Friction"), QH_FIELD_REQUIRED, "friction"),
  QH_FIELD_REFERENCE (QhFrictionClient, client, N_ ("Client"), QH_FIELD_REQUIRED, "client"),
};

QH_DEFINE_RECORD (QhFrictionClient, qh_friction_client, "friction_client", "friction_clients",
                  N_ ("Friction shared"), NULL, fields, NULL)

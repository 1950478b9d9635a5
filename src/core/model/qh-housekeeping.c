/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-housekeeping.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhHousekeeping, client, N_ ("Client"), 0, "client"),
  QH_FIELD_TEXT (QhHousekeeping, task, N_ ("Task"), QH_FIELD_REQUIRED),
  QH_FIELD_INTEGER (QhHousekeeping, minutes, N_ ("Minutes a month"), 0, 0, 44640, QH_NONE),
  QH_FIELD_ENUM (QhHousekeeping, moved_to, N_ ("Moved to"), 0, qh_housekeeping_target_values, 0),
  QH_FIELD_ENUM (QhHousekeeping, status, N_ ("Status"), 0, qh_housekeeping_status_values,
                 QH_HOUSEKEEPING_STATUS_IN_MEETINGS),
};

QH_DEFINE_RECORD (QhHousekeeping, qh_housekeeping, "housekeeping", "housekeeping",
                  N_ ("Housekeeping"), "task", fields, NULL)

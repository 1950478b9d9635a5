/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-movement.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhMovement, content, N_ ("Content"), QH_FIELD_REQUIRED, "content"),
  QH_FIELD_ENUM (QhMovement, kind, N_ ("Kind"), QH_FIELD_REQUIRED, qh_movement_kind_values, 0),
  QH_FIELD_REFERENCE (QhMovement, client, N_ ("Client"), 0, "client"),
  QH_FIELD_REFERENCE (QhMovement, contact, N_ ("Contact"), 0, "contact"),
  QH_FIELD_REFERENCE (QhMovement, meeting, N_ ("Meeting"), 0, "meeting"),
  QH_FIELD_INTEGER (QhMovement, copies, N_ ("Copies"), QH_FIELD_REQUIRED, -1000000, 1000000, 1),
  QH_FIELD_INTEGER (QhMovement, number, N_ ("Copy number"), 0, 1, 1000000, QH_NONE),
  QH_FIELD_INSTANT (QhMovement, at, N_ ("At"), QH_FIELD_REQUIRED),
  QH_FIELD_TEXT (QhMovement, reason, N_ ("Reason"), 0),
  QH_FIELD_INTEGER (QhMovement, reaction, N_ ("Reaction"), 0, 1, 5, QH_NONE),
  QH_FIELD_TEXT (QhMovement, opened, N_ ("What it led to"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhMovement, transfer, N_ ("Transfer"), 0),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhMovement *self = QH_MOVEMENT (record);
  gboolean adjusts = self->kind == QH_MOVEMENT_KIND_ADJUST;

  if (!adjusts && self->copies < 1) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("copies: expected at least 1, got %" PRId64),
                 self->copies);
    return FALSE;
  }
  if (adjusts && self->reason == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("reason: an adjustment of the edition needs one"));
    return FALSE;
  }
  return TRUE;
}

QH_DEFINE_RECORD (QhMovement, qh_movement, "movement", "movements", N_ ("Movement"), NULL, fields,
                  check)

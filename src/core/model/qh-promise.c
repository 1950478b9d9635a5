/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-promise.h"
#include "model/qh-dates.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhPromise, client, N_ ("Client"), 0, "client"),
  QH_FIELD_REFERENCE (QhPromise, contact, N_ ("Contact"), 0, "contact"),
  QH_FIELD_TEXT (QhPromise, what, N_ ("What"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhPromise, made_by, N_ ("Made by"), 0, qh_promise_maker_values,
                 QH_PROMISE_MAKER_SALES),
  QH_FIELD_TEXT (QhPromise, person, N_ ("Person"), 0),
  QH_FIELD_DATE (QhPromise, made, N_ ("Made"), QH_FIELD_REQUIRED),
  QH_FIELD_DATE (QhPromise, due, N_ ("Due"), 0),
  QH_FIELD_ENUM (QhPromise, status, N_ ("Status"), QH_FIELD_REQUIRED, qh_promise_status_values,
                 QH_PROMISE_STATUS_OPEN),
  QH_FIELD_DATE (QhPromise, kept, N_ ("Kept"), 0),
  QH_FIELD_DATE (QhPromise, broken, N_ ("Broken"), 0),
  QH_FIELD_INTEGER (QhPromise, moves, N_ ("Moves"), 0, 0, 1000, 0),
  QH_FIELD_DATE (QhPromise, moved_from, N_ ("Moved from"), 0),
  QH_FIELD_BOOLEAN (QhPromise, consent, N_ ("The client agreed")),
  QH_FIELD_TEXT (QhPromise, reason, N_ ("Why it broke"), 0),
  QH_FIELD_BOOLEAN (QhPromise, public, N_ ("Public")),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhPromise *self = QH_PROMISE (record);

  return qh_dates_check ("due", self->made, self->due, error) &&
         qh_dates_check ("kept", self->made, self->kept, error) &&
         qh_dates_check ("broken", self->made, self->broken, error);
}

QH_DEFINE_RECORD (QhPromise, qh_promise, "promise", "promises", N_ ("Promise"), "what", fields,
                  check)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-contact-log.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhContactLog, client, N_ ("Client"), 0, "client"),
  QH_FIELD_REFERENCE (QhContactLog, contact, N_ ("Contact"), 0, "contact"),
  QH_FIELD_INSTANT (QhContactLog, at, N_ ("At"), QH_FIELD_REQUIRED),
  QH_FIELD_ENUM (QhContactLog, channel, N_ ("Channel"), 0, qh_contact_channel_values,
                 QH_CONTACT_CHANNEL_PHONE),
  QH_FIELD_INTEGER (QhContactLog, rings, N_ ("Rings"), 0, 0, 99, QH_NONE),
  QH_FIELD_TEXT (QhContactLog, answered_by, N_ ("Answered by"), 0),
  QH_FIELD_TEXT (QhContactLog, words, N_ ("Words"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhContactLog, wanted, N_ ("Wanted"), 0),
  QH_FIELD_INTEGER (QhContactLog, minutes, N_ ("Minutes"), 0, 0, 1440, QH_NONE),
  QH_FIELD_ENUM (QhContactLog, solved, N_ ("Solved at first contact"), 0, qh_solved_values, 0),
  QH_FIELD_BOOLEAN (QhContactLog, failure, N_ ("Would not have been needed")),
  QH_FIELD_TEXT (QhContactLog, upgraded_to, N_ ("Upgraded to"), 0),
  QH_FIELD_TEXT (QhContactLog, upgrade_answer, N_ ("What he learned"), 0),
  QH_FIELD_TEXT (QhContactLog, upgrade_change, N_ ("What changes"), 0),
  QH_FIELD_TEXT (QhContactLog, upgrade_told, N_ ("Who told the client"), 0),
  QH_FIELD_TEXT (QhContactLog, learned, N_ ("What we learned"), QH_FIELD_SEARCHABLE),
  QH_FIELD_INTEGER (QhContactLog, value, N_ ("Value in the client's eyes"), 0, -2, 2, QH_NONE),
};

/* An upgrade closes when the client is told, and then there is something to tell: what he to whom
 * it went has learned, and what changes. */
static gboolean
check (QhRecord *record, GError **error)
{
  QhContactLog *self = QH_CONTACT_LOG (record);
  const char *missing = self->upgraded_to == NULL      ? "upgraded_to"
                        : self->upgrade_answer == NULL ? "upgrade_answer"
                        : self->upgrade_change == NULL ? "upgrade_change"
                                                       : NULL;

  if (self->upgrade_told == NULL || missing == NULL)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               /* Translators: names of fields */
               _ ("upgrade_told: an upgrade closes with what he learned, what changes and who told "
                  "the client; %s is missing"),
               missing);
  return FALSE;
}

QH_DEFINE_RECORD (QhContactLog, qh_contact_log, "contact_log", "contact_logs",
                  N_ ("Contact log entry"), "words", fields, check)

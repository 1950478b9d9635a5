/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-contact.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhContact, client, N_ ("Client"), QH_FIELD_REQUIRED, "client"),
  QH_FIELD_TEXT (QhContact, name, N_ ("Name"),
                 QH_FIELD_REQUIRED | QH_FIELD_PERSONAL | QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhContact, role, N_ ("Role"), 0, qh_contact_role_values, 0),
  QH_FIELD_TEXT (QhContact, title, N_ ("Title"), 0),
  QH_FIELD_TEXT (QhContact, email, N_ ("Mail"), QH_FIELD_PERSONAL | QH_FIELD_EMAIL),
  QH_FIELD_TEXT (QhContact, phone, N_ ("Phone"), QH_FIELD_PERSONAL),
  QH_FIELD_TEXT (QhContact, notes, N_ ("Notes"), QH_FIELD_PERSONAL | QH_FIELD_PRIVATE),
  QH_FIELD_TEXT (QhContact, uid, N_ ("vCard UID"), 0),
};

QH_DEFINE_RECORD (QhContact, qh_contact, "contact", "contacts", N_ ("Contact"), "name", fields,
                  NULL)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-client.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_TEXT (QhClient, name, N_ ("Name"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhClient, industry, N_ ("Industry"), 0),
  QH_FIELD_TEXT (QhClient, territory, N_ ("Territory"), 0),
  QH_FIELD_TEXT (QhClient, address, N_ ("Address"), QH_FIELD_PERSONAL),
  QH_FIELD_TEXT (QhClient, phone, N_ ("Phone"), QH_FIELD_PERSONAL),
  QH_FIELD_TEXT (QhClient, website, N_ ("Website"), 0),
  QH_FIELD_INTEGER (QhClient, yearly_value, N_ ("Yearly value"), QH_FIELD_MONEY, 0, QH_MONEY_MAX,
                    QH_NONE),
  QH_FIELD_TEXT (QhClient, value_proposition, N_ ("Value proposition"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhClient, competitors, N_ ("Competitors"), 0),
  QH_FIELD_TEXT (QhClient, notes, N_ ("Notes"), QH_FIELD_SEARCHABLE | QH_FIELD_PRIVATE),
  QH_FIELD_INTEGER (QhClient, minutes_limit, N_ ("Minutes he gives"), 0, 1, 480, 15),
  QH_FIELD_BOOLEAN (QhClient, no_phone, N_ ("No phone")),
  QH_FIELD_BOOLEAN (QhClient, no_print, N_ ("No print")),
  QH_FIELD_BOOLEAN (QhClient, no_cold_mail, N_ ("No cold mail")),
  QH_FIELD_BOOLEAN (QhClient, orders_online, N_ ("Orders online")),
  QH_FIELD_TEXT (QhClient, gatekeeper, N_ ("Gatekeeper"), QH_FIELD_PERSONAL),
};

QH_DEFINE_RECORD (QhClient, qh_client, "client", "clients", N_ ("Client"), "name", fields, NULL)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* An organisation, with the access rules that say how we may approach it. */
QH_DECLARE_RECORD (QhClient, qh_client, CLIENT)

struct _QhClient {
  QhRecord parent_instance;

  char *name;
  char *industry;
  char *territory;
  char *address;
  char *phone;
  char *website;
  gint64 yearly_value;
  char *value_proposition;
  char *competitors;
  char *notes;
  gint64 minutes_limit;
  gboolean no_phone;
  gboolean no_print;
  gboolean no_cold_mail;
  gboolean orders_online;
  char *gatekeeper;
};

G_END_DECLS

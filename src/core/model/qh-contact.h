/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A person at a client. */
QH_DECLARE_RECORD (QhContact, qh_contact, CONTACT)

struct _QhContact {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *name;
  int role; /* QhContactRole */
  char *title;
  char *email;
  char *phone;
  char *notes;
  char *uid;
};

G_END_DECLS

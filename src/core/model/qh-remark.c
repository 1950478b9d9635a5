/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-remark.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhRemark, client, N_ ("Client"), QH_FIELD_REQUIRED, "client"),
  QH_FIELD_REFERENCE (QhRemark, contact, N_ ("Contact"), 0, "contact"),
  QH_FIELD_DATE (QhRemark, said, N_ ("Said on"), QH_FIELD_REQUIRED),
  QH_FIELD_TEXT (QhRemark, words, N_ ("Words"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhRemark, theme, N_ ("Theme"), 0, qh_remark_theme_values, 0),
  QH_FIELD_ENUM (QhRemark, sort, N_ ("Sort"), 0, qh_remark_sort_values, 0),
  QH_FIELD_TEXT (QhRemark, answer, N_ ("How we answer it"), QH_FIELD_SEARCHABLE),
  QH_FIELD_REFERENCE (QhRemark, meeting, N_ ("Said in"), 0, "meeting"),
};

QH_DEFINE_RECORD (QhRemark, qh_remark, "remark", "remarks", N_ ("Remark"), "words", fields, NULL)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-content.h"
#include "model/qh-dates.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_TEXT (QhContent, title, N_ ("Title"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhContent, kind, N_ ("Kind"), 0, qh_content_kind_values, QH_CONTENT_KIND_OTHER),
  QH_FIELD_ENUM (QhContent, modality, N_ ("Modality"), 0, qh_modality_values, QH_MODALITY_EDUCATE),
  QH_FIELD_TEXT (QhContent, summary, N_ ("Summary"), QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhContent, rarity, N_ ("Rarity"), 0, qh_rarity_values, QH_RARITY_COMMON),
  QH_FIELD_TEXT (QhContent, evidence, N_ ("Evidence"), 0),
  QH_FIELD_DATE (QhContent, checked, N_ ("Checked"), 0),
  QH_FIELD_DATE (QhContent, recheck, N_ ("Check again"), 0),
  QH_FIELD_INTEGER (QhContent, edition, N_ ("Size of the edition"), 0, 1, 1000000, QH_NONE),
  QH_FIELD_INTEGER (QhContent, per_client, N_ ("Copies per client"), 0, 1, 1000000, 1),
  QH_FIELD_DATE (QhContent, available_from, N_ ("Available from"), 0),
  QH_FIELD_DATE (QhContent, available_until, N_ ("Available until"), 0),
  QH_FIELD_TEXT (QhContent, file, N_ ("File"), QH_FIELD_AUTOMATIC),
  QH_FIELD_BOOLEAN (QhContent, retired, N_ ("Retired")),
  QH_FIELD_TEXT (QhContent, issuer, N_ ("Issued by"), QH_FIELD_AUTOMATIC),
  QH_FIELD_TEXT (QhContent, file_name, N_ ("Name of the file"), QH_FIELD_AUTOMATIC),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhContent *self = QH_CONTENT (record);

  return qh_dates_check ("available_until", self->available_from, self->available_until, error) &&
         qh_dates_check ("recheck", self->checked, self->recheck, error);
}

QH_DEFINE_RECORD (QhContent, qh_content, "content", "content", N_ ("Content item"), "title", fields,
                  check)

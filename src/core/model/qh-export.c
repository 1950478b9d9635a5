/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-export.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhExport, meeting, N_ ("Meeting"), QH_FIELD_REQUIRED, "meeting"),
  QH_FIELD_INTEGER (QhExport, revision, N_ ("Revision"), 0, 0, G_MAXINT32, 0),
  QH_FIELD_ENUM (QhExport, edition, N_ ("Edition"), 0, qh_edition_values, QH_EDITION_FULL),
  QH_FIELD_TEXT (QhExport, digest, N_ ("Digest"), 0),
  QH_FIELD_INSTANT (QhExport, exported, N_ ("Exported"), 0),
  QH_FIELD_TEXT (QhExport, bytes, N_ ("Bytes"), QH_FIELD_VERBATIM),
};

QH_DEFINE_RECORD (QhExport, qh_export, "export", "exports", N_ ("Export"), NULL, fields, NULL)

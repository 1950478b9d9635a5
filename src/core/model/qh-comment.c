/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-comment.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhComment, review, N_ ("Review"), QH_FIELD_REQUIRED, "review"),
  QH_FIELD_REFERENCE (QhComment, segment, N_ ("Segment"), 0, "segment"),
  QH_FIELD_TEXT (QhComment, field, N_ ("Field"), 0),
  QH_FIELD_TEXT (QhComment, text, N_ ("Text"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_BOOLEAN (QhComment, done, N_ ("Done")),
};

QH_DEFINE_RECORD (QhComment, qh_comment, "comment", "comments", N_ ("Comment"), "text", fields,
                  NULL)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  QH_JSON_NULLS = 1 << 0, /* write what has no value as null, instead of leaving it out */
  QH_JSON_NO_PRIVATE = 1 << 1, /* leave private fields out */
} QhJsonFlags;

/* An object with the field names of the table. (transfer full) */
JsonObject *qh_record_to_json (QhRecord *record, QhJsonFlags flags);

/* Reads every member that the table knows, with its checks (qh_record_check included); the others
 * are ignored. @where names the place for errors ("segments[3]"). */
gboolean qh_record_read_json (QhRecord *record, JsonObject *object, const char *where,
                              GError **error);

/* Whether @json nests no more than @depth objects and arrays. To be asked before it is parsed:
 * json-glib recurses. */
gboolean qh_json_is_shallow (const char *json, gsize length, int depth);

G_END_DECLS

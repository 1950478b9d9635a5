/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a file from elsewhere may hold at the most (formats.md). */
#define QH_JSON_MAX_BYTES (16 * 1024 * 1024)
#define QH_JSON_MAX_DEPTH 32
#define QH_JSON_MAX_STRING 65536 /* bytes */
#define QH_JSON_MAX_ENTRIES 10000 /* of one array */

/* Parses JSON from elsewhere. The limits are checked before the parser sees a byte: json-glib
 * overflows the stack on deep nesting. Errors: QH_ERROR_INVALID, with the place. */
JsonNode *qh_json_read (GBytes *bytes, GError **error);

/* The same, for a record whose texts may be longer. */
JsonNode *qh_json_read_long (GBytes *bytes, gsize max_string, GError **error);

/* The text of @object's member, borrowed; NULL where there is none or it is no text. */
const char *qh_json_text (JsonObject *object, const char *name);

/* Sets the member where there is a @text (nullable). */
void qh_json_set_text (JsonObject *object, const char *name, const char *text);

G_END_DECLS

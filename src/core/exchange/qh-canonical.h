/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Writes JSON so that the same values give the same bytes: the canonical form of RFC 8785 (members
 * sorted by UTF-16 code units, numbers as ECMAScript writes them), or with @indent the same with
 * two spaces a level and a line feed at the end, for files that people open. */
char *qh_canonical_write (JsonNode *node, gboolean indent);

/* `sha256:` and hex over the canonical form of @object without its members `digest` and
 * `signature`. */
char *qh_canonical_digest (JsonObject *object);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-access-table.h"
#include "design/qh-phrases.h"

G_BEGIN_DECLS

/* The tables of access patterns, one a language (QhAccessTable), borrowed. */
GPtrArray *qh_phrases_access (QhPhrases *phrases);

G_END_DECLS

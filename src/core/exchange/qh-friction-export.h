/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-meeting-export.h"
#include "paper/qh-brief-page.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Whether a friction can be written as @format: pdf, html or md. */
gboolean qh_format_is_brief (QhFormat format);

/* `Third wrong invoice since June.pdf`: a name that every file system takes. */
char *qh_brief_file_name (QhFriction *friction, QhFormat format);

/* A friction with all that its brief says, ready to be printed, shown or written: `sheet` is what
 * the painters take, the rest is what it borrows. NULL when there is no brief in @edition, and when
 * the store could not be read. */
typedef struct _QhBriefFacts QhBriefFacts;
QhBriefFacts *qh_brief_facts_new (QhStore *store, QhFriction *friction, int edition,
                                  GError **error);
void qh_brief_facts_free (QhBriefFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBriefFacts, qh_brief_facts_free)
const QhBriefSheet *qh_brief_facts_get_sheet (QhBriefFacts *facts);

GBytes *qh_brief_write (const QhBriefSheet *sheet, QhFormat format, GError **error);

/* Writes @path whole or not at all. */
gboolean qh_export_friction (QhStore *store, QhFriction *friction, QhFormat format, int edition,
                             const char *path, GError **error);

G_END_DECLS

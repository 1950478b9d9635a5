/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-brief.h"
#include "paper/qh-handout.h"

G_BEGIN_DECLS

/* One self-contained page: no script, no external request, inline SVG, all text escaped; readable
 * on a phone, in the dark and in print. */
char *qh_handout_to_html (const QhHandout *handout);

/* A heading per segment, a table of times, promises as a task list; every text escaped. */
char *qh_handout_to_markdown (const QhHandout *handout);

/* Plain text in lines, as one puts it into a mail. */
char *qh_handout_to_text (const QhHandout *handout);

/* The escalation brief, likewise. */
char *qh_brief_to_html (const QhBrief *brief);
char *qh_brief_to_markdown (const QhBrief *brief);

G_END_DECLS

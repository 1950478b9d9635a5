/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-page.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

typedef enum {
  QH_FORMAT_PDF,
  QH_FORMAT_HTML,
  QH_FORMAT_MARKDOWN,
  QH_FORMAT_PNG,
  QH_FORMAT_SVG,
  QH_FORMAT_PLAN,
} QhFormat;

/* "pdf", "html", "md", "png", "svg", "plan"; -1 for another name. */
int qh_format_from_name (const char *name);
const char *qh_format_name (QhFormat format);
/* "pdf" …, "qhplan" for a plan file. */
const char *qh_format_extension (QhFormat format);
/* `2026-11-26 Ferris Dental Group.pdf`: a name for the file that is safe everywhere. */
char *qh_export_file_name (QhStore *store, QhMeeting *meeting, QhFormat format);

/* Exports a meeting: gathers, reviews, settles revision and time of export (both repeat when the
 * content has not changed since), writes @path through a temporary file. */
gboolean qh_export_meeting (QhStore *store, const char *meeting, QhFormat format, int edition,
                            const char *path, GError **error);

/* The text of a sheet. */
char *qh_sheet_to_html (const QhSheet *sheet, GError **error);
char *qh_sheet_to_markdown (const QhSheet *sheet);

G_END_DECLS

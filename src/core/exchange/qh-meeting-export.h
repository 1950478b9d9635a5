/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-page.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

typedef enum {
  QH_FORMAT_PDF,
  QH_FORMAT_HTML,
  QH_FORMAT_MARKDOWN,
  QH_FORMAT_CALENDAR,
  QH_FORMAT_PNG,
  QH_FORMAT_SVG,
  QH_FORMAT_PLAN,
} QhFormat;
#define QH_N_FORMATS (QH_FORMAT_PLAN + 1)

/* "pdf", "html", "md", "ics", "png", "svg", "plan"; -1 for another name. */
int qh_format_from_name (const char *name);
const char *qh_format_name (QhFormat format);
/* Every name, comma-separated, for an error text. */
char *qh_format_names (void);
/* "pdf" …, "qhplan" for a plan file. */
const char *qh_format_extension (QhFormat format);
/* For people: "PDF", "Web page (HTML)" …, translated. */
const char *qh_format_label (QhFormat format);

/* Letters, digits and a few harmless signs of @text, as part of a file's name; everything else
 * becomes a space, and spaces do not repeat. NULL when nothing is left. */
char *qh_export_safe_name (const char *text);

/* `2026-11-26 Ferris Dental Group.pdf`: a name that every file system takes. @meeting's client is
 * looked up; what is missing is left out. */
char *qh_export_file_name (QhStore *store, QhMeeting *meeting, QhFormat format);

/* A meeting gathered and reviewed, ready to be printed, shown or written: `sheet` is what the
 * painters take, the rest is what it borrows. Its revision and time of export are those of the last
 * export where nothing has changed since, else the next ones. */
typedef struct {
  QhSheet sheet;
  QhContext *context;
  QhDesignReview *review;
  char *author, *device_id, *currency;
  char *content_digest; /* of all that it says (qh_plan_file_content_digest) */
} QhExportSheet;

QhExportSheet *qh_export_sheet_new (QhStore *store, const char *meeting, int edition,
                                    GError **error);
void qh_export_sheet_free (QhExportSheet *prepared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhExportSheet, qh_export_sheet_free)

/* The bytes of @sheet in @format. */
GBytes *qh_sheet_write (const QhSheet *sheet, QhFormat format, GError **error);

/* What is kept of a revision that has left in an edition; NULL: it has not. (transfer full) */
QhExport *qh_export_find (QhStore *store, const char *meeting, gint64 revision, int edition);

/* Exports a meeting: writes @path (NULL: nowhere yet) whole or not at all, and keeps in the store
 * what has left the house, which is no step of undo. */
gboolean qh_export_meeting (QhStore *store, const char *meeting, QhFormat format, int edition,
                            const char *path, GError **error);

G_END_DECLS

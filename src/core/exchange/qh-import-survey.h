/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"

G_BEGIN_DECLS

/* What a page shows of a file from elsewhere before anything of it is taken in. */

/* First rows, or people, that are shown as they will be. */
#define QH_IMPORT_SURVEY_ROWS 5

typedef enum {
  QH_IMPORT_PEOPLE, /* a table of another program */
  QH_IMPORT_TABLE, /* one that the app wrote */
  QH_IMPORT_CARDS,
  QH_IMPORT_CALENDAR,
  QH_IMPORT_STORE,
} QhImportKind;

typedef struct {
  char *samples; /* the first different values, for people; NULL: it has none */
  gboolean is_filled;
} QhImportColumn;

typedef struct {
  QhImportKind kind;
  /* Of a table: */
  char *encoding; /* as QhCsvFile has it */
  char separator;
  GStrv header;
  QhImportColumn *columns; /* as many as there are headings */
  GPtrArray *rows; /* the first ones: GStrv, as long as the header */
  QhCsvMapping *mapping; /* proposed, or remembered; NULL: for a table that the app wrote */
  gboolean is_remembered;

  GPtrArray *cards; /* of a file of vCards: the first ones (QhCard) */
  GPtrArray *events; /* of a calendar (QhCalendarEvent) */
} QhImportSurvey;

/* Reads the file at @path (of which qh_import_wants_backup is true, and no folder). @dialect: all
 * zero, or what a person chose. The errors are those of an import. */
QhImportSurvey *qh_import_survey_new (QhStore *store, const char *path, const QhCsvDialect *dialect,
                                      GError **error);
void qh_import_survey_free (QhImportSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhImportSurvey, qh_import_survey_free)

G_END_DECLS

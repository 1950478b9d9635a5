/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-card.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What the columns of somebody else's CSV are to us. Headings vary with the program, its language
 * and the settings of whoever exported: they are known by name, never by place. */

typedef enum {
  QH_TARGET_UNKNOWN, /* left out, and said so */
  QH_TARGET_LEFT_OUT, /* known, and of no use here: a label, a photo */
  QH_TARGET_NOTE, /* kept as a line of the notes, with its heading */
  QH_TARGET_NAME,
  QH_TARGET_PREFIX,
  QH_TARGET_GIVEN,
  QH_TARGET_MIDDLE,
  QH_TARGET_FAMILY,
  QH_TARGET_SUFFIX,
  QH_TARGET_EMAIL,
  QH_TARGET_PHONE,
  QH_TARGET_TITLE,
  QH_TARGET_NOTES,
  QH_TARGET_UID,
  QH_TARGET_NO_PHONE,
  QH_TARGET_NO_COLD_MAIL,
  QH_TARGET_ORGANISATION,
  QH_TARGET_MAIN_PHONE,
  QH_TARGET_WEBSITE,
  QH_TARGET_INDUSTRY,
  QH_TARGET_TERRITORY,
  QH_TARGET_ADDRESS,
  QH_TARGET_STREET,
  QH_TARGET_CITY,
  QH_TARGET_REGION,
  QH_TARGET_POSTAL_CODE,
  QH_TARGET_COUNTRY,
  QH_TARGET_ID,
  QH_TARGET_ACCOUNT,
  QH_N_TARGETS,
} QhCsvTarget;

/* For people, translated: "Given name". */
const char *qh_csv_target_label (QhCsvTarget target);

typedef struct {
  QhCsvTarget target;
  int group; /* of several addresses: the first group that has one is taken */
} QhCsvUse;

typedef struct {
  guint n_columns;
  QhCsvUse *uses;
  gboolean keep_unknown; /* what is unknown becomes notes */
} QhCsvMapping;

/* What the headings (ended by NULL) say. */
QhCsvMapping *qh_csv_mapping_propose (const char *const *header);
void qh_csv_mapping_free (QhCsvMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCsvMapping, qh_csv_mapping_free)

QhCsvMapping *qh_csv_mapping_copy (const QhCsvMapping *mapping);

void qh_csv_mapping_set (QhCsvMapping *mapping, guint column, QhCsvTarget target);

/* Whether it says who a row is about; the error says what would be right. */
gboolean qh_csv_mapping_check (const QhCsvMapping *mapping, GError **error);

/* The headings that it does not know. (borrowed texts) */
GPtrArray *qh_csv_mapping_list_unknown (const QhCsvMapping *mapping, const char *const *header);

/* The mapping that was last used for a file with these headings, kept in the store; NULL: none.
 * Remembering is no step of undo. */
QhCsvMapping *qh_csv_mapping_recall (QhStore *store, const char *const *header);
gboolean qh_csv_mapping_remember (QhStore *store, const char *const *header,
                                  const QhCsvMapping *mapping, GError **error);

/* What a row says. (transfer full) */
QhCard *qh_csv_mapping_read (const QhCsvMapping *mapping, const char *const *header,
                             const char *const *cells);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a QhRecordList: shows one record, and is given another when it scrolls out of view.
 * Templates bind to the record's own properties, so that an edit elsewhere shows by itself.
 *
 * Properties: "record"; "label", what a screen reader says for the whole row (read only). */
#define QH_TYPE_ROW (qh_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (QhRow, qh_row, QH, ROW, AdwBin)

struct _QhRowClass {
  AdwBinClass parent_class;

  /* Another record: what cannot be bound. @record is NULL when the row is put aside. May be NULL.
   */
  void (*show) (QhRow *self, QhRecord *record);

  /* What a screen reader says for the row, which shows a record. (transfer full) */
  char *(*describe) (QhRow *self);
};

QhRecord *qh_row_get_record (QhRow *self);
void qh_row_set_record (QhRow *self, QhRecord *record);

const char *qh_row_get_label (QhRow *self);

/* For a subclass: something else than the record's own values has changed that its label names.
 * (The template cannot bind the label: GTK 4.8 warns of expressions whose target is what they look
 * at when that goes.) */
void qh_row_update_label (QhRow *self);

/* What rows of a list need of their surroundings (the store, a cache) is handed in by the factory
 * of their list. */
typedef QhRow *(*QhRowFactory) (gpointer user_data);

G_END_DECLS

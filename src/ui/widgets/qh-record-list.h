/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A long list of records that looks like boxed lists and is virtual: sections with headings, one
 * row per record, of which only those in view (and some around) exist.
 *
 * A click or Enter opens; Ctrl and Shift select, Ctrl+A all; Delete deletes; a right click and the
 * Menu key open the menu.
 *
 * Property "menu-model". Signals: "open" (QhRecord); "delete", for what is chosen; "chosen", when
 * that is something else. */
#define QH_TYPE_RECORD_LIST (qh_record_list_get_type ())
G_DECLARE_FINAL_TYPE (QhRecordList, qh_record_list, QH, RECORD_LIST, AdwBin)

/* To be called once, before the first section. @user_data must live as long as the list. */
void qh_record_list_set_factory (QhRecordList *self, QhRowFactory factory, gpointer user_data);

/* @title NULL: no heading; @model (transfer full) of QhRecord. */
void qh_record_list_add_section (QhRecordList *self, const char *title, GListModel *model);

/* Everything in it, headings included. (transfer none) */
GListModel *qh_record_list_get_model (QhRecordList *self);

/* How many are selected (headings are never chosen, but count here when everything is selected). */
guint qh_record_list_get_n_selected (QhRecordList *self);

/* What an action is about: what is selected, else the row that has the focus. (QhRecord, transfer
 * full) */
GPtrArray *qh_record_list_get_chosen (QhRecordList *self);

G_END_DECLS

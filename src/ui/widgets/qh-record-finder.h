/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-list-model.h"
#include "widgets/qh-record-list.h"

G_BEGIN_DECLS

/* The lists of a page that can be searched: what there is, in sections; what is found of it, in
 * one; a word where nothing is found; and what a page shows that has nothing yet. The page says
 * what is searched for, the finder what is to be seen of it.
 *
 * Properties: "menu-model", of both lists; "hint", how something might be found; "empty", a widget;
 * "view", which of them is seen: "list", "found", "nothing" or "empty". Signals: "narrow", the
 * words in the search entry are others: the page answers with qh_record_finder_narrow; "open"
 * (QhRecord), "delete" and "chosen" as of QhRecordList. */
#define QH_TYPE_RECORD_FINDER (qh_record_finder_get_type ())
G_DECLARE_FINAL_TYPE (QhRecordFinder, qh_record_finder, QH, RECORD_FINDER, AdwBin)

/* To be called once, before the first section. @user_data must live as long as the finder. */
void qh_record_finder_set_rows (QhRecordFinder *self, QhStore *store, QhRowFactory factory,
                                gpointer user_data);

/* One more section of all there is. (transfer none) */
QhListModel *qh_record_finder_add_section (QhRecordFinder *self, const char *title,
                                           const QhQuery *query, const char *const *values);

/* How many there are in all sections. */
guint qh_record_finder_count (QhRecordFinder *self);

/* Searches in @search: whatever is typed on @page goes there; Escape clears it and leaves for the
 * list. */
void qh_record_finder_set_search (QhRecordFinder *self, GtkSearchEntry *search, GtkWidget *page);

/* Shows nothing but the records of @query; the same one each time, with other @values. */
void qh_record_finder_narrow (QhRecordFinder *self, const QhQuery *query,
                              const char *const *values);
/* Shows all there is. */
void qh_record_finder_widen (QhRecordFinder *self);

/* About the list that is seen, as of QhRecordList. */
guint qh_record_finder_get_n_selected (QhRecordFinder *self);
GPtrArray *qh_record_finder_get_chosen (QhRecordFinder *self);

/* What an action about one record is about; NULL while several are chosen, or none. (transfer full)
 */
QhRecord *qh_record_finder_get_one (QhRecordFinder *self);

G_END_DECLS

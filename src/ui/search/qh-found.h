/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-search.h"

G_BEGIN_DECLS

/* Something that can be found: a record, a page, or something the app can do. */

/* In the order in which groups stand that are equally good. */
typedef enum {
  QH_FOUND_LOG,
  QH_FOUND_RECENT,
  QH_FOUND_PAGES,
  QH_FOUND_ACTIONS,
  QH_FOUND_CLIENTS,
  QH_FOUND_PEOPLE,
  QH_FOUND_MEETINGS,
  QH_FOUND_CONTENT,
  QH_FOUND_TEXTS,
  QH_N_FOUND_GROUPS
} QhFoundGroup;

typedef struct {
  QhFoundGroup group;
  int score;
  char *title; /* plain text */
  char *marked; /* the same with what was found in bold, as Pango markup; NULL: nothing was */
  char *detail; /* what it is, and when: "Remark · 12 March 2025"; NULL */
  char *snippet; /* Pango markup: the words in their context; NULL */
  char *keys; /* as people read them; NULL */
  char *action; /* detailed: what opens or does it */
  char *id; /* of the record; NULL for what is none */
  gboolean can_stand_beside; /* it is a page, and may be opened in a window of its own */
  GPtrArray *words; /* of the title, where it is found by that; NULL */
} QhFound;

/* One that is found by its title, translated. */
QhFound *qh_found_new (QhStore *store, QhFoundGroup group, const char *title, const char *action);
/* A record, for its own sake, in @group. NULL when no page shows it. */
QhFound *qh_found_new_for_record (QhStore *store, QhFoundGroup group, QhRecord *record);
/* NULL when the record is gone meanwhile, or no page shows it. */
QhFound *qh_found_new_for_hit (QhStore *store, const QhHit *hit);

QhFound *qh_found_ref (QhFound *found);
void qh_found_unref (QhFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhFound, qh_found_unref)

/* Translated. */
const char *qh_found_group_title (QhFoundGroup group);

G_END_DECLS

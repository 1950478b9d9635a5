/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-list-model.h"

G_BEGIN_DECLS

/* A store in a folder of its own, with many frictions in it. */
typedef struct {
  char *folder;
  char *path;
  QhStore *store;
  guint made; /* names are counted on */
} ListFixture;

void list_fixture_set_up (ListFixture *fixture, gconstpointer n_frictions);
void list_fixture_tear_down (ListFixture *fixture, gconstpointer unused);

/* Saves a new friction with chance values. (transfer full) */
QhFriction *list_fixture_add (ListFixture *fixture);
/* The id of the @position-th friction of all by id; NULL when there is none. */
char *list_fixture_pick (ListFixture *fixture, guint position);
/* One chance edit: adding, deleting, changing what lists sort and filter by or something else,
 * undoing or redoing. */
void list_fixture_edit (ListFixture *fixture);

/* Whether the model says what the query says. */
void list_assert_equal (GListModel *model, QhStore *store, const char *sql,
                        const char *const *values);

/* Somebody who believes only what items-changed tells him. */
typedef struct {
  GListModel *model;
  GPtrArray *items;
  guint n_signals;
  guint n_removed;
  guint n_added;
} Mirror;

Mirror *mirror_new (GListModel *model);
void mirror_free (Mirror *mirror);
void mirror_assert_equal (Mirror *mirror);
void mirror_reset_counts (Mirror *mirror);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mirror, mirror_free)

G_END_DECLS

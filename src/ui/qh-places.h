/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A place of the sidebar. Only places whose page works are listed. */
typedef struct {
  const char *name; /* of the action and of `--page` */
  const char *title; /* untranslated */
  const char *icon;
  const char *key; /* "<Alt>1" */
  /* Built when it is first opened. */
  GtkWidget *(*build) (QhStore *store);
  /* What waits there for the person, and what that is, in words; NULL: nothing to count. */
  guint (*count) (QhStore *store);
  char *(*describe) (guint count);
} QhPlace;

/* Ended by one without a name. */
const QhPlace *qh_places (void);

/* NULL when there is none called @name. */
const QhPlace *qh_place_find (const char *name);

/* Every name, comma-separated, for an error text. */
char *qh_place_names (void);

/* A row of the sidebar. Property "count". */
#define QH_TYPE_PLACE_ROW (qh_place_row_get_type ())
G_DECLARE_FINAL_TYPE (QhPlaceRow, qh_place_row, QH, PLACE_ROW, GtkListBoxRow)

GtkWidget *qh_place_row_new (const QhPlace *place);
const QhPlace *qh_place_row_get_place (QhPlaceRow *self);
/* Counts again what waits in @store. */
void qh_place_row_update (QhPlaceRow *self, QhStore *store);

G_END_DECLS

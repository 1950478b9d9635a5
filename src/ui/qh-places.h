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

G_END_DECLS

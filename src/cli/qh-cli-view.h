/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-cli.h"

G_BEGIN_DECLS

/* How records of an entity are listed. */
typedef struct {
  const QhEntity *entity;
  const char *columns; /* of the table for people: fields, comma-separated */
  const char *of_client; /* SQL condition: those of the client ?1; NULL: they are nobody's */
  const char *order; /* SQL */
} QhCliView;

const QhCliView *qh_cli_view (const QhEntity *entity);

/* Called with each record; FALSE ends it. */
typedef gboolean (*QhCliVisit) (QhRecord *record, gpointer data);

/* Visits the records of @view's entity in its order: of the client with id @client, or all (NULL).
 * They are read in portions, so a large store needs no more memory than a small one. */
gboolean qh_cli_visit (QhStore *store, const QhCliView *view, const char *client, QhCliVisit visit,
                       gpointer data, GError **error);

/* A table of the view's columns for people, with the id first. */
typedef struct _QhCliListing QhCliListing;
QhCliListing *qh_cli_listing_new (QhStore *store, const QhCliView *view);
void qh_cli_listing_add (QhCliListing *listing, QhRecord *record);
void qh_cli_listing_print (QhCliListing *listing);
void qh_cli_listing_free (QhCliListing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCliListing, qh_cli_listing_free)

/* What a field says to a person: the label of an enum, the title of what is referred to; NULL when
 * it has no value. (transfer full) */
char *qh_cli_field_label (QhStore *store, QhRecord *record, const QhField *field);

G_END_DECLS

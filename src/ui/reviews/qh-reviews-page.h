/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The queue of plans that others sent: those that wait, in the order that was chosen, those that
 * were reviewed, and those set aside. Actions: "reviews.open", "reviews.aside", "reviews.back",
 * "reviews.delete", "reviews.open-folder", "reviews.stop", and "reviews.order" ("start", "score",
 * "blockers", "sender_key"). */
#define QH_TYPE_REVIEWS_PAGE (qh_reviews_page_get_type ())
G_DECLARE_FINAL_TYPE (QhReviewsPage, qh_reviews_page, QH, REVIEWS_PAGE, AdwBin)

GtkWidget *qh_reviews_page_new (QhStore *store);

/* Takes in the plan files in the folder at @path, with a bar that tells how far it is, until it is
 * done or stopped. */
void qh_reviews_page_open_folder (QhReviewsPage *self, const char *path);

/* How many wait. */
guint qh_reviews_count_waiting (QhStore *store);

G_END_DECLS

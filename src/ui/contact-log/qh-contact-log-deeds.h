/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done about a contact. Each is one change, and one step of undo; what is refused leaves
 * the record as it was. */

/* The upgrade is answered: what he to whom it went has learned, what changes, and who told the
 * client. Without all three it is refused, and stays open. */
gboolean qh_contact_log_answer (QhStore *store, QhContactLog *entry, const char *answer,
                                const char *change, const char *told, GError **error);

/* A friction made of what the contact says: its client, words, touchpoint and day, and a link back.
 * (transfer full) */
QhFriction *qh_contact_log_make_friction (QhStore *store, QhContactLog *entry, GError **error);

/* The friction that was made of it; the first, where there are several. NULL: none. (transfer
 * full) */
QhFriction *qh_contact_log_find_friction (QhStore *store, QhContactLog *entry);

/* Frictions made of them lose the link, and stay. */
gboolean qh_contact_log_delete_all (QhStore *store, GPtrArray *entries, GError **error);

/* The same for a widget: done, and told with Undo in the window it stands in. A friction that is
 * there already is opened instead. */
void qh_contact_log_make_friction_here (GtkWidget *widget, QhStore *store, QhContactLog *entry);
void qh_contact_logs_delete_here (GtkWidget *widget, QhStore *store, GPtrArray *entries);

G_END_DECLS

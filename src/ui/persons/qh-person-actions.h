/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done with a person or a client as a record, from the menus of their pages. */

/* Asks who is the same as @record, a client or a contact, and makes the two one. */
void qh_person_merge (GtkWidget *widget, QhStore *store, QhRecord *record);

/* Writes all that is known about @contact into a file, to be handed over to him. */
void qh_person_hand_over (GtkWidget *widget, QhStore *store, QhContact *contact);

/* Asks, and erases @contact for good. */
void qh_person_erase (GtkWidget *widget, QhStore *store, QhContact *contact);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-known-people.h"

G_BEGIN_DECLS

/* vCards, 2.1, 3.0 and 4.0 in, 3.0 and 4.0 out. */

#define QH_VCARD_MAX_BYTES (256 * 1024 * 1024)

typedef enum { QH_VCARD_3 = 3, QH_VCARD_4 = 4 } QhVcardVersion;

/* Calls @func for every card of a file, with the line on which it begins; @reason is why it cannot
 * be taken (then the card is NULL), or NULL. QH_ERROR_INVALID for what is no file of vCards. */
typedef gboolean (*QhVcardFunc) (QhCard *card, guint line, const char *reason, gpointer data,
                                 GError **error);
gboolean qh_vcard_each (GBytes *bytes, QhVcardFunc func, gpointer data, GError **error);

/* Takes the people of a file in, in the change under way. */
gboolean qh_vcard_take (QhKnownPeople *people, GBytes *bytes, const char *name,
                        QhImportReport *report, const QhWatch *watch, GError **error);

/* Appends the card of @contact at @client. What is private, the notes, stays here. */
void qh_vcard_append (GString *text, QhContact *contact, QhClient *client, QhVcardVersion version);

/* The cards of every contact, or of those at @client (its id). */
GBytes *qh_vcard_write (QhStore *store, const char *client, QhVcardVersion version,
                        const QhWatch *watch, GError **error);

G_END_DECLS

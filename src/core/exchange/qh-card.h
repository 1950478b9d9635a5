/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before the id of a contact that has no other UID. */
#define QH_CARD_OWN_UID "urn:uuid:"

/* A person as a file from elsewhere tells of him, and of whom he works for: what a row of CSV and a
 * vCard have in common. Texts may be NULL. */
typedef struct {
  char *uid;
  char *name;
  char *title;
  char *email; /* one that is an address, whatever the file calls so */
  char *phone;
  int role; /* QhContactRole, or 0 */
  GString *notes; /* a line each */
  char *organisation;
  char *industry, *territory, *address, *main_phone, *website;
  gboolean no_phone, no_cold_mail;
  char *own_id, *account; /* in the other program: of the record, and of whom he works for */
} QhCard;

QhCard *qh_card_new (void);
QhCard *qh_card_copy (const QhCard *card);
void qh_card_free (QhCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCard, qh_card_free)

/* Makes @member (of @card) @text, trimmed, where it has none yet; FALSE when it keeps another. */
gboolean qh_card_fill (char **member, const char *text);

/* A line "label: text" of the notes; without a label, the text alone. */
void qh_card_note (QhCard *card, const char *label, const char *text);

/* Takes every mail address out of @text, which may hold several: the first becomes the card's, the
 * others, and what is none, are noted. */
void qh_card_add_email (QhCard *card, const char *label, const char *text);

/* A phone number; the first becomes the card's, the others are noted. */
void qh_card_add_phone (QhCard *card, const char *label, const char *text);

G_END_DECLS

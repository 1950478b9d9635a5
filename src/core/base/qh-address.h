/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whose store it is, and which: "Lena Moor <K7QF-2M97>". The code is made from the device's id and
 * tells two stores of one name apart; its last character is a check, so that one that was misheard
 * is noticed. An address without a code is a name alone. */
typedef struct {
  char *name;
  char *code; /* NULL: any store of that name */
} QhAddress;

/* The code of a store: eight characters in two groups. */
char *qh_address_code (const char *device_id);

/* Reads "NAME" or "NAME <CODE>"; the code's letters may be of either case. QH_ERROR_INVALID when
 * there is no name, when it is too long, or when the code is not right. */
QhAddress *qh_address_parse (const char *text, GError **error);

/* (@code may be NULL) */
QhAddress *qh_address_new (const char *name, const char *code);
char *qh_address_format (const QhAddress *address);
QhAddress *qh_address_copy (const QhAddress *address);
void qh_address_free (QhAddress *address);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhAddress, qh_address_free)

/* Whether @text is a code as qh_address_code makes them. */
gboolean qh_address_is_code (const char *text);

/* Whether the names are the same when case and white space do not count. */
gboolean qh_address_same_name (const QhAddress *a, const QhAddress *b);

/* Whether both have a code, and the same. */
gboolean qh_address_same_store (const QhAddress *a, const QhAddress *b);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Whom a name in the quick line means. */
typedef struct {
  char *client, *contact; /* ids, or NULL */
  char *label; /* "Ferris Dental Group / Sarah Lind" */
  gsize length; /* bytes of the text that are the name */
  char *problem; /* why nobody was found, or the contact was not; else NULL */
} QhQuickName;

/* Reads a client's name, and @with_contact a contact's after a slash, at the beginning of @text:
 * quoted, or the most words that some client's name begins with. */
void qh_quick_name_read (QhStore *store, const char *text, gboolean with_contact,
                         QhQuickName *name);
void qh_quick_name_clear (QhQuickName *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-seal.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* --- One's own pair of keys: one for each store, made when it is first needed. What is secret lies
 * in the desktop's keyring, or where there is none in a file beside the store that only its owner
 * can read; never in the store, which is copied and backed up. */

/* (transfer none: it lives as long as @store) A store that was copied without its secret gets a new
 * pair. QH_ERROR_REFUSED where the keyring is locked. */
const QhSealKey *qh_keys_get (QhStore *store, GError **error);

/* The public key that this store had last; NULL: none was needed yet. */
char *qh_keys_get_public (QhStore *store);

/* Whether a new pair had to be made in the place of one whose secret is not here. */
gboolean qh_keys_were_renewed (QhStore *store);
/* What is to be said then. */
const char *qh_keys_renewed_text (void);

/* The file that holds the secret where there is no keyring; NULL for a store without a file. */
char *qh_keys_file (QhStore *store);

/* --- Whose seals are known */

typedef enum {
  QH_SIGNED_NOT, /* no signature */
  QH_SIGNED_UNKNOWN, /* a good one, of a key that was not trusted */
  QH_SIGNED_CHANGED, /* the same, and its owner had another key before */
  QH_SIGNED_TRUSTED,
  QH_SIGNED_OWN,
} QhSigned;

/* What a signature with @key (NULL: none) is worth, of somebody who says that he is @name at the
 * store @device_id. */
QhSigned qh_signer_look (QhStore *store, const char *key, const char *name, const char *device_id);
/* For people. */
const char *qh_signed_label (QhSigned worth);
/* "trusted", for scripts. */
const char *qh_signed_name (QhSigned worth);

/* Takes note of @key, in the change under way. @news becomes what is to be said of it; NULL:
 * nothing. */
gboolean qh_signer_note (QhStore *store, const char *key, const char *name, const char *device_id,
                         char **news, GError **error);

/* The one signer that @text names: a fingerprint, a name or an id. */
QhSigner *qh_signer_find (QhStore *store, const char *text, GError **error);

/* One change each. What came with a forgotten key is of an unknown signer again. */
gboolean qh_signer_trust (QhStore *store, QhSigner *signer, GError **error);
gboolean qh_signer_forget (QhStore *store, QhSigner *signer, GError **error);

G_END_DECLS

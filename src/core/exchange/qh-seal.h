/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The seal of a file: a digest over all that it says, and the signature of whoever wrote it
 * (Ed25519, over the digest's text). The same file sealed with the same key is the same bytes. */
#define QH_SEAL_SEED_BYTES 32

/* A pair of keys. */
typedef struct _QhSealKey QhSealKey;

/* A new pair, or the one that @seed (QH_SEAL_SEED_BYTES) stands for. NULL where the machine has no
 * randomness to give. */
QhSealKey *qh_seal_key_new (void);
QhSealKey *qh_seal_key_new_from_seed (const guint8 *seed);
void qh_seal_key_free (QhSealKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhSealKey, qh_seal_key_free)

/* What others know it by: base64. */
const char *qh_seal_key_get_public (const QhSealKey *key);
/* What is to be kept secret: base64, to be wiped with qh_seal_wipe. */
char *qh_seal_key_dup_secret (const QhSealKey *key);
QhSealKey *qh_seal_key_parse (const char *secret);
void qh_seal_wipe (char *secret);

/* Whether @text is a public key. */
gboolean qh_seal_is_public_key (const char *text);

/* What people compare: eight groups of four digits, "9F2C-81A0-…". */
char *qh_seal_fingerprint (const char *public_key);
/* Whether @text is meant to be @public_key's fingerprint, however it is grouped. */
gboolean qh_seal_is_fingerprint_of (const char *text, const char *public_key);

/* Puts `by.public_key`, `digest` and `signature` into @root, which has all else; without a @key
 * (NULL), the digest alone. */
void qh_seal_put (JsonObject *root, const QhSealKey *key);

/* Whether @root says what its seal says: QH_ERROR_REFUSED where it was changed, QH_ERROR_INVALID
 * where the seal is no seal. @signer becomes the key that it is signed with; NULL: unsigned. */
gboolean qh_seal_check (JsonObject *root, char **signer, GError **error);

G_END_DECLS

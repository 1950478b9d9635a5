/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-seal.h"
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

G_STATIC_ASSERT (QH_SEAL_SEED_BYTES == crypto_sign_SEEDBYTES);

/* Of a fingerprint: bytes, and bytes a group. */
#define FINGERPRINT_BYTES 16
#define GROUP_BYTES 2

struct _QhSealKey {
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  char *public_key;
};

/* --- Keys */

QhSealKey *
qh_seal_key_new_from_seed (const guint8 *seed)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  QhSealKey *key;

  if (sodium_init () < 0)
    return NULL;
  key = g_new0 (QhSealKey, 1);
  crypto_sign_seed_keypair (public_key, key->secret, seed);
  key->public_key = g_base64_encode (public_key, sizeof public_key);
  return key;
}

QhSealKey *
qh_seal_key_new (void)
{
  guint8 seed[crypto_sign_SEEDBYTES];
  QhSealKey *key;

  if (sodium_init () < 0)
    return NULL;
  randombytes_buf (seed, sizeof seed);
  key = qh_seal_key_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);
  return key;
}

void
qh_seal_key_free (QhSealKey *key)
{
  sodium_memzero (key->secret, sizeof key->secret);
  g_free (key->public_key);
  g_free (key);
}

const char *
qh_seal_key_get_public (const QhSealKey *key)
{
  return key->public_key;
}

char *
qh_seal_key_dup_secret (const QhSealKey *key)
{
  guint8 seed[crypto_sign_SEEDBYTES];
  char *text;

  crypto_sign_ed25519_sk_to_seed (seed, key->secret);
  text = g_base64_encode (seed, sizeof seed);
  sodium_memzero (seed, sizeof seed);
  return text;
}

void
qh_seal_wipe (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

/* The @size bytes that @text stands for in base64's one way of writing them; NULL: none. */
static guint8 *
decode (const char *text, gsize size)
{
  g_autofree guint8 *bytes = NULL;
  g_autofree char *again = NULL;
  gsize length;

  if (text == NULL || strlen (text) != (size + 2) / 3 * 4)
    return NULL;
  bytes = g_base64_decode (text, &length);
  if (length != size)
    return NULL;
  again = g_base64_encode (bytes, length);
  return g_str_equal (again, text) ? g_steal_pointer (&bytes) : NULL;
}

QhSealKey *
qh_seal_key_parse (const char *secret)
{
  guint8 *seed = decode (secret, crypto_sign_SEEDBYTES);
  QhSealKey *key = seed != NULL ? qh_seal_key_new_from_seed (seed) : NULL;

  if (seed != NULL)
    sodium_memzero (seed, crypto_sign_SEEDBYTES);
  g_free (seed);
  return key;
}

gboolean
qh_seal_is_public_key (const char *text)
{
  g_autofree guint8 *bytes = decode (text, crypto_sign_PUBLICKEYBYTES);

  return bytes != NULL;
}

/* --- Fingerprints */

/* The digits alone. */
static char *
fingerprint_digits (const char *public_key)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, public_key, -1);

  hex[2 * FINGERPRINT_BYTES] = '\0';
  return g_ascii_strup (hex, -1);
}

char *
qh_seal_fingerprint (const char *public_key)
{
  g_autofree char *digits = fingerprint_digits (public_key);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < FINGERPRINT_BYTES / GROUP_BYTES; i++)
    g_string_append_printf (text, "%s%.4s", i > 0 ? "-" : "", digits + 2 * GROUP_BYTES * i);
  return g_string_free (text, FALSE);
}

gboolean
qh_seal_is_fingerprint_of (const char *text, const char *public_key)
{
  g_autofree char *digits = fingerprint_digits (public_key);
  g_autoptr (GString) given = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++) {
    if (g_ascii_isxdigit (*c))
      g_string_append_c (given, g_ascii_toupper (*c));
    else if (strchr (" -:", *c) == NULL)
      return FALSE;
  }
  return g_str_equal (given->str, digits);
}

/* --- Seals */

static char *
sign (const char *digest, const QhSealKey *key)
{
  guint8 signature[crypto_sign_BYTES];

  crypto_sign_detached (signature, NULL, (const guint8 *)digest, strlen (digest), key->secret);
  return g_base64_encode (signature, sizeof signature);
}

void
qh_seal_put (JsonObject *root, const QhSealKey *key)
{
  g_autofree char *digest = NULL;
  g_autofree char *signature = NULL;

  if (key != NULL)
    json_object_set_string_member (json_object_get_object_member (root, "by"), "public_key",
                                   key->public_key);
  digest = qh_canonical_digest (root);
  json_object_set_string_member (root, "digest", digest);
  if (key == NULL)
    return;
  signature = sign (digest, key);
  json_object_set_string_member (root, "signature", signature);
}

static gboolean
check_digest (JsonObject *root, GError **error)
{
  const char *digest = qh_json_text (root, "digest");
  g_autofree char *right = NULL;

  if (digest == NULL)
    return qh_error_fail (error, QH_ERROR_INVALID, "%s", _ ("digest: missing"));
  right = qh_canonical_digest (root);
  return strcmp (digest, right) == 0 ||
         qh_error_fail (error, QH_ERROR_REFUSED, "%s", _ ("changed after it was exported"));
}

static gboolean
is_signed_with (const char *digest, const char *signature, const char *public_key)
{
  g_autofree guint8 *bytes = decode (signature, crypto_sign_BYTES);
  g_autofree guint8 *key = decode (public_key, crypto_sign_PUBLICKEYBYTES);

  return bytes != NULL && key != NULL && sodium_init () >= 0 &&
         crypto_sign_verify_detached (bytes, (const guint8 *)digest, strlen (digest), key) == 0;
}

gboolean
qh_seal_check (JsonObject *root, char **signer, GError **error)
{
  JsonNode *by = json_object_get_member (root, "by");
  JsonObject *sender = by != NULL && JSON_NODE_HOLDS_OBJECT (by) ? json_node_get_object (by) : NULL;
  const char *public_key = sender != NULL ? qh_json_text (sender, "public_key") : NULL;
  gboolean has_key = sender != NULL && json_object_has_member (sender, "public_key");

  *signer = NULL;
  if (has_key && !qh_seal_is_public_key (public_key))
    return qh_error_fail (error, QH_ERROR_INVALID, "%s",
                          _ ("by.public_key: expected a public key"));
  if (!check_digest (root, error))
    return FALSE;
  if (!has_key && !json_object_has_member (root, "signature"))
    return TRUE;
  /* A key without its signature is as wrong as the other way round: one of them was taken off. */
  if (!is_signed_with (qh_json_text (root, "digest"), qh_json_text (root, "signature"), public_key))
    return qh_error_fail (error, QH_ERROR_REFUSED, "%s", _ ("changed after it was exported"));
  *signer = g_strdup (public_key);
  return TRUE;
}

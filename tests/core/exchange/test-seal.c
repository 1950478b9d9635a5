/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seal: what it is made of (the vectors of RFC 8032), and that it breaks. */
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-seal.h"
#include <string.h>

/* The second test of RFC 8032, 7.1: a seed, and the public key that follows from it. */
static const guint8 seed[QH_SEAL_SEED_BYTES] = { 0x4c, 0xcd, 0x08, 0x9b, 0x28, 0xff, 0x96, 0xda,
                                                 0x9d, 0xb6, 0xc3, 0x46, 0xec, 0x11, 0x4e, 0x0f,
                                                 0x5b, 0x8a, 0x31, 0x9f, 0x35, 0xab, 0xa6, 0x24,
                                                 0xda, 0x8c, 0xf6, 0xed, 0x4f, 0xb8, 0xa6, 0xfb };
#define PUBLIC "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
#define SECRET "TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs="

static JsonObject *
make_root (void)
{
  JsonObject *root = json_object_new (), *by = json_object_new ();

  json_object_set_string_member (by, "name", "Lena Moor");
  json_object_set_object_member (root, "by", by);
  json_object_set_string_member (root, "title", "Fewer returns");
  return root;
}

static void
test_keys (void)
{
  g_autoptr (QhSealKey) key = qh_seal_key_new_from_seed (seed);
  g_autoptr (QhSealKey) one = qh_seal_key_new ();
  g_autoptr (QhSealKey) other = qh_seal_key_new ();
  char *secret = qh_seal_key_dup_secret (key);
  g_autoptr (QhSealKey) again = qh_seal_key_parse (secret);

  g_assert_cmpstr (qh_seal_key_get_public (key), ==, PUBLIC);
  g_assert_cmpstr (secret, ==, SECRET);
  g_assert_cmpstr (qh_seal_key_get_public (again), ==, PUBLIC);
  g_assert_cmpstr (qh_seal_key_get_public (one), !=, qh_seal_key_get_public (other));
  g_assert_true (qh_seal_is_public_key (qh_seal_key_get_public (one)));
  qh_seal_wipe (secret);
  qh_seal_wipe (NULL);
}

static void
test_no_keys (void)
{
  static const char *const wrong[] = {
    "",
    "A",
    "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw",
    "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgx=",
    "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n",
    " UAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=",
    "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgwaa",
    "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zg==",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_assert_false (qh_seal_is_public_key (wrong[i]));
    g_assert_null (qh_seal_key_parse (wrong[i]));
  }
  g_assert_false (qh_seal_is_public_key (NULL));
}

static void
test_fingerprint (void)
{
  g_autofree char *text = qh_seal_fingerprint (PUBLIC);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "-", ' ');
  g_autofree char *cut = g_strndup (text, strlen (text) - 1);
  g_autofree char *long_one = g_strconcat (text, "0", NULL);

  g_assert_cmpuint (strlen (text), ==, 39);
  g_assert_true (g_regex_match_simple ("^([0-9A-F]{4}-){7}[0-9A-F]{4}$", text, 0, 0));
  g_assert_true (qh_seal_is_fingerprint_of (text, PUBLIC));
  g_assert_true (qh_seal_is_fingerprint_of (lower, PUBLIC));
  g_assert_true (qh_seal_is_fingerprint_of (spaced, PUBLIC));
  g_assert_false (qh_seal_is_fingerprint_of (cut, PUBLIC));
  g_assert_false (qh_seal_is_fingerprint_of (long_one, PUBLIC));
  g_assert_false (qh_seal_is_fingerprint_of ("", PUBLIC));
  g_assert_false (qh_seal_is_fingerprint_of (text, SECRET));
}

/* The same every time, and good. */
static void
test_signed (void)
{
  g_autoptr (QhSealKey) key = qh_seal_key_new_from_seed (seed);
  g_autoptr (JsonObject) one = make_root ();
  g_autoptr (JsonObject) two = make_root ();
  g_autoptr (GError) error = NULL;
  g_autofree char *signer = NULL;

  qh_seal_put (one, key);
  qh_seal_put (two, key);
  g_assert_cmpstr (json_object_get_string_member (one, "signature"), ==,
                   json_object_get_string_member (two, "signature"));
  g_assert_true (qh_seal_check (one, &signer, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (signer, ==, PUBLIC);
}

static void
test_unsigned (void)
{
  g_autoptr (JsonObject) root = make_root ();
  g_autofree char *signer = NULL;

  qh_seal_put (root, NULL);
  g_assert_false (json_object_has_member (root, "signature"));
  g_assert_true (qh_seal_check (root, &signer, NULL));
  g_assert_null (signer);
}

static void
set_root (JsonObject *root, const char *value)
{
  json_object_set_string_member (root, "title", value);
}

static void
redo_digest (JsonObject *root, const char *value)
{
  json_object_set_string_member (root, "title", value);
  g_autofree char *digest = qh_canonical_digest (root);
  json_object_set_string_member (root, "digest", digest);
}

static void
set_signature (JsonObject *root, const char *value)
{
  json_object_set_string_member (root, "signature", value);
}

static void
drop_signature (JsonObject *root, const char *value)
{
  json_object_remove_member (root, "signature");
}

static void
drop_key (JsonObject *root, const char *value)
{
  json_object_remove_member (json_object_get_object_member (root, "by"), "public_key");
  redo_digest (root, "Fewer returns");
}

static void
set_key (JsonObject *root, const char *value)
{
  json_object_set_string_member (json_object_get_object_member (root, "by"), "public_key", value);
  redo_digest (root, "Fewer returns");
}

static void
drop_digest (JsonObject *root, const char *value)
{
  json_object_remove_member (root, "digest");
}

/* Somebody else's key and signature in the place of the right ones is another signer, not a forged
 * one; so that is what it is taken for. */
static void
sign_again (JsonObject *root, const char *value)
{
  g_autoptr (QhSealKey) other = qh_seal_key_new ();

  json_object_remove_member (root, "signature");
  set_root (root, value);
  qh_seal_put (root, other);
}

static const struct {
  const char *name;
  void (*spoil) (JsonObject *root, const char *value);
  const char *value;
  int code; /* -1: holds */
} spoils[] = {
  { "text", set_root, "More returns", QH_ERROR_REFUSED },
  { "text-and-digest", redo_digest, "More returns", QH_ERROR_REFUSED },
  { "signature", set_signature, SECRET, QH_ERROR_REFUSED },
  { "signature-empty", set_signature, "", QH_ERROR_REFUSED },
  { "signature-gone", drop_signature, NULL, QH_ERROR_REFUSED },
  { "key-gone", drop_key, NULL, QH_ERROR_REFUSED },
  { "other-key", set_key, SECRET, QH_ERROR_REFUSED },
  { "no-key", set_key, "AAAA", QH_ERROR_INVALID },
  { "no-digest", drop_digest, NULL, QH_ERROR_INVALID },
  { "signed-by-another", sign_again, "More returns", -1 },
};

static void
test_spoiled (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (QhSealKey) key = qh_seal_key_new_from_seed (seed);
  g_autoptr (JsonObject) root = make_root ();
  g_autoptr (GError) error = NULL;
  g_autofree char *signer = NULL;

  qh_seal_put (root, key);
  spoils[i].spoil (root, spoils[i].value);
  if (spoils[i].code < 0) {
    g_assert_true (qh_seal_check (root, &signer, &error));
    g_assert_cmpstr (signer, !=, PUBLIC);
    return;
  }
  g_assert_false (qh_seal_check (root, &signer, &error));
  g_assert_error (error, QH_ERROR, spoils[i].code);
  g_assert_null (signer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/seal/keys", test_keys);
  g_test_add_func ("/exchange/seal/no-keys", test_no_keys);
  g_test_add_func ("/exchange/seal/fingerprint", test_fingerprint);
  g_test_add_func ("/exchange/seal/signed", test_signed);
  g_test_add_func ("/exchange/seal/unsigned", test_unsigned);
  for (gsize i = 0; i < G_N_ELEMENTS (spoils); i++) {
    g_autofree char *path = g_strdup_printf ("/exchange/seal/spoiled/%s", spoils[i].name);
    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_spoiled);
  }
  return g_test_run ();
}

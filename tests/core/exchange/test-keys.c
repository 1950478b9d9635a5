/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One's own pair of keys beside the store, and those of others in it. */
#include "exchange/qh-keys.h"
#include "store/qh-settings.h"
#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)

typedef struct {
  char *folder, *path;
  QhStore *store;
} Fixture;

static QhStore *
open_store (const char *path)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("qh-keys-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->store = open_store (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
own_key (QhStore *store)
{
  g_autoptr (GError) error = NULL;
  const QhSealKey *key = qh_keys_get (store, &error);

  g_assert_no_error (error);
  return g_strdup (qh_seal_key_get_public (key));
}

static void
open_again (Fixture *fixture)
{
  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);
}

/* Made once, kept, and no step of undo. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = qh_keys_get_public (fixture->store);
  g_autofree char *first = own_key (fixture->store);
  g_autofree char *second = own_key (fixture->store);
  g_autofree char *file = qh_keys_file (fixture->store);
  GStatBuf info;

  g_assert_null (none);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (qh_store_undo (fixture->store, NULL, NULL));
  open_again (fixture);
  g_autofree char *third = own_key (fixture->store);
  g_assert_cmpstr (first, ==, third);
  g_assert_false (qh_keys_were_renewed (fixture->store));
}

/* What others may read is closed again. */
static void
test_mode (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = own_key (fixture->store);
  g_autofree char *file = qh_keys_file (fixture->store);
  GStatBuf info;

  g_chmod (file, 0644);
  open_again (fixture);
  g_autofree char *again = own_key (fixture->store);
  g_assert_cmpstr (first, ==, again);
  g_stat (file, &info);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A copy of the store is not the store's owner. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = own_key (fixture->store);
  g_autofree char *file = qh_keys_file (fixture->store);

  g_unlink (file);
  open_again (fixture);
  g_autofree char *second = own_key (fixture->store);
  g_autofree char *known = qh_keys_get_public (fixture->store);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (known, ==, second);
  g_assert_true (qh_keys_were_renewed (fixture->store));
  open_again (fixture);
  g_autofree char *third = own_key (fixture->store);
  g_assert_cmpstr (second, ==, third);
  g_assert_false (qh_keys_were_renewed (fixture->store));
}

/* A keyring of this machine that is silent is no copied store; one of another machine is. */
static void
test_silent_keyring (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = own_key (fixture->store);
  g_autofree char *file = qh_keys_file (fixture->store);
  g_autofree char *id = NULL;
  g_autofree char *machine = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    id = g_strdup (g_get_host_name ());
  machine = g_compute_checksum_for_string (G_CHECKSUM_SHA256, g_strstrip (id), -1);
  g_unlink (file);
  g_assert_true (qh_store_set_setting (fixture->store, QH_SETTING_KEYRING, machine, NULL));
  open_again (fixture);
  g_assert_null (qh_keys_get (fixture->store, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_REFUSED);
  g_autofree char *still = qh_keys_get_public (fixture->store);
  g_assert_cmpstr (still, ==, first);
  g_assert_true (qh_store_set_setting (fixture->store, QH_SETTING_KEYRING, "elsewhere", NULL));
  g_autofree char *second = own_key (fixture->store);
  g_assert_cmpstr (second, !=, first);
  g_assert_true (qh_keys_were_renewed (fixture->store));
}

/* A file that is no key, or another's, is not taken for it. */
static void
test_spoiled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = own_key (fixture->store);
  g_autofree char *file = qh_keys_file (fixture->store);

  g_assert_true (g_file_set_contents (file, "not a key\n", -1, NULL));
  open_again (fixture);
  g_autofree char *second = own_key (fixture->store);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (qh_keys_were_renewed (fixture->store));
}

/* A store that lost the note of its key, by an older backup, finds it again. */
static void
test_found_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = own_key (fixture->store);

  g_assert_true (qh_store_set_setting (fixture->store, QH_SETTING_PUBLIC_KEY, NULL, NULL));
  open_again (fixture);
  g_autofree char *second = own_key (fixture->store);
  g_assert_cmpstr (first, ==, second);
  g_assert_false (qh_keys_were_renewed (fixture->store));
}

static void
test_in_memory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhStore) store = open_store (":memory:");
  g_autofree char *first = own_key (store);
  g_autofree char *second = own_key (store);

  g_assert_null (qh_keys_file (store));
  g_assert_cmpstr (first, ==, second);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (QhStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  store = qh_store_open (fixture->path, QH_STORE_READ_ONLY, &clock, NULL);
  g_assert_null (qh_keys_get (store, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_READ_ONLY);
}

/* --- Others */

#define LENA "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
#define OTHER "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
#define DEVICE "01a1f7f8-3000-7000-b116-4d27f65aa149"

static char *
note (Fixture *fixture, const char *key, const char *name, const char *device)
{
  g_autoptr (GError) error = NULL;
  char *news = NULL;

  g_assert_true (qh_store_begin (fixture->store, "Note", &error));
  g_assert_true (qh_signer_note (fixture->store, key, name, device, &news, &error));
  g_assert_true (qh_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  return news;
}

static void
trust (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhSigner) signer = qh_signer_find (fixture->store, text, &error);

  g_assert_no_error (error);
  g_assert_true (qh_signer_trust (fixture->store, signer, &error));
  g_assert_no_error (error);
}

static void
test_signers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fingerprint = qh_seal_fingerprint (LENA);
  g_autofree char *news = note (fixture, LENA, "Lena Moor", DEVICE);
  g_autofree char *again = note (fixture, LENA, "Lena Moor", DEVICE);
  QhStore *store = fixture->store;

  g_assert_nonnull (strstr (news, fingerprint));
  g_assert_null (again);
  g_assert_cmpint (qh_signer_look (store, NULL, "Lena Moor", DEVICE), ==, QH_SIGNED_NOT);
  g_assert_cmpint (qh_signer_look (store, LENA, "Lena Moor", DEVICE), ==, QH_SIGNED_UNKNOWN);
  trust (fixture, fingerprint);
  g_assert_cmpint (qh_signer_look (store, LENA, "Lena Moor", DEVICE), ==, QH_SIGNED_TRUSTED);
  g_assert_true (qh_store_undo (store, NULL, NULL));
  g_assert_cmpint (qh_signer_look (store, LENA, NULL, NULL), ==, QH_SIGNED_UNKNOWN);
  trust (fixture, "lena moor");
  g_autoptr (QhSigner) signer = qh_signer_find (store, "Lena Moor", NULL);
  g_assert_true (qh_signer_forget (store, signer, NULL));
  g_assert_cmpint (qh_signer_look (store, LENA, "Lena Moor", DEVICE), ==, QH_SIGNED_UNKNOWN);
}

/* The same name or the same store with another key is told, and not trusted. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = note (fixture, LENA, "Lena Moor", DEVICE);
  g_autofree char *before = qh_seal_fingerprint (LENA);
  g_autofree char *now = qh_seal_fingerprint (OTHER);
  QhStore *store = fixture->store;

  trust (fixture, "Lena Moor");
  g_assert_cmpint (qh_signer_look (store, OTHER, "LENA MOOR", NULL), ==, QH_SIGNED_CHANGED);
  g_assert_cmpint (qh_signer_look (store, OTHER, "L. Moor", DEVICE), ==, QH_SIGNED_CHANGED);
  g_assert_cmpint (qh_signer_look (store, OTHER, "Tom", NULL), ==, QH_SIGNED_UNKNOWN);
  g_autofree char *news = note (fixture, OTHER, "Lena Moor", DEVICE);
  g_assert_nonnull (strstr (news, before));
  g_assert_nonnull (strstr (news, now));
  g_assert_cmpint (qh_signer_look (store, OTHER, "Lena Moor", DEVICE), ==, QH_SIGNED_CHANGED);
  trust (fixture, now);
  g_assert_cmpint (qh_signer_look (store, OTHER, "Lena Moor", DEVICE), ==, QH_SIGNED_TRUSTED);
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = own_key (fixture->store);
  g_autofree char *news = note (fixture, own, "I", DEVICE);
  g_autofree char *none = note (fixture, NULL, "I", DEVICE);
  g_autofree char *nameless = note (fixture, LENA, NULL, NULL);

  g_assert_null (news);
  g_assert_null (none);
  g_assert_nonnull (nameless);
  g_assert_cmpint (qh_signer_look (fixture->store, own, NULL, NULL), ==, QH_SIGNED_OWN);
  g_assert_cmpint (qh_store_count (fixture->store, "SELECT count (*) FROM signer", NULL), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } cases[] = {
    { "/exchange/keys/once", test_once },
    { "/exchange/keys/mode", test_mode },
    { "/exchange/keys/copied", test_copied },
    { "/exchange/keys/spoiled", test_spoiled },
    { "/exchange/keys/silent-keyring", test_silent_keyring },
    { "/exchange/keys/found-again", test_found_again },
    { "/exchange/keys/in-memory", test_in_memory },
    { "/exchange/keys/read-only", test_read_only },
    { "/exchange/keys/signers", test_signers },
    { "/exchange/keys/changed", test_changed },
    { "/exchange/keys/own", test_own },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-keys.h"
#include "base/qh-text.h"
#include "exchange/qh-keyring.h"
#include "store/qh-settings.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Only its owner may read it. */
#define MODE 0600
#define SECRET_MAX 200

/* What is kept with an open store. */
typedef struct {
  QhSealKey *key;
  gboolean is_renewed;
} Pair;

/* --- The file beside the store */

char *
qh_keys_file (QhStore *store)
{
  const char *path = qh_store_get_path (store);

  return path != NULL && !g_str_equal (path, ":memory:") ? g_strconcat (path, ".key", NULL) : NULL;
}

static QhSealKey *
read_file (QhStore *store)
{
  g_autofree char *path = qh_keys_file (store);
  char *text = NULL;
  QhSealKey *key = NULL;
  GStatBuf info;

  if (path == NULL || g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) ||
      info.st_size > SECRET_MAX || !g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  if ((info.st_mode & 0077) != 0)
    g_chmod (path, MODE);
  key = qh_seal_key_parse (g_strchomp (text));
  qh_seal_wipe (text);
  return key;
}

static gboolean
write_file (QhStore *store, const char *secret, GError **error)
{
  g_autofree char *path = qh_keys_file (store);
  char *line = g_strconcat (secret, "\n", NULL);
  g_autoptr (GError) failure = NULL;
  gboolean ok;

  ok = path == NULL ||
       g_file_set_contents_full (path, line, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, MODE,
                                 &failure);
  qh_seal_wipe (line);
  if (!ok)
    g_set_error (error, QH_ERROR, QH_ERROR_STORE, _ ("The key for signing was not kept: %s"),
                 failure->message);
  return ok;
}

/* --- One's own pair */

char *
qh_keys_get_public (QhStore *store)
{
  g_autofree char *key = qh_store_get_setting (store, QH_SETTING_PUBLIC_KEY);

  return qh_seal_is_public_key (key) ? g_steal_pointer (&key) : NULL;
}

static gboolean
belongs_to (const QhSealKey *key, const char *public_key)
{
  return key != NULL &&
         (public_key == NULL || g_str_equal (qh_seal_key_get_public (key), public_key));
}

static QhSealKey *
read_keyring (const char *device_id, const char *public_key, QhKeyringState *state)
{
  char *secret = qh_keyring_look_up (device_id, public_key, state);
  QhSealKey *key = secret != NULL ? qh_seal_key_parse (secret) : NULL;

  qh_seal_wipe (secret);
  return key;
}

/* A name for this machine that tells nothing about it. */
static char *
machine_name (void)
{
  g_autofree char *id = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    id = g_strdup (g_get_host_name ());
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, g_strstrip (id), -1);
}

/* Whether the secret was put into the keyring of this very machine: then a keyring that is silent
 * is no sign that the store was copied. */
static gboolean
is_in_keyring_here (QhStore *store)
{
  g_autofree char *kept = qh_store_get_setting (store, QH_SETTING_KEYRING);
  g_autofree char *here = kept != NULL ? machine_name () : NULL;

  return kept != NULL && g_str_equal (kept, here);
}

/* The pair of @public_key (NULL: any of this store's). NULL without an error: there is none. */
static QhSealKey *
look_up (QhStore *store, const char *device_id, const char *public_key, GError **error)
{
  g_autoptr (QhSealKey) key = read_file (store);
  g_autofree char *path = qh_keys_file (store);
  QhKeyringState state;

  if (belongs_to (key, public_key))
    return g_steal_pointer (&key);
  g_clear_pointer (&key, qh_seal_key_free);
  if (path == NULL)
    return NULL;
  key = read_keyring (device_id, public_key, &state);
  if (belongs_to (key, public_key))
    return g_steal_pointer (&key);
  if (state == QH_KEYRING_LOCKED)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("The key for signing is in the keyring, which is locked. Unlock it, "
                            "and try again."));
  else if (state == QH_KEYRING_OUT_OF_REACH && is_in_keyring_here (store))
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("The key for signing is in the keyring of the desktop on this machine, "
                            "which does not answer. Try again from the desktop."));
  return NULL;
}

static QhSealKey *
make (QhStore *store, const char *device_id, GError **error)
{
  g_autoptr (QhSealKey) key = qh_seal_key_new ();
  g_autofree char *path = qh_keys_file (store);
  g_autofree char *machine = NULL;
  char *secret;
  gboolean ok;

  if (key == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE,
                         _ ("This machine has no randomness for a key"));
    return NULL;
  }
  secret = qh_seal_key_dup_secret (key);
  if (path != NULL && qh_keyring_keep (device_id, qh_seal_key_get_public (key), secret))
    machine = machine_name ();
  ok = machine != NULL || write_file (store, secret, error);
  qh_seal_wipe (secret);
  ok = ok && qh_store_set_setting (store, QH_SETTING_KEYRING, machine, error);
  return ok ? g_steal_pointer (&key) : NULL;
}

static QhSealKey *
look_up_or_make (QhStore *store, gboolean *is_renewed, GError **error)
{
  g_autofree char *device_id = qh_settings_get_device_id (store);
  g_autofree char *public_key = qh_keys_get_public (store);
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhSealKey) key = NULL;

  if (device_id == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_READ_ONLY,
                         _ ("The store cannot be written, so nothing is signed"));
    return NULL;
  }
  key = look_up (store, device_id, public_key, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (key == NULL && (key = make (store, device_id, error)) == NULL)
    return NULL;
  if (!qh_store_set_setting (store, QH_SETTING_PUBLIC_KEY, qh_seal_key_get_public (key), error))
    return NULL;
  *is_renewed = public_key != NULL && !belongs_to (key, public_key);
  return g_steal_pointer (&key);
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  qh_seal_key_free (pair->key);
  g_free (pair);
}

const QhSealKey *
qh_keys_get (QhStore *store, GError **error)
{
  Pair *pair;
  QhSealKey *key;
  gboolean is_renewed;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  pair = qh_store_get_keepsake (store);
  if (pair != NULL)
    return pair->key;
  key = look_up_or_make (store, &is_renewed, error);
  if (key == NULL)
    return NULL;
  pair = g_new0 (Pair, 1);
  *pair = (Pair){ key, is_renewed };
  qh_store_set_keepsake (store, pair, pair_free);
  return key;
}

gboolean
qh_keys_were_renewed (QhStore *store)
{
  const Pair *pair = qh_store_get_keepsake (store);

  return pair != NULL && pair->is_renewed;
}

const char *
qh_keys_renewed_text (void)
{
  return _ ("The key for signing that belongs to this store is not on this machine (a copied or "
            "restored store?), so it has a new one. Who knew the old one is told when your next "
            "file comes.");
}

/* --- Signers */

static QhSigner *
find_by_key (QhStore *store, const char *key)
{
  const char *values[] = { key, NULL };
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_signer_entity, "WHERE public_key = ?1", values, NULL);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* Another key of the same store, or else of the same name. */
static QhSigner *
find_other_key (QhStore *store, const char *key, const char *name, const char *device_id)
{
  g_autofree char *folded = name != NULL ? qh_text_fold (name) : g_strdup ("");
  const char *values[] = { key, folded, device_id != NULL ? device_id : "", NULL };
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_signer_entity,
                       "WHERE public_key <> ?1 AND (name_key = ?2 OR device_id = ?3)"
                       " ORDER BY device_id = ?3 DESC, trusted IS NULL, id DESC LIMIT 1",
                       values, NULL);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

QhSigned
qh_signer_look (QhStore *store, const char *key, const char *name, const char *device_id)
{
  g_autofree char *own = qh_keys_get_public (store);
  g_autoptr (QhSigner) signer = NULL;
  g_autoptr (QhSigner) other = NULL;

  if (key == NULL)
    return QH_SIGNED_NOT;
  if (g_strcmp0 (key, own) == 0)
    return QH_SIGNED_OWN;
  signer = find_by_key (store, key);
  if (signer != NULL && signer->trusted != QH_NONE)
    return QH_SIGNED_TRUSTED;
  other = find_other_key (store, key, name, device_id);
  return other != NULL ? QH_SIGNED_CHANGED : QH_SIGNED_UNKNOWN;
}

const char *
qh_signed_label (QhSigned worth)
{
  switch (worth) {
  case QH_SIGNED_NOT:
    return _ ("Not signed");
  case QH_SIGNED_UNKNOWN:
    return _ ("Signed with a key that is not known");
  case QH_SIGNED_CHANGED:
    return _ ("Signed with another key than before");
  case QH_SIGNED_TRUSTED:
    return _ ("Signed with a trusted key");
  case QH_SIGNED_OWN:
    return _ ("Signed here");
  }
  g_assert_not_reached ();
}

const char *
qh_signed_name (QhSigned worth)
{
  static const char *const names[] = { "unsigned", "unknown", "changed", "trusted", "own" };

  return names[worth];
}

static QhSigner *
signer_new (QhStore *store, const char *key, const char *name, const char *device_id)
{
  g_autofree char *fingerprint = qh_seal_fingerprint (key);
  QhRecord *record = qh_record_new (&qh_signer_entity);

  qh_record_set_string (record, "name", qh_text_is_empty (name) ? fingerprint : name);
  qh_record_set_string (record, "device_id", device_id);
  qh_record_set_string (record, "public_key", key);
  qh_record_set_int (record, "first_seen", qh_clock_now (qh_store_get_clock (store)));
  return QH_SIGNER (record);
}

static char *
tell (QhSigner *signer, QhSigner *other)
{
  g_autofree char *now = qh_seal_fingerprint (signer->public_key);
  g_autofree char *before = other != NULL ? qh_seal_fingerprint (other->public_key) : NULL;

  if (other != NULL)
    return g_strdup_printf (
        /* Translators: a person, and two fingerprints */
        _ ("%s signs with another key than before: %s instead of %s. Ask whether that is so before "
           "you trust it."),
        signer->name, now, before);
  /* Translators: a person, and a fingerprint */
  return g_strdup_printf (_ ("%s signs with a key that is not known here: %s."), signer->name, now);
}

gboolean
qh_signer_note (QhStore *store, const char *key, const char *name, const char *device_id,
                char **news, GError **error)
{
  g_autofree char *own = qh_keys_get_public (store);
  g_autoptr (QhSigner) signer = NULL;
  g_autoptr (QhSigner) other = NULL;

  *news = NULL;
  if (key == NULL || g_strcmp0 (key, own) == 0)
    return TRUE;
  signer = find_by_key (store, key);
  if (signer != NULL)
    return TRUE;
  signer = signer_new (store, key, name, device_id);
  other = find_other_key (store, key, signer->name, device_id);
  if (!qh_store_save (store, QH_RECORD (signer), error))
    return FALSE;
  *news = tell (signer, other);
  return TRUE;
}

QhSigner *
qh_signer_find (QhStore *store, const char *text, GError **error)
{
  g_autoptr (GPtrArray) all =
      qh_store_select (store, &qh_signer_entity, "ORDER BY name_key, id", NULL, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++) {
    QhSigner *signer = all->pdata[i];
    if (qh_seal_is_fingerprint_of (text, signer->public_key))
      return g_object_ref (signer);
  }
  return (QhSigner *)qh_store_resolve (store, &qh_signer_entity, text, error);
}

static gboolean
save (QhStore *store, QhRecord *record, GError **error)
{
  return qh_store_save (store, record, error);
}

static gboolean
in_one_change (QhStore *store, const char *label,
               gboolean (*work) (QhStore *, QhRecord *, GError **), QhRecord *record,
               GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (work (store, record, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

gboolean
qh_signer_trust (QhStore *store, QhSigner *signer, GError **error)
{
  if (signer->trusted == QH_NONE)
    qh_record_set_int (QH_RECORD (signer), "trusted", qh_clock_now (qh_store_get_clock (store)));
  return in_one_change (store, _ ("Trust a key"), save, QH_RECORD (signer), error);
}

gboolean
qh_signer_forget (QhStore *store, QhSigner *signer, GError **error)
{
  return in_one_change (store, _ ("Forget a key"), qh_store_delete, QH_RECORD (signer), error);
}

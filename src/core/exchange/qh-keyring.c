/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-keyring.h"
#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* How long an answer is waited for. */
#define PATIENCE (5 * G_TIME_SPAN_SECOND)

static const SecretSchema schema = {
  .name = "io.github.quarterhour.Key",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "device-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
                  { "public-key", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* --- A deadline: every call below gives up when it is cancelled */

typedef struct {
  GCancellable *cancellable;
  GMutex mutex;
  GCond cond;
  gboolean over;
  GThread *thread;
} Deadline;

static gpointer
watch (gpointer data)
{
  Deadline *deadline = data;
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean in_time = TRUE;

  g_mutex_lock (&deadline->mutex);
  while (!deadline->over && in_time)
    in_time = g_cond_wait_until (&deadline->cond, &deadline->mutex, until);
  g_mutex_unlock (&deadline->mutex);
  if (!in_time)
    g_cancellable_cancel (deadline->cancellable);
  return NULL;
}

static void
deadline_begin (Deadline *deadline)
{
  g_mutex_init (&deadline->mutex);
  g_cond_init (&deadline->cond);
  deadline->cancellable = g_cancellable_new ();
  deadline->thread = g_thread_new ("keyring", watch, deadline);
}

static void
deadline_end (Deadline *deadline)
{
  g_mutex_lock (&deadline->mutex);
  deadline->over = TRUE;
  g_cond_signal (&deadline->cond);
  g_mutex_unlock (&deadline->mutex);
  g_thread_join (deadline->thread);
  g_object_unref (deadline->cancellable);
  g_mutex_clear (&deadline->mutex);
  g_cond_clear (&deadline->cond);
}

/* --- The keyring */

/* Whether there is a session whose keyring it could be: where there is none, GLib would start a bus
 * for it. */
static gboolean
has_session (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL || g_file_test (socket, G_FILE_TEST_EXISTS);
}

static SecretService *
find_service (Deadline *deadline)
{
  return has_session () ? secret_service_get_sync (SECRET_SERVICE_NONE, deadline->cancellable, NULL)
                        : NULL;
}

static char *
text_of (SecretItem *item)
{
  g_autoptr (SecretValue) value = secret_item_get_secret (item);
  const char *text = value != NULL ? secret_value_get_text (value) : NULL;

  return g_strdup (text);
}

static char *
search (SecretService *service, GHashTable *attributes, Deadline *deadline, QhKeyringState *state)
{
  GList *items = secret_service_search_sync (service, &schema, attributes,
                                             SECRET_SEARCH_ALL | SECRET_SEARCH_LOAD_SECRETS,
                                             deadline->cancellable, NULL);
  char *secret = NULL;

  for (GList *l = items; l != NULL && secret == NULL; l = l->next) {
    if (secret_item_get_locked (l->data))
      *state = QH_KEYRING_LOCKED;
    else
      secret = text_of (l->data);
  }
  g_list_free_full (items, g_object_unref);
  return secret;
}

char *
qh_keyring_look_up (const char *device_id, const char *public_key, QhKeyringState *state)
{
  g_autoptr (GHashTable) attributes = secret_attributes_build (
      &schema, "device-id", device_id, public_key != NULL ? "public-key" : NULL, public_key, NULL);
  g_autoptr (SecretService) service = NULL;
  Deadline deadline = { 0 };
  char *secret = NULL;

  deadline_begin (&deadline);
  service = find_service (&deadline);
  *state = service != NULL ? QH_KEYRING_OPEN : QH_KEYRING_OUT_OF_REACH;
  if (service != NULL)
    secret = search (service, attributes, &deadline, state);
  deadline_end (&deadline);
  return secret;
}

static gboolean
keep (SecretService *service, GHashTable *attributes, const char *secret, Deadline *deadline)
{
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
      service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, deadline->cancellable, NULL);
  g_autoptr (SecretValue) value = secret_value_new (secret, -1, "text/plain");
  g_autoptr (SecretItem) item = NULL;

  if (collection == NULL || secret_collection_get_locked (collection))
    return FALSE;
  item = secret_item_create_sync (collection, &schema, attributes,
                                  /* Translators: what the desktop's keyring calls it */
                                  _ ("Quarterhour’s signature"), value, SECRET_ITEM_CREATE_REPLACE,
                                  deadline->cancellable, NULL);
  return item != NULL;
}

gboolean
qh_keyring_keep (const char *device_id, const char *public_key, const char *secret)
{
  g_autoptr (GHashTable) attributes =
      secret_attributes_build (&schema, "device-id", device_id, "public-key", public_key, NULL);
  g_autoptr (SecretService) service = NULL;
  Deadline deadline = { 0 };
  gboolean kept = FALSE;

  deadline_begin (&deadline);
  service = find_service (&deadline);
  if (service != NULL)
    kept = keep (service, attributes, secret, &deadline);
  deadline_end (&deadline);
  return kept;
}

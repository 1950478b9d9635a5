/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of English and of one more language, folded and sorted for matching. They are part of
 * the program and never change, so each language is read once, then shared, and never freed:
 * references are not counted. */
#include "design/qh-phrases.h"
#include "base/qh-text.h"
#include "design/qh-phrases-private.h"
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FOLDER "/io/github/quarterhour/Quarterhour/phrases/"

typedef struct {
  char *phrase; /* as it is listed */
  char *folded;
} Phrase;

struct _QhPhrases {
  GArray *activity; /* Phrase, the longest first */
  GArray *housekeeping;
  GPtrArray *access; /* QhAccessTable */
  GHashTable *common; /* words without diacritics */
};

/* Compiled into the base library; naming it here keeps the linker from leaving it out. */
extern GResource *qh_core_get_resource (void);

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Phrase *one = a, *other = b;
  gsize length = strlen (one->folded), its_length = strlen (other->folded);

  if (length != its_length)
    return length > its_length ? -1 : 1;
  return strcmp (one->folded, other->folded);
}

static void
load_list (JsonObject *object, const char *member, GArray *phrases)
{
  JsonArray *list = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (list); i++) {
    const char *text = json_array_get_string_element (list, i);
    Phrase phrase = { g_strdup (text), qh_text_fold (text) };
    g_array_append_val (phrases, phrase);
  }
  g_array_sort (phrases, compare_lengths);
}

/* "für" → "fur". */
static char *
strip_diacritics (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *stripped = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (stripped, g_utf8_get_char (p));
  return g_string_free (stripped, FALSE);
}

static void
load_common (JsonObject *object, GHashTable *words)
{
  JsonArray *list = json_object_get_array_member (object, "common");

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_hash_table_add (words, strip_diacritics (json_array_get_string_element (list, i)));
}

static GBytes *
find_file (const char *code)
{
  g_autofree char *path = g_strconcat (FOLDER, code, ".json", NULL);

  return g_resource_lookup_data (qh_core_get_resource (), path, 0, NULL);
}

static gboolean
is_known (const char *code)
{
  g_autoptr (GBytes) bytes = find_file (code);

  return bytes != NULL;
}

/* The files are ours, and a test reads them all: one that cannot be read is a fault of the build.
 */
static void
load_language (QhPhrases *self, const char *code)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = find_file (code);
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize)g_bytes_get_size (bytes), &error))
    g_error ("phrases/%s.json: %s", code, error->message);
  object = json_node_get_object (json_parser_get_root (parser));
  load_list (object, "activity", self->activity);
  load_list (object, "housekeeping", self->housekeeping);
  load_common (object, self->common);
  g_ptr_array_add (self->access,
                   qh_access_table_new (json_object_get_object_member (object, "access")));
}

/* "de_DE.UTF-8" → "de"; NULL where that can be no language. */
static char *
language_code (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "_-.@") : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (language[i]))
      return NULL;
  return length == 2 || length == 3 ? g_ascii_strdown (language, (gssize)length) : NULL;
}

static QhPhrases *
load (const char *code)
{
  QhPhrases *self = g_new0 (QhPhrases, 1);

  self->activity = g_array_new (FALSE, FALSE, sizeof (Phrase));
  self->housekeeping = g_array_new (FALSE, FALSE, sizeof (Phrase));
  self->access = g_ptr_array_new ();
  self->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load_language (self, "en");
  if (!g_str_equal (code, "en"))
    load_language (self, code);
  return self;
}

QhPhrases *
qh_phrases_new (const char *language)
{
  static GMutex lock;
  static GHashTable *loaded; /* by language code */
  g_autofree char *code = language_code (language);
  QhPhrases *phrases;

  if (code == NULL || !is_known (code)) {
    g_free (code);
    code = g_strdup ("en");
  }
  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  phrases = g_hash_table_lookup (loaded, code);
  if (phrases == NULL) {
    phrases = load (code);
    g_hash_table_insert (loaded, g_steal_pointer (&code), phrases);
  }
  g_mutex_unlock (&lock);
  return qh_phrases_ref (phrases);
}

QhPhrases *
qh_phrases_ref (QhPhrases *phrases)
{
  return phrases;
}

void
qh_phrases_unref (QhPhrases *phrases)
{
}

GPtrArray *
qh_phrases_access (QhPhrases *phrases)
{
  return phrases->access;
}

static const char *
find (GArray *phrases, const char *text, gboolean at_start)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return NULL;
  folded = qh_text_fold (text);
  for (guint i = 0; i < phrases->len; i++) {
    const Phrase *phrase = &g_array_index (phrases, Phrase, i);
    if (qh_text_find_phrase (folded, phrase->folded, at_start) >= 0)
      return phrase->phrase;
  }
  return NULL;
}

const char *
qh_phrases_find_activity (QhPhrases *phrases, const char *text)
{
  return find (phrases->activity, text, TRUE);
}

const char *
qh_phrases_find_housekeeping (QhPhrases *phrases, const char *text)
{
  return find (phrases->housekeeping, text, FALSE);
}

gboolean
qh_phrases_is_common (QhPhrases *phrases, const char *word)
{
  return g_hash_table_contains (phrases->common, word);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in the quick line: `@Ferris Dental`, `@"Ferris Dental"`, `@Ferris/Sarah`. A name is what
 * exactly one client's name begins with; of the words behind the sign it takes as many as still
 * fit somebody, so that "@Ferris wrong invoice" is Ferris and a text. */
#include "exchange/qh-quick-name.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-token.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 12
#define MAX_RUN 1024 /* bytes of a name before a slash */
#define MAX_NAMED 5 /* candidates that a hint names */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"
#define SIGNS "@#!>\""

/* The records whose folded name begins with a text. */
typedef struct {
  GPtrArray *ids, *names; /* char *, at most MAX_NAMED + 1 */
} Matches;

#define CLIENTS                                                         \
  "SELECT id, name FROM client WHERE name_key >= ?1 AND name_key < ?2 " \
  "ORDER BY name_key <> ?1, name_key, id LIMIT 6"
/* A person goes by any part of his name. */
#define CONTACTS                                                                      \
  "SELECT id, name FROM contact WHERE client = ?3 "                                   \
  "AND (name_key >= ?1 AND name_key < ?2 OR instr (' ' || name_key, ' ' || ?1) > 0) " \
  "ORDER BY name_key <> ?1, name_key, id LIMIT 6"

static void
matches_clear (Matches *matches)
{
  g_clear_pointer (&matches->ids, g_ptr_array_unref);
  g_clear_pointer (&matches->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matches, matches_clear)

/* Whether @name is @folded from beginning to end. */
static gboolean
is_whole (const char *name, const char *folded)
{
  g_autofree char *whole = qh_text_fold (name);
  return g_str_equal (whole, folded);
}

/* Looks up what begins with @text; a name that is the text and nothing more wins. */
static void
look_up (QhStore *store, const char *client, const char *text, Matches *matches)
{
  sqlite3_stmt *statement = qh_store_prepare (store, client != NULL ? CONTACTS : CLIENTS);
  g_autofree char *folded = qh_text_fold (text);
  g_autofree char *end = g_strconcat (folded, LAST_CHARACTER, NULL);

  matches_clear (matches);
  matches->ids = g_ptr_array_new_with_free_func (g_free);
  matches->names = g_ptr_array_new_with_free_func (g_free);
  if (*folded == '\0')
    return;
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_TRANSIENT);
  if (client != NULL)
    sqlite3_bind_text (statement, 3, client, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    g_ptr_array_add (matches->ids, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
    g_ptr_array_add (matches->names, g_strdup ((const char *)sqlite3_column_text (statement, 1)));
  }
  sqlite3_reset (statement);
  if (matches->ids->len > 1 && is_whole (matches->names->pdata[0], folded) &&
      !is_whole (matches->names->pdata[1], folded)) {
    g_ptr_array_set_size (matches->ids, 1);
    g_ptr_array_set_size (matches->names, 1);
  }
}

/* Where the @n-th word of @text ends, without the punctuation behind it; 0 when there are fewer, or
 * a sign begins before. */
static gsize
words_end (const char *text, guint n)
{
  const char *at = text;

  for (guint i = 0; i < n; i++) {
    while (i > 0 && g_unichar_isspace (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    if (*at == '\0' || (i > 0 && strchr (SIGNS, *at) != NULL))
      return 0;
    at += qh_quick_word_length (at);
  }
  while (at > text && strchr (".,;:!?", at[-1]) != NULL)
    at--;
  return at - text;
}

/* The longest run of words at @text that somebody's name begins with; its length, 0 for none. */
static gsize
longest (QhStore *store, const char *client, const char *text, Matches *matches)
{
  for (guint n = MAX_WORDS; n > 0; n--) {
    gsize length = words_end (text, n);
    g_autofree char *run = g_strndup (text, length);
    look_up (store, client, run, matches);
    if (matches->ids->len > 0)
      return length;
  }
  return 0;
}

static char *
describe (const Matches *matches, const char *nobody)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (matches->ids->len == 0)
    return g_strdup (nobody);
  for (guint i = 0; i < MIN (matches->ids->len, MAX_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *)matches->names->pdata[i]);
  if (matches->ids->len > MAX_NAMED)
    g_string_append (names, ", …");
  return g_strdup_printf (_ ("it fits %s"), names->str);
}

/* A quoted name: the bytes it takes with its quotes; 0 when there is none. */
static gsize
read_quoted (QhStore *store, const char *client, const char *text, Matches *matches)
{
  gsize length = 0;
  g_autofree char *quoted = qh_quick_read_quoted (text, &length);

  if (quoted != NULL)
    look_up (store, client, quoted, matches);
  return length;
}

/* All of @text up to the slash behind which a contact stands, if it is one client's; 0 when not. */
static gsize
read_to_slash (QhStore *store, const char *text, Matches *matches)
{
  const char *slash = memchr (text, '/', strnlen (text, MAX_RUN));
  g_autofree char *run = slash != NULL ? g_strndup (text, slash - text) : NULL;

  if (run == NULL)
    return 0;
  look_up (store, NULL, run, matches);
  return matches->ids->len == 1 ? strlen (run) : 0;
}

/* The longer of what the slash ends and what the words give: a slash may be part of the name. */
static gsize
read_name (QhStore *store, const char *client, const char *text, Matches *matches)
{
  g_auto (Matches) run = { NULL, NULL };
  gsize length = read_quoted (store, client, text, matches);
  gsize to_slash = 0;

  if (length > 0)
    return length;
  length = longest (store, client, text, matches);
  if (client == NULL)
    to_slash = read_to_slash (store, text, &run);
  if (to_slash <= length)
    return length;
  matches_clear (matches);
  matches->ids = g_steal_pointer (&run.ids);
  matches->names = g_steal_pointer (&run.names);
  return to_slash;
}

/* One name at @text: whose it is if it is one body's, else the problem. */
static gboolean
read_one (QhStore *store, const char *client, const char *text, QhQuickName *name, char **title)
{
  g_auto (Matches) matches = { NULL, NULL };
  gsize length = read_name (store, client, text, &matches);
  char **id = client == NULL ? &name->client : &name->contact;

  if (matches.ids->len != 1) {
    name->problem = describe (&matches, client == NULL ? _ ("no client’s name begins like that")
                                                       : _ ("nobody there is called that"));
    return FALSE;
  }
  name->length += length;
  *id = g_strdup (matches.ids->pdata[0]);
  *title = g_strdup (matches.names->pdata[0]);
  return TRUE;
}

void
qh_quick_name_read (QhStore *store, const char *text, gboolean with_contact, QhQuickName *name)
{
  g_autofree char *client = NULL;
  g_autofree char *contact = NULL;

  memset (name, 0, sizeof *name);
  if (!read_one (store, NULL, text, name, &client))
    return;
  if (with_contact && text[name->length] == '/') {
    name->length++;
    if (!read_one (store, name->client, text + name->length, name, &contact))
      name->length--;
  }
  name->label = contact != NULL ? g_strconcat (client, " / ", contact, NULL) : g_strdup (client);
}

void
qh_quick_name_clear (QhQuickName *name)
{
  g_clear_pointer (&name->client, g_free);
  g_clear_pointer (&name->contact, g_free);
  g_clear_pointer (&name->label, g_free);
  g_clear_pointer (&name->problem, g_free);
}

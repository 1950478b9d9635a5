/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-across.h"
#include "base/qh-text.h"
#include <string.h>

QhMention *
qh_mention_new (const char *plan, const char *client, const char *rep, const char *rep_key,
                const char *text, const char *place)
{
  QhMention *mention = g_new0 (QhMention, 1);

  *mention = (QhMention){ g_strdup (plan),    g_strdup (client), g_strdup (rep),
                          g_strdup (rep_key), g_strdup (text),   g_strdup (place) };
  return mention;
}

void
qh_mention_free (QhMention *mention)
{
  g_free (mention->plan);
  g_free (mention->client);
  g_free (mention->rep);
  g_free (mention->rep_key);
  g_free (mention->text);
  g_free (mention->place);
  g_free (mention);
}

void
qh_across_free (QhAcross *across)
{
  g_free (across->text);
  g_free (across->place);
  g_ptr_array_unref (across->texts);
  g_ptr_array_unref (across->clients);
  g_ptr_array_unref (across->reps);
  g_ptr_array_unref (across->plans);
  g_free (across);
}

/* --- Laying beside each other */

typedef struct {
  QhAcross *across;
  GHashTable *clients, *reps, *texts; /* what was met already, to be compared */
} Pile;

static void
pile_free (gpointer data)
{
  Pile *pile = data;

  g_clear_pointer (&pile->across, qh_across_free);
  g_hash_table_unref (pile->clients);
  g_hash_table_unref (pile->reps);
  g_hash_table_unref (pile->texts);
  g_free (pile);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static Pile *
pile_new (const QhMention *mention)
{
  Pile *pile = g_new0 (Pile, 1);
  QhAcross *across = g_new0 (QhAcross, 1);

  *across = (QhAcross){ g_strdup (mention->text),
                        g_strdup (mention->place),
                        new_list (),
                        new_list (),
                        new_list (),
                        new_list () };
  *pile = (Pile){ across, new_set (), new_set (), new_set () };
  return pile;
}

/* Adds @name to @list where its @key is new; the key is taken. */
static void
add (GHashTable *met, GPtrArray *list, char *key, const char *name)
{
  if (g_hash_table_add (met, key))
    g_ptr_array_add (list, g_strdup (name));
}

static void
lay_on (Pile *pile, const QhMention *mention)
{
  QhAcross *across = pile->across;
  const char *last = across->plans->len > 0 ? across->plans->pdata[across->plans->len - 1] : NULL;

  add (pile->texts, across->texts, qh_text_fold (mention->text), mention->text);
  if (mention->client != NULL)
    add (pile->clients, across->clients, qh_text_fold (mention->client), mention->client);
  if (mention->rep != NULL)
    add (pile->reps, across->reps, g_strdup (mention->rep_key), mention->rep);
  if (g_strcmp0 (last, mention->plan) != 0)
    g_ptr_array_add (across->plans, g_strdup (mention->plan));
}

typedef char *(*KeyFunc) (const QhMention *mention);
typedef guint (*CountFunc) (const QhAcross *across);

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const QhAcross *left = *(QhAcross *const *)a, *right = *(QhAcross *const *)b;
  CountFunc count = data;

  if (count (left) != count (right))
    return count (left) > count (right) ? -1 : 1;
  if (left->plans->len != right->plans->len)
    return left->plans->len > right->plans->len ? -1 : 1;
  return strcmp (left->text, right->text);
}

/* What has one key, where @count makes it several. */
static GPtrArray *
lay (GPtrArray *mentions, KeyFunc key_of, CountFunc count)
{
  g_autoptr (GHashTable) piles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pile_free);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_across_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < mentions->len; i++) {
    const QhMention *mention = mentions->pdata[i];
    char *key = qh_text_is_empty (mention->text) ? NULL : key_of (mention);
    Pile *pile = key != NULL ? g_hash_table_lookup (piles, key) : NULL;
    if (key != NULL && pile == NULL)
      g_hash_table_insert (piles, g_strdup (key), pile = pile_new (mention));
    if (pile != NULL)
      lay_on (pile, mention);
    g_free (key);
  }
  g_hash_table_iter_init (&iter, piles);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Pile *pile = value;
    if (count (pile->across) > 1)
      g_ptr_array_add (found, g_steal_pointer (&pile->across));
  }
  g_ptr_array_sort_with_data (found, compare, count);
  return found;
}

/* --- The three */

static guint
count_clients (const QhAcross *across)
{
  return across->clients->len;
}

static guint
count_reps (const QhAcross *across)
{
  return across->reps->len;
}

static char *
key_of_text (const QhMention *mention)
{
  return qh_text_fold (mention->text);
}

static char *
key_of_place (const QhMention *mention)
{
  return g_strdup (mention->place);
}

static char *
key_of_both (const QhMention *mention)
{
  g_autofree char *text = qh_text_fold (mention->text);
  g_autofree char *place = qh_across_street (mention->place);

  return place != NULL ? g_strdup_printf ("%s\n%s", text, place) : NULL;
}

GPtrArray *
qh_across_outputs (GPtrArray *mentions)
{
  g_return_val_if_fail (mentions != NULL, NULL);

  return lay (mentions, key_of_text, count_clients);
}

GPtrArray *
qh_across_frictions (GPtrArray *mentions)
{
  g_return_val_if_fail (mentions != NULL, NULL);

  return lay (mentions, key_of_place, count_reps);
}

GPtrArray *
qh_across_content (GPtrArray *mentions)
{
  g_return_val_if_fail (mentions != NULL, NULL);

  return lay (mentions, key_of_both, count_clients);
}

static gboolean
has_digit (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isdigit (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Numbers of houses and post codes go, and so does what stands between words. */
char *
qh_across_street (const char *address)
{
  g_autofree char *folded = qh_text_fold (address);
  g_auto (GStrv) words = g_strsplit_set (g_strdelimit (folded, ",.;/", ' '), " ", -1);
  g_autoptr (GString) street = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_digit (words[i]))
      g_string_append_printf (street, "%s%s", street->len > 0 ? " " : "", words[i]);
  return street->len > 0 ? g_strdup (street->str) : NULL;
}

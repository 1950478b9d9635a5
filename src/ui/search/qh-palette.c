/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-palette.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-line.h"
#include "qh-closures.h"
#include "qh-commands.h"
#include "qh-places.h"
#include "store/qh-search-query.h"
#include "store/qh-views.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is asked of full text search, and of each kind's names. */
#define HITS_MAX 24
#define NAMES_MAX 5
/* Rows of a group, and of the texts. */
#define GROUP_MAX 6
#define TEXTS_MAX 20
/* Of a quick line. */
#define HINTS_MAX 2
/* With a client that is found by name. */
#define MEETINGS_MAX 3
/* What was in view before. */
#define RECENT_MAX 6

/* Pages that lie behind a place. */
static const struct {
  const char *title;
  const char *action;
} pages[] = {
  { N_ ("Trust"), "win.open-trust" },
  { N_ ("Touchpoint Audit"), "win.open-touchpoints" },
  { N_ ("Housekeeping"), "win.open-housekeeping" },
  { N_ ("Across the Plans"), "win.open-across" },
};

struct _QhPalette {
  QhStore *store;
  GPtrArray *own; /* pages and actions */
  GPtrArray *recent;
};

QhPalette *
qh_palette_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhPalette *self = g_new0 (QhPalette, 1);
  self->store = g_object_ref (store);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_found_unref);
  self->recent = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_found_unref);
  return self;
}

void
qh_palette_free (QhPalette *self)
{
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->recent);
  g_object_unref (self->store);
  g_free (self);
}

/* --- What there is */

static void
add_own (QhPalette *self, QhFoundGroup group, const char *title, const char *action,
         const char *keys)
{
  QhFound *found = qh_found_new (self->store, group, title, action);

  found->keys = qh_keys_label (keys);
  found->can_stand_beside = group == QH_FOUND_PAGES;
  g_ptr_array_add (self->own, found);
}

/* A place as it was saved by a name: found by that, and by the place's. */
static void
add_views (QhPalette *self, const QhPlace *place)
{
  g_autoptr (GPtrArray) views = qh_views_list (self->store, place->name);

  for (guint i = 0; i < views->len; i++) {
    const QhView *view = views->pdata[i];
    g_autoptr (GVariant) target =
        g_variant_ref_sink (g_variant_new ("(ss)", place->name, view->name));
    g_autofree char *action = g_action_print_detailed_name ("win.open-view", target);
    g_autofree char *title = qh_closure_join (NULL, view->name, _ (place->title));
    add_own (self, QH_FOUND_PAGES, title, action, NULL);
  }
}

void
qh_palette_add_pages (QhPalette *self)
{
  for (const QhPlace *place = qh_places (); place->name; place++) {
    g_autofree char *action = g_strdup_printf ("win.page::%s", place->name);
    add_own (self, QH_FOUND_PAGES, _ (place->title), action, place->key);
    add_views (self, place);
  }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add_own (self, QH_FOUND_PAGES, _ (pages[i].title), pages[i].action, NULL);
}

void
qh_palette_add_actions (QhPalette *self, gboolean (*is_enabled) (const char *, gpointer),
                        gpointer user_data)
{
  for (const QhCommand *command = qh_commands (); command->title; command++)
    if (command->action && !command->is_plain && is_enabled (command->action, user_data))
      add_own (self, QH_FOUND_ACTIONS, _ (command->title), command->action, command->keys);
}

static gboolean
has_recent (QhPalette *self, const char *action)
{
  for (guint i = 0; i < self->recent->len; i++)
    if (g_str_equal (((QhFound *)self->recent->pdata[i])->action, action))
      return TRUE;
  return FALSE;
}

static void
add_recent (QhPalette *self, QhRecord *record)
{
  QhFound *found = qh_found_new_for_record (self->store, QH_FOUND_RECENT, record);

  if (!found)
    return;
  if (has_recent (self, found->action))
    qh_found_unref (found);
  else
    g_ptr_array_add (self->recent, found);
}

void
qh_palette_add_recent (QhPalette *self, const char *const *ids)
{
  g_autoptr (GPtrArray) touched = NULL;

  for (guint i = 0; ids && ids[i] && self->recent->len < RECENT_MAX; i++) {
    g_autoptr (QhRecord) record = qh_store_find (self->store, ids[i], NULL);
    if (record)
      add_recent (self, record);
  }
  if (self->recent->len >= RECENT_MAX / 2)
    return;
  touched = qh_store_select (self->store, &qh_client_entity, "ORDER BY modified DESC, id LIMIT 3",
                             NULL, NULL);
  for (guint i = 0; touched && i < touched->len; i++)
    add_recent (self, touched->pdata[i]);
}

/* --- A quick line */

gboolean
qh_palette_is_line (const char *text)
{
  if (text[0] != '\0' && strchr ("fwpch", text[0]) && text[1] == ' ' &&
      !qh_text_is_empty (text + 2))
    return TRUE;
  for (const char *p = text; *p != '\0'; p++) {
    gboolean begins = p == text || g_ascii_isspace (p[-1]);
    gboolean is_sign = (*p == '@' || *p == '#')
                           ? g_unichar_isalnum (g_utf8_get_char (p + 1)) || p[1] == '"'
                       : *p == '!' ? p[1] >= '1' && p[1] <= '4'
                                   : FALSE;
    if (begins && is_sign)
      return TRUE;
  }
  return FALSE;
}

/* What is not understood stays in the text, and is said. */
static char *
describe_hints (const QhQuickLine *line)
{
  g_autoptr (GPtrArray) hints = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < line->hints->len && i < HINTS_MAX; i++)
    g_ptr_array_add (hints, line->hints->pdata[i]);
  g_ptr_array_add (hints, NULL);
  text = g_strjoinv ("\n", (char **)hints->pdata);
  return *text ? g_markup_escape_text (text, -1) : NULL;
}

static void
add_line (QhPalette *self, const char *text, GPtrArray *found)
{
  g_autoptr (QhQuickLine) line = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;
  QhFound *log;

  if (!qh_palette_is_line (text) || !g_utf8_validate (text, -1, NULL))
    return;
  line = qh_quick_line_new (self->store, text);
  sentence = qh_quick_line_sentence (self->store, line);
  /* Translators: what a line that is typed into the palette will become, in words */
  title = g_strdup_printf (_ ("Log: %s"), sentence);
  log = qh_found_new (self->store, QH_FOUND_LOG, title, NULL);
  log->snippet = describe_hints (line);
  log->score = G_MAXINT;
  g_ptr_array_add (found, log);
}

/* --- Finding */

static void
add_own_found (QhPalette *self, GPtrArray *words, GPtrArray *found)
{
  for (guint i = 0; i < self->own->len; i++) {
    QhFound *own = self->own->pdata[i];

    own->score = qh_search_score (own->words, words);
    if (own->score > 0 || words->len == 0)
      g_ptr_array_add (found, qh_found_ref (own));
  }
}

static gboolean
has_id (GPtrArray *hits, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (((QhHit *)hits->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
add_hit (QhPalette *self, const QhHit *hit, GPtrArray *found)
{
  QhFound *record = qh_found_new_for_hit (self->store, hit);

  if (record)
    g_ptr_array_add (found, record);
}

/* Who asks for a client by name may mean a meeting with him: the newest, a little below him. */
static void
add_meetings_with (QhPalette *self, const QhHit *client, GPtrArray *found)
{
  const char *values[] = { client->id, NULL };
  g_autoptr (GPtrArray) meetings = qh_store_select (
      self->store, &qh_meeting_entity,
      "WHERE client = ?1 ORDER BY start DESC LIMIT " G_STRINGIFY (MEETINGS_MAX), values, NULL);

  for (guint i = 0; meetings && i < meetings->len; i++) {
    QhMeeting *meeting = meetings->pdata[i];
    QhFound *row = qh_found_new_for_record (self->store, QH_FOUND_MEETINGS, QH_RECORD (meeting));
    g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);
    row->score = client->score - 1;
    row->snippet = g_markup_escape_text (aim, -1);
    g_ptr_array_add (found, row);
  }
}

static void
add_names_found (QhPalette *self, GPtrArray *names, GPtrArray *found)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < names->len; i++) {
    const QhHit *hit = names->pdata[i];

    add_hit (self, hit, found);
    if (is_first && g_str_equal (hit->entity, qh_client_entity.name))
      add_meetings_with (self, hit, found);
    is_first = FALSE;
  }
}

static void
add_records_found (QhPalette *self, const char *text, GPtrArray *found)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_hit_free);
  g_autoptr (GPtrArray) hits = NULL;

  qh_store_search_names (self->store, text, NAMES_MAX, names, NULL);
  add_names_found (self, names, found);
  hits = qh_store_search (self->store, text, HITS_MAX, NULL);
  for (guint i = 0; hits && i < hits->len; i++)
    if (!has_id (names, names->len, ((QhHit *)hits->pdata[i])->id))
      add_hit (self, hits->pdata[i], found);
}

/* --- Their order */

/* The better first; of equal ones as they came. */
static int
compare_score (gconstpointer a, gconstpointer b)
{
  return (*(QhFound *const *)b)->score - (*(QhFound *const *)a)->score;
}

static void
drop_more (GPtrArray *group, guint most)
{
  if (group->len > most)
    g_ptr_array_set_size (group, most);
}

/* @found apart, by group, each with its best first. */
static void
split_groups (GPtrArray *found, GPtrArray **groups, gboolean is_limited)
{
  for (guint i = 0; i < QH_N_FOUND_GROUPS; i++)
    groups[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_found_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (groups[((QhFound *)found->pdata[i])->group], qh_found_ref (found->pdata[i]));
  for (guint i = 0; i < QH_N_FOUND_GROUPS && is_limited; i++) {
    g_ptr_array_sort (groups[i], compare_score);
    drop_more (groups[i], i == QH_FOUND_TEXTS ? TEXTS_MAX : GROUP_MAX);
  }
}

/* The group with the best, of those that are left; of equal ones the first. */
static int
best_group (GPtrArray **groups)
{
  int best = -1;

  for (int i = 0; i < QH_N_FOUND_GROUPS; i++) {
    if (!groups[i] || groups[i]->len == 0)
      continue;
    if (best < 0 ||
        ((QhFound *)groups[i]->pdata[0])->score > ((QhFound *)groups[best]->pdata[0])->score)
      best = i;
  }
  return best;
}

static GPtrArray *
order (GPtrArray *found, gboolean is_limited)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_found_unref);
  GPtrArray *groups[QH_N_FOUND_GROUPS];
  int best;

  split_groups (found, groups, is_limited);
  while ((best = best_group (groups)) >= 0) {
    g_ptr_array_extend_and_steal (ordered, g_steal_pointer (&groups[best]));
  }
  for (guint i = 0; i < QH_N_FOUND_GROUPS; i++)
    g_clear_pointer (&groups[i], g_ptr_array_unref);
  return ordered;
}

GPtrArray *
qh_palette_find (QhPalette *self, const char *text)
{
  g_return_val_if_fail (self && text, NULL);

  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_found_unref);
  g_autoptr (GPtrArray) words = qh_search_words (self->store, text);

  if (words->len == 0 && !qh_text_is_empty (text))
    return g_steal_pointer (&found); /* signs alone are no question */
  for (guint i = 0; i < self->recent->len && words->len == 0; i++)
    g_ptr_array_add (found, qh_found_ref (self->recent->pdata[i]));
  add_own_found (self, words, found);
  if (words->len > 0) {
    add_line (self, text, found);
    add_records_found (self, text, found);
  }
  return order (found, words->len > 0);
}

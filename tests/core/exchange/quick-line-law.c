/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quick-line-law.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include "exchange/qh-quick-complete.h"
#include <string.h>

static char *
add_client (QhStore *store, const char *name)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", name);
  qh_store_save (store, QH_RECORD (client), &error);
  g_assert_no_error (error);
  return g_strdup (QH_RECORD (client)->id);
}

static void
add_contact (QhStore *store, const char *client, const char *name)
{
  g_autoptr (QhContact) contact = qh_contact_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (contact), "client", client);
  qh_record_set_string (QH_RECORD (contact), "name", name);
  qh_store_save (store, QH_RECORD (contact), &error);
  g_assert_no_error (error);
}

QhStore *
quick_line_store_new (void)
{
  static const char *const others[] = { "Ferry & Co",  "Fer",         "Okafor & Sons",
                                        "A/S Nordlys", "Ölmühle Süd", "Ob",
                                        "Obs" };
  g_autoptr (GError) error = NULL;
  g_autofree char *ferris = NULL;
  QhStore *store;
  gint64 now;
  QhClock clock;

  g_assert_true (qh_instant_parse (QUICK_LINE_NOW, NULL, &now));
  clock = qh_clock_fixed (now, NULL);
  store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  ferris = add_client (store, "Ferris Dental Group");
  add_contact (store, ferris, "Dr Martin Ferris");
  add_contact (store, ferris, "Sarah Lind");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_free (add_client (store, others[i]));
  return store;
}

/* --- The law */

/* Appends the characters of @part that are no white space. */
static void
append_solid (GString *solid, const char *part, gsize length)
{
  for (const char *at = part; at < part + length; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_len (solid, at, g_utf8_next_char (at) - at);
}

/* The characters of the line that stand in no token that was taken. */
static char *
rest_of_line (const char *text, const QhQuickLine *line)
{
  GString *solid = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < line->tokens->len; i++) {
    const QhQuickToken *token = line->tokens->pdata[i];
    if (!token->taken)
      continue;
    append_solid (solid, text + from, token->start - from);
    from = token->end;
  }
  append_solid (solid, text + from, strlen (text) - from);
  return g_string_free (solid, FALSE);
}

/* Whether the bytes of @part stand in @whole in their order. */
static gboolean
is_in_order (const char *part, const char *whole)
{
  for (; *whole != '\0' && *part != '\0'; whole++)
    if (*part == *whole)
      part++;
  return *part == '\0';
}

static gboolean
is_kept_by (QhRecord *record, const char *name, const char *rest)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *value = field != NULL ? qh_record_get_text (record, field) : NULL;
  g_autoptr (GString) solid = g_string_new (NULL);

  if (value == NULL)
    return FALSE;
  append_solid (solid, value, strlen (value));
  return is_in_order (rest, solid->str);
}

/* Each character is in a sign that was taken, or in the one text of the record. */
static void
check_nothing_is_lost (const char *text, const QhQuickLine *line)
{
  static const char *const fields[] = { "title", "words", "what", "wanted", "task" };
  g_autofree char *rest = rest_of_line (text, line);

  if (*rest == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (is_kept_by (line->record, fields[i], rest))
      return;
  g_error ("“%s” was lost from “%s”", rest, text);
}

/* Tokens lie in the line one behind the other, at the borders of characters, and say what they mean
 * exactly when they were taken. */
static void
check_tokens (const char *text, const QhQuickLine *line)
{
  gsize end = 0;

  for (guint i = 0; i < line->tokens->len; i++) {
    const QhQuickToken *token = line->tokens->pdata[i];
    g_assert_cmpuint (token->start, >=, end);
    g_assert_cmpuint (token->end, >, token->start);
    g_assert_cmpuint (token->end, <=, strlen (text));
    g_assert_true (g_utf8_validate (text + token->start, token->end - token->start, NULL));
    g_assert_true (token->taken == (token->label != NULL));
    g_assert_false (token->taken && token->missed);
    end = token->end;
  }
}

/* What is read can be saved as it is. */
static void
check_saved (QhStore *store, const char *text, const QhQuickLine *line)
{
  g_autoptr (GError) error = NULL;

  if (qh_text_is_empty (text) || strlen (text) > QH_TEXT_MAX)
    return;
  qh_store_begin (store, "Log", &error);
  g_assert_no_error (error);
  if (!qh_store_save (store, line->record, &error))
    g_error ("“%s” cannot be saved: %s", text, error->message);
  qh_store_rollback (store);
}

/* An offer leaves what stands around it as it is. */
static void
check_offers (QhStore *store, const char *text)
{
  gsize start = 0;
  gsize cursor = strlen (text);
  g_autoptr (GPtrArray) offers = qh_quick_complete (store, text, cursor, &start);

  g_assert_cmpuint (start, <=, cursor);
  for (guint i = 0; i < offers->len; i++) {
    const QhQuickOffer *offer = offers->pdata[i];
    g_assert_true (g_utf8_validate (offer->text, -1, NULL));
    g_assert_true (*offer->text != '\0' || offer->client != NULL);
  }
}

void
quick_line_check (QhStore *store, const char *text)
{
  g_autoptr (QhQuickLine) line = qh_quick_line_new (store, text);
  g_autofree char *sentence = qh_quick_line_sentence (store, line);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  check_tokens (text, line);
  check_nothing_is_lost (text, line);
  check_offers (store, text);
  check_saved (store, text, line);
}

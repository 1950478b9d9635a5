/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-card.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

QhCard *
qh_card_new (void)
{
  QhCard *card = g_new0 (QhCard, 1);

  card->notes = g_string_new (NULL);
  return card;
}

#define N_TEXTS 13

static void
list_texts (QhCard *card, char **texts[N_TEXTS])
{
  char **const all[N_TEXTS] = { &card->uid,        &card->name,         &card->title,
                                &card->email,      &card->phone,        &card->industry,
                                &card->address,    &card->organisation, &card->territory,
                                &card->main_phone, &card->website,      &card->own_id,
                                &card->account };

  memcpy (texts, all, sizeof all);
}

QhCard *
qh_card_copy (const QhCard *card)
{
  QhCard *copy = g_new (QhCard, 1);
  char **texts[N_TEXTS];

  *copy = *card;
  list_texts (copy, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup (*texts[i]);
  copy->notes = g_string_new (card->notes->str);
  return copy;
}

void
qh_card_free (QhCard *card)
{
  char **texts[N_TEXTS];

  list_texts (card, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (*texts[i]);
  g_string_free (card->notes, TRUE);
  g_free (card);
}

gboolean
qh_card_fill (char **member, const char *text)
{
  g_autofree char *trimmed = qh_text_trim (text);

  if (trimmed == NULL || g_strcmp0 (*member, trimmed) == 0)
    return TRUE;
  if (*member != NULL)
    return FALSE;
  *member = g_steal_pointer (&trimmed);
  return TRUE;
}

void
qh_card_note (QhCard *card, const char *label, const char *text)
{
  g_autofree char *trimmed = qh_text_trim (text);

  if (trimmed == NULL)
    return;
  if (card->notes->len > 0)
    g_string_append_c (card->notes, '\n');
  if (label != NULL && *label != '\0')
    g_string_append_printf (card->notes, "%s: ", label);
  g_string_append (card->notes, trimmed);
}

/* "a@x ::: b@x" as Google writes it, "a@x, b@x" as Pipedrive does. */
void
qh_card_add_email (QhCard *card, const char *label, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *spaced = NULL;

  if (qh_text_is_empty (text))
    return;
  if (strchr (text, '@') == NULL) {
    qh_card_note (card, label, text);
    return;
  }
  spaced = g_strdelimit (g_strdup (text), ",;", ' ');
  parts = g_strsplit_set (spaced, " \t\r\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0' || g_str_equal (parts[i], ":::"))
      continue;
    if (card->email != NULL && g_ascii_strcasecmp (card->email, parts[i]) == 0)
      continue;
    if (card->email == NULL && qh_text_is_email (parts[i]))
      card->email = g_strdup (parts[i]);
    else
      qh_card_note (card, label, parts[i]);
  }
}

void
qh_card_add_phone (QhCard *card, const char *label, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ":::", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (!qh_card_fill (&card->phone, parts[i]))
      qh_card_note (card, label, parts[i]);
}
